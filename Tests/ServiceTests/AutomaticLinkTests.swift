// AutomaticLinkTests.swift — sure links are on trial, and people's decisions switch them off.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Invoicing
import Testing

@testable import Service

@Suite struct AutomaticLinkTests {
  /// A home with two invoices and the books that hold both, and a third entry.
  private struct Desk {
    let box: TemporaryHome
    let operations: Operations
    private(set) var invoices: [Int64] = []

    init(trial: Int, names: [String] = ["a", "b"], isDueEarly: Bool = false) async throws {
      box = try TemporaryHome()
      let workshop = try await box.workshop(trial: trial)
      operations = Operations(workshop)
      for name in names { try box.drop(pdf(name), as: name + ".pdf") }
      _ = try await Daemon.drain(workshop)
      for record in try await workshop.register.documents(states: [.read, .notInvoice]) {
        guard
          case .document(_, _, let found) = try await ask(
            .declare(id: record.number, type: .invoice)
          ), let id = found.first?.id
        else { throw Problem(.fault, "test") }
        let number = invoices.count + 1
        let changes = Self.changes(number) + (isDueEarly ? Self.dueEarly : [])
        _ = try await ask(.correct(invoice: id, changes: changes, approve: false))
        invoices.append(id)
      }
      _ = try await ask(
        .importLedger(
          LedgerImport(
            source: "fec",
            fileName: "fec.txt",
            sha256: "",
            entries: (1...3).map(Self.entry),
            listsAllOpen: false
          )
        )
      )
    }

    private static func changes(_ number: Int) -> [FieldChange] {
      let total = Money(minorUnits: Int64(12_345 + number), currency: .euro)
      let fields: [(FieldName, FieldValue)] = [
        (Field<String>.invoiceNumber.name, .text("F-2026-10\(number)")),
        (Field<String>.sellerName.name, .text("Papeterie du Port")),
        (Field<CalendarDate>.issueDate.name, .date(day)),
        (Field<Money>.totalWithVAT.name, .amount(total)),
      ]
      return fields.map { FieldChange(field: $0, value: $1) }
    }

    private static let day = CalendarDate(dayNumber: 20_000)

    /// What warns of each invoice of a seller that is known by a number.
    private static let dueEarly = [
      FieldChange(field: Field<String>.sellerVATID.name, value: .text("FR40303265045")),
      FieldChange(field: Field<CalendarDate>.dueDate.name, value: .date(day.adding(days: -1))),
    ]

    private static func entry(_ number: Int) -> LedgerEntry {
      LedgerEntry(
        id: LedgerEntryID(source: "fec", id: "AC\(number)"),
        kind: .openItem,
        partyCode: nil,
        partyName: "PAPETERIE DU PORT",
        account: "401000",
        reference: "F-2026-10\(number)",
        documentDate: day,
        bookingDate: nil,
        dueDate: nil,
        amount: Money(minorUnits: -Int64(12_345 + number), currency: .euro),
        label: "",
        isOpen: true,
        sourceLine: number
      )
    }

    func ask(_ request: LocalRequest) async throws -> LocalResponse {
      try await operations.perform(LocalCall(author: "anna", request: request))
    }

    func record(_ place: Int) async throws -> InvoiceRecord {
      try #require(try await operations.workshop.register.invoice(invoices[place]))
    }

    /// Approves these at once, whatever blocks them; tells their states.
    func approve(_ places: [Int]) async throws -> [InvoiceState] {
      var codes: [String] = []
      for place in places {
        codes += try await record(place).assessment.findings.filter { $0.severity == .blocking }
          .map(\.code)
      }
      _ = try await ask(.approve(invoices: places.map { invoices[$0] }, despite: codes))
      var states: [InvoiceState] = []
      for place in places { states.append(try await record(place).state) }
      return states
    }

    func linkFindings(_ place: Int) async throws -> [String] {
      try await record(place).assessment.findings.map(\.code).filter { $0.hasPrefix("match-") }
    }
  }

  @Test func `a sure link stays the rule's verdict while it is on trial`() async throws {
    let desk = try await Desk(trial: 2)
    let record = try await desk.record(0)
    #expect(record.match?.automatic == true && record.match?.entries.map(\.id) == ["AC1"])
    #expect(try await desk.linkFindings(0) == ["match-in-trial"])
  }

  @Test func `without a trial nothing is said`() async throws {
    let desk = try await Desk(trial: 0)
    #expect(try await desk.record(0).match?.automatic == true)
    #expect(try await desk.linkFindings(0) == [])
  }

  @Test func `the trial ends for all when enough were kept`() async throws {
    let desk = try await Desk(trial: 1)
    #expect(try await desk.linkFindings(1) == ["match-in-trial"])
    let codes = try await desk.record(0).assessment.findings.filter { $0.severity == .blocking }
    _ = try await desk.ask(
      .approve(invoices: [desk.invoices[0]], despite: codes.map(\.code))
    )
    #expect(try await desk.record(0).state == .posted)
    #expect(try await desk.linkFindings(1) == [])
    _ = try await desk.ask(.undo(id: desk.invoices[0]))
    #expect(try await desk.linkFindings(1) == ["match-in-trial"])
  }

  @Test func `one that a person replaces switches them off until they are switched on again`()
    async throws
  {
    let desk = try await Desk(trial: 0)
    let key = try await Assessor(desk.operations.workshop).key
    _ = try await desk.ask(
      .acceptMatch(
        invoice: desk.invoices[0],
        entries: [LedgerEntryID(source: "fec", id: "AC3")]
      )
    )
    #expect(try await desk.linkFindings(1) == ["match-switched-off"])
    #expect(try await desk.record(1).match?.automatic == true)
    #expect(try await desk.record(1).state == .toReview)
    // What was assessed before is not taken for assessed now.
    #expect(try await Assessor(desk.operations.workshop).key != key)
    #expect(try await desk.approve([1]) == [.approved])
    _ = try await desk.ask(.undo(id: desk.invoices[1]))
    _ = try await desk.ask(.resumeLinks(.openItem))
    #expect(try await desk.linkFindings(1) == [])
    #expect(try await Assessor(desk.operations.workshop).key == key)
    #expect(try await desk.approve([1]) == [.posted])
  }

  @Test func `a warning is a note for the others once three were accepted, and one again on undo`()
    async throws
  {
    let desk = try await Desk(trial: 0, names: ["a", "b", "c", "d"], isDueEarly: true)
    func severity() async throws -> Severity? {
      try await desk.record(3).assessment.findings.first { $0.code == "due-before-issue" }?.severity
    }
    for place in 0..<3 {
      #expect(try await severity() == .warning)
      _ = try await desk.approve([place])
    }
    #expect(try await severity() == .info)
    _ = try await desk.ask(.undo(id: desk.invoices[2]))
    #expect(try await severity() == .warning)
  }

  @Test func `several that are approved at once keep no link`() async throws {
    let desk = try await Desk(trial: 1)
    #expect(try await desk.approve([0, 1]) == [.posted, .posted])
    let register = desk.operations.workshop.register
    #expect(try await register.linkJudgements().isEmpty)
  }

  @Test func `a person can say that it has no counterpart`() async throws {
    let desk = try await Desk(trial: 0)
    _ = try await desk.ask(.acceptMatch(invoice: desk.invoices[0], entries: []))
    let match = try await desk.record(0).match
    #expect(match?.status == .unmatched && match?.entries == [] && match?.isAccepted == true)
  }
}
