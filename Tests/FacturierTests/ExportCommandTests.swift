// ExportCommandTests.swift — what can be exported.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import facturier

@Suite struct ExportCommandTests {
  private func code(_ format: DocumentFormat) throws -> String? {
    let id = try #require(DocumentID(hex: String(repeating: "a", count: 64)))
    let document = Document(id: id, format: format, pages: [])
    do throws(Problem) {
      try ExportSearchablePDFCommand.refusePageless(document, id: 12)
      return nil
    } catch {
      #expect(error.arguments["id"] == "12")
      return error.code
    }
  }

  @Test func `a searchable PDF is made of pages only`() throws {
    #expect(try code(.pdf) == nil)
    #expect(try code(.jpeg) == nil)
    #expect(try code(.xml) == "xml-without-page")
    #expect(try code(.text) == "no-page-picture")
  }
}
