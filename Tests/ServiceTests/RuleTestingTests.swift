// RuleTestingTests.swift — a rule that breaks is caught on what was approved and on samples.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Filing
import Foundation
import Invoicing
import Testing

@testable import Service

@Suite struct RuleTestingTests {
  /// The rules of a supplier whose number stands beside this label.
  private static func rules(label: String, examples: String = "") throws -> RuleBook {
    let text = """
      profile: suppliers/castanet
      seller: {phrases: [Castanet]}
      fields:
        invoice_number: {label: \(label), weight: 1000}
      \(examples)
      """
    let (book, problems) = RuleBook.load([RuleFile(path: "suppliers/castanet.yml", text: text)])
    try #require(problems.isEmpty, "\(problems)")
    return book
  }

  /// "Castanet" above "Folio MC26-00417" and "Dossier CL55-0001".
  private static let document: Document = {
    func word(_ text: String, left: Int32, top: Int32) -> Word {
      Word(text: text, box: Box(left: left, top: top, right: left + 500, bottom: top + 100))
    }
    let words = [
      word("Castanet", left: 300, top: 300), word("Folio", left: 300, top: 900),
      word("MC26-00417", left: 900, top: 900), word("Dossier", left: 300, top: 1500),
      word("CL55-0001", left: 900, top: 1500),
    ]
    return Document(
      id: DocumentID(digest: [UInt8](repeating: 7, count: 32)),
      format: .pdf,
      pages: [Page(number: 1, width: 5950, height: 8420, origin: .textLayer, words: words)]
    )
  }()

  private static let stub = "cat >/dev/null; " + says(.read(document))

  /// A register with one invoice, approved as the rules found it, or with a number that a person typed.
  private static func approved(
    in box: TemporaryHome,
    typing number: String? = nil
  ) async throws -> Workshop {
    let workshop = try await box.workshop(reader: stub, rules: rules(label: "Folio"))
    try box.drop(pdf("a"), as: "a.pdf")
    _ = try await Daemon.drain(workshop)
    let operations = Operations(workshop)
    func ask(_ request: LocalRequest) async throws -> LocalResponse {
      try await operations.perform(LocalCall(author: "anna", request: request))
    }
    let states: Set<DocumentState> = [.read, .notInvoice]
    let record = try #require(try await workshop.register.documents(states: states).first)
    let response = try await ask(.declare(id: record.number, type: .invoice))
    guard case .document(_, _, let invoices) = response, let id = invoices.first?.id else {
      throw Problem(.fault, "test")
    }
    if let number {
      let change = FieldChange(field: Field.invoiceNumber.name, value: .text(number))
      _ = try await ask(.correct(invoice: id, changes: [change], approve: false))
    }
    let invoice = try #require(try await workshop.register.invoice(id))
    let blocking = invoice.assessment.findings.filter { $0.severity == .blocking }.map(\.code)
    _ = try await ask(.approve(invoices: [id], despite: blocking))
    return workshop
  }

  private static func tests(of register: Register, _ rules: RuleBook) async throws -> [RuleTest] {
    var tests: [RuleTest] = []
    let runner = RuleTests(register: register, knowledge: Knowledge(rules: rules, company: nil))
    try await runner.testInvoices { tests.append($0) }
    return tests
  }

  @Test func `a broken rule loses what was approved, the sound one does not`() async throws {
    let box = try TemporaryHome()
    let register = try await Self.approved(in: box).register
    let sound = try await Self.tests(of: register, Self.rules(label: "Folio"))
    #expect(sound.map(\.lost) == [0])
    #expect(sound.first?.same ?? 0 > 0)
    let broken = try await Self.tests(of: register, Self.rules(label: "Dossier"))
    #expect(
      broken.first?.changes == [
        RuleTest.Change(
          field: Field.invoiceNumber.name,
          expected: .text("MC26-00417"),
          found: .text("CL55-0001"),
          verdict: .worse
        )
      ]
    )
  }

  @Test func `a value that a person typed must be found once a rule file undertakes it`()
    async throws
  {
    let box = try TemporaryHome()
    let register = try await Self.approved(in: box, typing: "CL55-0001").register
    let learned = try await Self.tests(of: register, Self.rules(label: "Dossier"))
    #expect(learned.first?.changes.map(\.verdict) == [.better])
    let broken = try await Self.tests(of: register, Self.rules(label: "Nowhere"))
    #expect(broken.first?.changes.map(\.verdict) == [.worse])
    let without = try await Self.tests(of: register, .empty)
    #expect(without.first?.changes.map(\.verdict) == [.open])
  }

  /// The tests of the samples of a rule file.
  private static func samples(
    of rules: RuleBook,
    in box: TemporaryHome
  ) async throws -> [RuleTest] {
    let reader = try ReaderProcess(executable: try box.reader(stub))
    let runner = RuleTests(register: nil, knowledge: Knowledge(rules: rules, company: nil))
    var tests: [RuleTest] = []
    let today = try #require(CalendarDate(iso: "2026-03-01"))
    try await runner.testExamples(
      with: reader,
      plan: ReadingPlan(languages: ["fra"]),
      today: today
    ) { tests.append($0) }
    return tests
  }

  @Test func `the sample of a rule file must give what the file promises`() async throws {
    let box = try TemporaryHome()
    let sample = box.home.path + "/sample.pdf"
    try Data(pdf("a").utf8).write(to: URL(fileURLWithPath: sample))
    let promised = """
      examples:
        - sample: \(sample)
          fields: {invoice_number: MC26-00417, purchase_order: null}
      """
    let sound = try await Self.samples(of: Self.rules(label: "Folio", examples: promised), in: box)
    #expect(sound.map(\.lost) == [0] && sound.first?.same == 2)
    let broken = try await Self.samples(
      of: Self.rules(label: "Dossier", examples: promised),
      in: box
    )
    #expect(broken.first?.changes.map(\.verdict) == [.worse])
  }

  @Test func `a sample that is not there is a loss and says so`() async throws {
    let box = try TemporaryHome()
    let promised = "examples: [{sample: none.pdf, fields: {invoice_number: A-1}}]"
    let tests = try await Self.samples(of: Self.rules(label: "Folio", examples: promised), in: box)
    #expect(tests.map(\.problem?.code) == ["file-missing"] && tests.map(\.lost) == [1])
    #expect(tests.first?.problem?.arguments["path"] == "suppliers/none.pdf")
  }
}
