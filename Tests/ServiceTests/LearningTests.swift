// LearningTests.swift — approving teaches the seller's rule file.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Filing
import Foundation
import Invoicing
import Testing

@testable import Service

@Suite struct LearningTests {
  /// A home with one invoice, read and not yet approved.
  private struct Desk {
    let box: TemporaryHome
    let operations: Operations
    let invoice: Int64

    var path: String { box.home.rules + "/learned/FR44732829320.yml" }

    init() async throws {
      box = try TemporaryHome()
      let words = ["Folio", "MC26-00417"].enumerated().map { index, text in
        let left = Int32(300 + index * 500)
        return Word(text: text, box: Box(left: left, top: 300, right: left + 400, bottom: 400))
      }
      let document = Document(
        id: DocumentID(digest: [UInt8](repeating: 7, count: 32)),
        format: .pdf,
        pages: [Page(number: 1, width: 5950, height: 8420, origin: .textLayer, words: words)]
      )
      let workshop = try await box.workshop(reader: "cat >/dev/null; " + says(.read(document)))
      operations = Operations(workshop)
      try box.drop(pdf("a"), as: "a.pdf")
      _ = try await Daemon.drain(workshop)
      let record = try #require(
        try await workshop.register.documents(states: [.read, .notInvoice]).first
      )
      let call = LocalCall(author: "anna", request: .declare(id: record.number, type: .invoice))
      guard case .document(_, _, let invoices) = try await operations.perform(call) else {
        throw Problem(.fault, "test")
      }
      invoice = try #require(invoices.first?.id)
    }

    func ask(_ request: LocalRequest) async throws -> LocalResponse {
      try await operations.perform(LocalCall(author: "anna", request: request))
    }

    /// Corrects what identifies the seller and the number, and approves in spite of everything.
    func approve() async throws {
      let changes: [(FieldName, String)] = [
        (Field<String>.sellerVATID.name, "FR44732829320"),
        (Field<String>.sellerName.name, "Menuiserie Castanet"),
        (Field<String>.invoiceNumber.name, "MC26-00417"),
      ]
      let fields = changes.map { FieldChange(field: $0.0, value: .text($0.1)) }
      _ = try await ask(.correct(invoice: invoice, changes: fields, approve: false))
      let codes = try await operations.workshop.register.invoice(invoice)?.assessment.findings
        .filter { $0.severity == .blocking }.map(\.code)
      _ = try await ask(.approve(invoices: [invoice], despite: codes ?? []))
    }
  }

  @Test func `approving writes a rule file that finds the corrected value`() async throws {
    let desk = try await Desk()
    try await desk.approve()
    let text = try String(contentsOfFile: desk.path, encoding: .utf8)
    #expect(text.contains("label: \"Folio\"") && text.contains("MC##-#####"))
    #expect(LearnedFile.isUntouched(text))
    let (book, problems) = RuleBook.load([RuleFile(path: desk.path, text: text)])
    #expect(problems.isEmpty && book.suppliers.count == 1)
  }

  @Test func `learning again writes the same, and a file that was edited is left alone`()
    async throws
  {
    let desk = try await Desk()
    try await desk.approve()
    let text = try String(contentsOfFile: desk.path, encoding: .utf8)
    guard case .learned(let outcome) = try await desk.ask(.learn(invoice: desk.invoice)) else {
      Issue.record("not learned")
      return
    }
    #expect(outcome.path == desk.path && outcome.invoices == [desk.invoice])
    #expect(try String(contentsOfFile: desk.path, encoding: .utf8) == text)
    let edited = text.replacingOccurrences(of: "Folio", with: "Feuillet")
    try edited.write(toFile: desk.path, atomically: true, encoding: .utf8)
    let problem = await #expect(throws: Problem.self) {
      try await desk.ask(.learn(invoice: desk.invoice))
    }
    #expect(problem?.code == "learned-file-edited")
    #expect(try String(contentsOfFile: desk.path, encoding: .utf8) == edited)
  }

  @Test func `what nobody has approved teaches nothing`() async throws {
    let desk = try await Desk()
    let problem = await #expect(throws: Problem.self) {
      try await desk.ask(.learn(invoice: desk.invoice))
    }
    #expect(problem?.code == "not-reviewed")
    #expect(!FileManager.default.fileExists(atPath: desk.path))
  }
}
