// RegisterJudgementsTests.swift — what people made of proposed links is counted once for each invoice and kind.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Invoicing
import Testing

@testable import Filing

@Suite struct RegisterJudgementsTests {
  /// A register with entries A, B and C and an invoice for which A and its copy B are proposed.
  private struct Desk {
    let home: TemporaryHome
    let register: Register
    let invoice: Int64

    /// With a bank line "B1" beside them where `isPaid`.
    init(_ status: MatchProposal.Status = .matched, isPaid: Bool = false) async throws {
      home = try TemporaryHome()
      register = try Register.open(at: home.register)
      _ = try await register.importLedger(
        source: "fec",
        fileName: "fec.txt",
        sha256: "",
        entries: ["A", "B", "C"].map { entry($0, amount: -11988) },
        importedAt: at()
      )
      let number = try await register.readDocument("x")
      if isPaid {
        _ = try await register.importLedger(
          source: "camt",
          fileName: "camt.xml",
          sha256: "",
          entries: [bankLine],
          importedAt: at()
        )
      }
      let proposed = MatchProposal(
        status: status,
        automatic: status == .matched,
        entries: [name("A"), name("B")] + (isPaid ? [bankLine.id] : []),
        residual: nil,
        confidence: .certain,
        reasons: []
      )
      invoice = try #require(
        try await register.assess(number, [assessed(match: proposed)]).first
      )
    }

    func decide(_ decision: Decision, _ event: InvoiceEvent? = nil) async throws {
      let seen = try #require(try await register.invoice(invoice)).rowVersion
      var match: MatchProposal?
      if case .acceptMatch(let entries) = decision {
        match = MatchProposal(
          status: .matched,
          automatic: false,
          entries: entries,
          residual: nil,
          confidence: .certain,
          reasons: [.acceptedByPerson]
        )
      }
      _ = try await register.decide(
        decision,
        on: invoice,
        seen: seen,
        author: "anna",
        at: at(3),
        event: event,
        reassessed: match.map { assessed(match: $0) }
      )
    }

    func verdicts() async throws -> [Bool] {
      try await register.linkJudgements().map(\.agrees)
    }
  }

  @Test func `an approval keeps the link`() async throws {
    let desk = try await Desk()
    #expect(try await desk.verdicts() == [])
    try await desk.decide(.approve(despite: []), .approved(booked: true))
    let all = try await desk.register.linkJudgements()
    #expect(
      all == [
        LinkJudgement(kind: .openItem, confidence: .certain, wasAutomatic: true, agrees: true)
      ]
    )
    let records = try await desk.register.linkRecords(limit: 200)
    #expect(records[.openItem] == LinkRecord(verdicts: [true]))
    #expect(records[.bankLine] == LinkRecord(verdicts: []))
  }

  @Test func `an approval among others, or beside another amount, judges nothing`() async throws {
    let desk = try await Desk()
    try await desk.decide(.approve(despite: [], amongOthers: true), .approved(booked: true))
    #expect(try await desk.verdicts() == [])
    let mismatch = try await Desk(.amountMismatch)
    try await mismatch.decide(.approve(despite: []), .approved(booked: false))
    #expect(try await mismatch.verdicts() == [])
    let told = Data(#"{"approve":{"despite":["x"]}}"#.utf8)
    #expect(try JSONDecoder().decode(Decision.self, from: told) == .approve(despite: ["x"]))
  }

  @Test func `a bank line beside the books is judged on its own`() async throws {
    let desk = try await Desk(isPaid: true)
    try await desk.decide(.acceptMatch([name("A")]))
    let records = try await desk.register.linkRecords(limit: 200)
    #expect(records[.openItem] == LinkRecord(verdicts: [true]))
    #expect(records[.bankLine] == LinkRecord(verdicts: [false]))
    let kept = try await Desk(isPaid: true)
    try await kept.decide(.approve(despite: []), .approved(booked: true))
    #expect(try await kept.verdicts() == [true, true])
  }

  @Test func `another entry, or none, replaces it; one of its copies keeps it`() async throws {
    for (chosen, agrees) in [(["C"], false), ([], false), (["B"], true), (["A", "C"], false)] {
      let desk = try await Desk()
      try await desk.decide(.acceptMatch(chosen.map(name)))
      #expect(try await desk.verdicts() == [agrees], "\(chosen)")
      try await desk.decide(.approve(despite: []), .approved(booked: false))
      #expect(try await desk.verdicts() == [agrees], "\(chosen)")
    }
  }

  @Test func `the last choice counts, and what is undone does not`() async throws {
    let desk = try await Desk()
    try await desk.decide(.acceptMatch([name("C")]))
    try await desk.decide(.acceptMatch([name("A")]))
    #expect(try await desk.verdicts() == [true])
    _ = try await desk.register.undoLast(desk.invoice, author: "anna", at: at(4))
    #expect(try await desk.verdicts() == [false])
    _ = try await desk.register.undoLast(desk.invoice, author: "anna", at: at(5))
    #expect(try await desk.verdicts() == [])
  }

  @Test func `switching on again forgets what was decided before`() async throws {
    let desk = try await Desk()
    try await desk.decide(.acceptMatch([name("C")]))
    try await desk.register.resumeLinks(.openItem, author: "anna", at: at(4))
    let records = try await desk.register.linkRecords(limit: 200)
    #expect(records[.openItem] == LinkRecord(verdicts: [], isResumed: true))
    #expect(try await desk.verdicts() == [false])
  }

  @Test func `an older register is judged by the decisions in it`() async throws {
    let desk = try await Desk()
    try await desk.decide(.acceptMatch([name("C")]))
    try await desk.register.write { database in
      try database.execute(
        sql: """
          DROP TABLE link_judgement; DROP TABLE link_resumption;
          DROP TABLE accepted_warning; DROP TABLE warning_resumption;
          DROP TABLE exchange_rate;
          ALTER TABLE ledger_entry DROP COLUMN charge_account;
          ALTER TABLE ledger_entry DROP COLUMN vat_rate; ALTER TABLE ledger_entry DROP COLUMN paid_on;
          DELETE FROM grdb_migrations WHERE identifier LIKE '0006%'; PRAGMA user_version = 5
          """
      )
    }
    let again = try Register.open(at: desk.home.register)
    #expect(try await again.linkJudgements().map(\.agrees) == [false])
  }
}

private let bankLine = LedgerEntry(
  id: LedgerEntryID(source: "camt", id: "B1"),
  kind: .bankLine,
  partyCode: nil,
  partyName: nil,
  account: "512",
  reference: nil,
  documentDate: nil,
  bookingDate: CalendarDate(dayNumber: 20_000),
  dueDate: nil,
  amount: Money(minorUnits: -11_988, currency: .euro),
  label: "",
  isOpen: true,
  sourceLine: 1
)

private func name(_ id: String) -> LedgerEntryID { LedgerEntryID(source: "fec", id: id) }
