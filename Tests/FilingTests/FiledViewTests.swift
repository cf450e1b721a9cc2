// FiledViewTests.swift — the browsable copies.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Invoicing
import Testing

@testable import Filing

struct FiledViewTests {
  private let home: TemporaryHome
  private let view: FiledView

  init() throws {
    home = try TemporaryHome()
    view = FiledView(home: home.path)
  }

  private func record(_ assessed: AssessedInvoice, fileName: String = "scan.PDF") -> InvoiceRecord {
    InvoiceRecord(
      id: 2,
      documentNumber: 1,
      document: documentID("a"),
      fileName: Array(fileName.utf8),
      filedPath: nil,
      state: .ready,
      rowVersion: 1,
      receivedAt: "2026-12-01T08:00:00Z",
      arrival: .upload,
      lifecycle: [],
      assessment: assessed.assessment,
      match: nil,
      supplierCode: nil,
      duplicateOf: nil,
      holdUntil: nil,
      paidOn: nil,
      paidBy: nil
    )
  }

  @Test func `names a copy by date, seller, number and total`() {
    let path = FiledView.path(of: record(assessed()))
    #expect(path == "filed/2026/11/2026-11-20 OVH SAS F-123 119,88 EUR.pdf")
    let credit = FiledView.path(of: record(assessed(number: "A/7", type: "381")))
    #expect(credit == "filed/2026/11/2026-11-20 OVH SAS A-7 -119,88 EUR.pdf")
  }

  @Test func `names a copy without fields by the dropped file`() {
    let bare = AssessedInvoice(
      assessment: Assessment(
        pages: [1],
        language: nil,
        documentType: .invoice,
        draft: Draft(),
        findings: []
      )
    )
    #expect(FiledView.path(of: record(bare)) == "filed/2026/12/scan.pdf")
  }

  @Test func `places a read-only copy, keeps it, and renames it after a correction`() throws {
    try home.withFile("bytes") { file in
      let path = "filed/2026/11/a.pdf"
      let placed = try view.place(at: path, previous: nil, from: file)
      #expect(placed == path && home.mode(home.path + "/" + path) == 0o444)
      #expect(try view.place(at: path, previous: placed, from: file) == path)
      let other = try view.place(at: path, previous: nil, from: file)
      #expect(other == "filed/2026/11/a (2).pdf", "another invoice of the same name")
      #expect(try view.place(at: path, previous: other, from: file) == other)
      let moved = try view.place(at: "filed/2027/01/b.pdf", previous: placed, from: file)
      #expect(moved == "filed/2027/01/b.pdf" && view.holds(moved) && !view.holds(placed))
      let content = FileManager.default.contents(atPath: home.path + "/" + moved)
      #expect(content == Data("bytes".utf8))
      try view.remove(moved)
      try view.remove(moved)
      #expect(!view.holds(moved))
    }
  }

  @Test func `makes a copy again that a person deleted`() throws {
    try home.withFile("bytes") { file in
      let path = try view.place(at: "filed/2026/11/a.pdf", previous: nil, from: file)
      #expect(unlink(home.path + "/" + path) == 0)
      #expect(try view.place(at: path, previous: path, from: file) == path)
      #expect(view.holds(path))
    }
  }
}
