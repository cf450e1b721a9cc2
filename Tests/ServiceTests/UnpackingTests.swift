// UnpackingTests.swift — the files inside a mail become documents, once, whoever is killed when.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Crypto
import Filing
import Foundation
import Glibc
import Invoicing
import Testing

@testable import Service

@Suite struct UnpackingTests {
  private static let parts = ["%PDF-1.4 a\n%%EOF\n", "%PDF-1.4 b\n%%EOF\n"]

  private static func id(_ text: String) -> DocumentID {
    DocumentID(digest: SHA256.hash(data: Data(text.utf8)))
  }

  /// What a reader says of a mail with these parts.
  private static func mailDocument(_ ids: [DocumentID]) -> Document {
    Document(
      id: emptyDocument.id,
      format: .mail,
      pages: emptyDocument.pages,
      contents: ids.enumerated().map { index, id in
        ContainedFile(
          number: index + 1,
          name: "f\(index + 1).pdf",
          id: id,
          size: parts[index].utf8.count,
          format: .pdf
        )
      }
    )
  }

  /// A reader that finds two parts in a mail and one page in anything else.
  private static func script(_ ids: [DocumentID], beforeGiving: String = "") -> String {
    let bytes = parts.reduce(0) { $0 + $1.utf8.count }
    let given = parts.joined().replacing("%", with: "%%").replacing("\n", with: "\\n")
    return """
      if [ "$1" = --render ]; then
        \(beforeGiving)
        printf '{"made":{"bytes":\(bytes)}}\\n\(given)'
        exit
      fi
      case "$(head -c 5)" in
        From:) \(says(.read(mailDocument(ids))));;
        *) \(says(.read(emptyDocument)));;
      esac
      """
  }

  private static let mail = "From: a@b.example\nSubject: x\n\nsee attachments\n"

  @Test func `reads what a mail brings, and archives it`() async throws {
    let box = try TemporaryHome()
    let ids = Self.parts.map(Self.id)
    let workshop = try await box.workshop(reader: Self.script(ids))
    try box.drop(Self.mail, as: "m.eml")
    _ = try await Daemon.drain(workshop)
    let mail = try #require(try await workshop.register.document(1))
    #expect(mail.fileName == Array("m.eml".utf8))
    let held = try await workshop.register.documents(inside: mail.number)
    #expect(held.map(\.document) == ids && held.map(\.state) == [.notInvoice, .notInvoice])
    #expect(held.map(\.fileName) == ["f1.pdf", "f2.pdf"].map { Array($0.utf8) })
    #expect(ids.allSatisfy(workshop.archive.holds))
  }

  @Test func `begins again where it was killed, and files nothing twice`() async throws {
    let box = try TemporaryHome()
    let ids = Self.parts.map(Self.id)
    let workshop = try await box.workshop(reader: Self.script(ids))
    try box.drop(Self.mail, as: "m.eml")
    // A daemon that died after it had archived the parts and before the mail was done.
    for part in Self.parts { _ = try workshop.archive.store(Array(part.utf8)[...]) }
    _ = try await Daemon.drain(workshop)
    try box.drop(Self.mail, as: "again.eml")
    _ = try await Daemon.drain(workshop)
    let documents = try await workshop.register.documents(states: Set(DocumentState.allCases))
    #expect(documents.count == 3)
    #expect(documents.map(\.sightings.count) == [2, 1, 1])
  }

  @Test func `keeps a mail whose parts are not what was told`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop(
      reader: Self.script([Self.id("another"), Self.id(Self.parts[1])])
    )
    try box.drop(Self.mail, as: "m.eml")
    #expect(try await Daemon.drain(workshop).postponed == 1)
    #expect(try await workshop.register.document(1)?.state == .received)
    #expect(try await workshop.register.documents(inside: 1).isEmpty)
  }

  @Test func `does not look for itself in itself`() async throws {
    let box = try TemporaryHome()
    let own = Self.id(Self.mail)
    let workshop = try await box.workshop(reader: Self.script([own]))
    try box.drop(Self.mail, as: "quine.eml")
    _ = try await Daemon.drain(workshop)
    let documents = try await workshop.register.documents(states: Set(DocumentState.allCases))
    #expect(documents.map(\.document) == [own] && documents.map(\.state) == [.notInvoice])
  }

  @Test func `takes out in runs of a bounded size`() throws {
    let id = Self.id("x")
    let files = [5, 10, 2, 40, 1].enumerated().map { index, megabytes in
      ContainedFile(
        number: index + 1,
        name: "",
        id: id,
        size: megabytes << 20,
        format: .pdf
      )
    }
    #expect(ReaderProcess.batches(of: files).map { $0.map(\.number) } == [[1, 2], [3], [4], [5]])
  }
}
