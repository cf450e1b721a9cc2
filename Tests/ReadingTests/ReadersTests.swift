// ReadersTests.swift — bytes to words at places, on the sample invoices of this repository.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct ReadersTests {
  private func document(_ bytes: [UInt8]) throws -> Document {
    try Readers.read(SourceBytes(bytes), plan: ReadingPlan(languages: ["fra", "deu"])).decoded
  }

  private func sample(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../watch/samples")
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  private func code(_ bytes: [UInt8]) -> String? {
    do {
      _ = try document(bytes)
      return nil
    } catch {
      return (error as? Problem)?.code
    }
  }

  @Test func `refuses what cannot be used, each with its code`() throws {
    #expect(code([]) == "empty-file")
    #expect(code([0, 1, 2, 3]) == "format-unknown")
    #expect(code(Array("PK\u{3}\u{4}".utf8)) == "archive-unreadable")
    #expect(code(Array("%PDF-1.4 and nothing more".utf8)) == "pdf-damaged")
    #expect(code(try sample("protege.pdf")) == "pdf-encrypted")
  }

  @Test func `keeps cells apart that stand on neighbouring lines`() throws {
    let page = try #require(try document(sample("bertholet-FC202501268.pdf")).pages.first)
    #expect(page.origin == .textLayer)
    let texts = Set(page.words.map(\.text))
    #expect(texts.isSuperset(of: ["FC202501268", "04/03/2025", "C09415", "CF25-49720"]))
    for word in page.words {
      #expect(word.box.left >= 0 && word.box.right <= page.width + 10, "\(word)")
    }
  }

  @Test func `recognises a scanned page, and the same way twice`() throws {
    let bytes = try sample("scan-kessler.pdf")
    let first = try document(bytes)
    let page = try #require(first.pages.first)
    #expect(page.origin == .recognised)
    #expect(page.words.contains { $0.text.contains("Rechnung") })
    #expect(page.words.contains { $0.text.contains("RE20251348") })
    #expect(try document(bytes) == first)
  }
}
