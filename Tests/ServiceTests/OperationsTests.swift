// OperationsTests.swift — what people ask of the register.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Foundation
import Invoicing
import Testing

@testable import Service

@Suite struct OperationsTests {
  /// A home with one document that was declared an invoice: nothing on it, so much is wrong with it.
  private struct Desk {
    let box: TemporaryHome
    let operations: Operations
    let document: Int64
    let invoice: Int64

    var register: Register { operations.workshop.register }

    init() async throws {
      box = try TemporaryHome()
      let workshop = try await box.workshop()
      operations = Operations(workshop)
      try box.drop(pdf("a"), as: "a.pdf")
      _ = try await Daemon.drain(workshop)
      let record = try #require(
        try await workshop.register.documents(states: [.read, .notInvoice]).first
      )
      document = record.number
      let call = LocalCall(author: "anna", request: .declare(id: document, type: .invoice))
      guard case .document(_, .read, let invoices) = try await operations.perform(call) else {
        throw Problem(.fault, "test")
      }
      invoice = try #require(invoices.first?.id)
    }

    func ask(_ request: LocalRequest) async throws -> LocalResponse {
      try await operations.perform(LocalCall(author: "anna", request: request))
    }

    func outcome(_ request: LocalRequest) async throws -> InvoiceOutcome {
      guard case .invoices(let outcomes) = try await ask(request) else {
        throw Problem(.fault, "test")
      }
      return try #require(outcomes.first)
    }

    func state() async throws -> InvoiceState? { try await register.invoice(invoice)?.state }
  }

  private static let total = FieldValue.amount(Money(minorUnits: 12_000, currency: .euro))

  private static let changes = [
    FieldChange(field: Field<String>.invoiceNumber.name, value: .text("F-2026-017")),
    FieldChange(field: Field<String>.sellerName.name, value: .text("Papeterie du Port")),
    FieldChange(field: Field<Money>.totalWithVAT.name, value: total),
  ]

  @Test func `refuses to approve while a blocking finding stands, naming each`() async throws {
    let desk = try await Desk()
    let outcome = try await desk.outcome(.approve(invoices: [desk.invoice], despite: []))
    #expect(outcome.problem?.code == "blocking-findings")
    #expect(outcome.state == .toReview)
    let codes = try #require(outcome.problem?.arguments["codes"])
    #expect(!codes.isEmpty)
  }

  @Test func `tells whether anything was written`() async throws {
    let desk = try await Desk()
    let ids = [desk.invoice]
    #expect(try await !desk.ask(.approve(invoices: ids, despite: [])).hasWritten)
    #expect(try await !desk.ask(.unpaid(invoices: ids)).hasWritten)
    #expect(try await !desk.ask(.hold(invoices: [4711], until: nil)).hasWritten)
    #expect(try await desk.ask(.hold(invoices: [4711] + ids, until: nil)).hasWritten)
    _ = try await desk.ask(.undo(id: desk.invoice))
    let change = FieldChange(field: Field<String>.invoiceNumber.name, value: .text("F-1"))
    let corrected = try await desk.outcome(
      .correct(invoice: desk.invoice, changes: [change], approve: true)
    )
    #expect(corrected.problem?.code == "blocking-findings" && corrected.isWritten)
  }

  @Test func `approves despite findings that are named`() async throws {
    let desk = try await Desk()
    let refused = try await desk.outcome(.approve(invoices: [desk.invoice], despite: []))
    let codes = refused.problem?.arguments["codes"]?.components(separatedBy: ", ") ?? []
    let outcome = try await desk.outcome(.approve(invoices: [desk.invoice], despite: codes))
    #expect(outcome.problem == nil && outcome.state == .approved)
    let decisions = try await desk.register.decisions(of: desk.invoice).map(\.decision)
    #expect(decisions == [.approve(despite: codes)])
  }

  @Test func `corrects fields, and each correction can be undone`() async throws {
    let desk = try await Desk()
    _ = try await desk.outcome(
      .correct(invoice: desk.invoice, changes: Self.changes, approve: false)
    )
    let corrected = try #require(try await desk.register.invoice(desk.invoice))
    #expect(corrected.assessment.draft[.invoiceNumber] == "F-2026-017")
    #expect(corrected.assessment.draft[.totalWithVAT]?.minorUnits == 12_000)
    #expect(corrected.filedPath?.contains("Papeterie du Port F-2026-017") == true)
    _ = try await desk.outcome(.undo(id: desk.invoice))
    let undone = try #require(try await desk.register.invoice(desk.invoice))
    #expect(undone.assessment.draft[.totalWithVAT] == nil)
    #expect(undone.assessment.draft[.invoiceNumber] == "F-2026-017")
  }

  @Test func `keeps corrections when it assesses again`() async throws {
    let desk = try await Desk()
    _ = try await desk.outcome(
      .correct(invoice: desk.invoice, changes: Self.changes, approve: false)
    )
    _ = try await desk.ask(.importSuppliers([Supplier(code: "F1", name: "Papeterie du Port")]))
    let invoice = try #require(try await desk.register.invoice(desk.invoice))
    #expect(invoice.assessment.draft[.invoiceNumber] == "F-2026-017")
    #expect(invoice.supplierCode == "F1")
  }

  @Test func `refuses an unknown field, invoice and entry`() async throws {
    let desk = try await Desk()
    let change = FieldChange(field: FieldName("colour"), value: nil)
    await #expect(throws: Problem(.usage, "no-such-field", ["field": "colour"])) {
      _ = try await desk.ask(.correct(invoice: desk.invoice, changes: [change], approve: false))
    }
    let outcome = try await desk.outcome(.hold(invoices: [4711], until: nil))
    #expect(outcome.problem == Problem(.usage, "no-such-invoice", ["id": "4711"]))
    let entry = LedgerEntryID(source: "fec", id: "1")
    await #expect(throws: Problem(.usage, "no-such-entry", ["source": "fec", "id": "1"])) {
      _ = try await desk.ask(.acceptMatch(invoice: desk.invoice, entries: [entry]))
    }
  }

  @Test func `refuses to hold until a day that has passed, and payments of days to come`()
    async throws
  {
    let desk = try await Desk()
    let ids = [desk.invoice]
    let past = Problem(.usage, "hold-in-past", ["day": "2020-01-01"])
    await #expect(throws: past) {
      _ = try await desk.ask(.hold(invoices: ids, until: CalendarDate(iso: "2020-01-01")))
    }
    let day = localDay().adding(days: 2)
    await #expect(throws: Problem(.usage, "paid-in-future", ["day": day.description])) {
      _ = try await desk.ask(.paid(invoices: ids, on: day, by: "transfer"))
    }
    #expect(try await desk.state() == .toReview)
    #expect(try await desk.outcome(.hold(invoices: ids, until: day)).state == .onHold)
  }

  @Test func `posts an invoice that the books already hold`() async throws {
    let desk = try await Desk()
    let id = LedgerEntryID(source: "fec", id: "AC000150")
    let entry = LedgerEntry(
      id: id,
      kind: .openItem,
      partyCode: nil,
      partyName: nil,
      account: "401000",
      reference: "X",
      documentDate: nil,
      bookingDate: nil,
      dueDate: nil,
      amount: Money(minorUnits: -12_000, currency: .euro),
      label: "",
      isOpen: true,
      sourceLine: 1
    )
    let ledger = LedgerImport(
      source: "fec",
      fileName: "fec.txt",
      sha256: "",
      entries: [entry],
      listsAllOpen: false
    )
    guard case .imported(let report) = try await desk.ask(.importLedger(ledger)) else {
      Issue.record("no report")
      return
    }
    #expect(report.new == 1)
    let accepted = try await desk.outcome(.acceptMatch(invoice: desk.invoice, entries: [id]))
    #expect(accepted.problem == nil)
    #expect(try await desk.register.invoice(desk.invoice)?.match?.entries == [id])
    let despite = accepted.blocking
    let outcome = try await desk.outcome(.approve(invoices: [desk.invoice], despite: despite))
    #expect(outcome.state == .posted)
  }

  @Test func `holds, discards, pays and takes back`() async throws {
    let desk = try await Desk()
    let ids = [desk.invoice]
    #expect(try await desk.outcome(.hold(invoices: ids, until: nil)).state == .onHold)
    #expect(try await desk.outcome(.discard(invoices: ids, reason: "twice")).state == .discarded)
    #expect(try await desk.outcome(.undo(id: desk.invoice)).state == .onHold)
    let day = try #require(CalendarDate(iso: "2025-11-20"))
    let paid = try await desk.outcome(.paid(invoices: ids, on: day, by: "transfer"))
    #expect(paid.problem?.code == "decision-not-possible" && paid.state == .onHold)
    #expect(try await desk.outcome(.undo(id: desk.invoice)).state == .toReview)
  }

  @Test func `takes an invoice away when its document is declared a letter`() async throws {
    let desk = try await Desk()
    let path = try #require(try await desk.register.invoice(desk.invoice)?.filedPath)
    #expect(FileManager.default.fileExists(atPath: desk.box.home.path + "/" + path))
    let answer = try await desk.ask(.declare(id: desk.invoice, type: .letter))
    #expect(answer == .document(id: desk.document, state: .notInvoice, invoices: []))
    #expect(!FileManager.default.fileExists(atPath: desk.box.home.path + "/" + path))
    _ = try await desk.ask(.undo(id: desk.document))
    #expect(try await desk.state() == .toReview)
  }

  @Test func `finds the later of two invoices a duplicate, whichever is assessed first`()
    async throws
  {
    let desk = try await Desk()
    try desk.box.drop(pdf("b"), as: "b.pdf")
    _ = try await Daemon.drain(desk.operations.workshop)
    let records = try await desk.register.documents(states: [.read, .notInvoice])
    let second = try #require(records.last?.number)
    guard
      case .document(_, _, let invoices) = try await desk.ask(.declare(id: second, type: .invoice)),
      let copy = invoices.first?.id
    else {
      Issue.record("no second invoice")
      return
    }
    _ = try await desk.outcome(.correct(invoice: copy, changes: Self.changes, approve: false))
    #expect(try await desk.register.invoice(copy)?.state == .toReview)
    _ = try await desk.outcome(
      .correct(invoice: desk.invoice, changes: Self.changes, approve: false)
    )
    let flagged = try #require(try await desk.register.invoice(copy))
    #expect(flagged.state == .duplicate && flagged.duplicateOf == desk.invoice)
    #expect(flagged.assessment.findings.contains { $0.code == "possible-duplicate" })
    #expect(try await desk.state() == .toReview)
  }

  @Test func `an approval makes a seller known, and taking it back unknown again`() async throws {
    let desk = try await Desk()
    let master = [Supplier(code: "F1", name: "Autre Fournisseur")]
    _ = try await desk.ask(.importSuppliers(master))
    try desk.box.drop(pdf("b"), as: "b.pdf")
    _ = try await Daemon.drain(desk.operations.workshop)
    let records = try await desk.register.documents(states: [.read, .notInvoice])
    let second = try #require(records.last?.number)
    guard
      case .document(_, _, let found) = try await desk.ask(.declare(id: second, type: .invoice)),
      let other = found.first?.id
    else {
      Issue.record("no second invoice")
      return
    }
    for (id, number) in [(desk.invoice, "A-1"), (other, "B-7")] {
      let changes = [
        FieldChange(field: Field<String>.invoiceNumber.name, value: .text(number)),
        FieldChange(field: Field<String>.sellerName.name, value: .text("Papeterie du Port")),
      ]
      _ = try await desk.outcome(.correct(invoice: id, changes: changes, approve: false))
    }
    func isUnknown() async throws -> Bool? {
      try await desk.register.invoice(other)?.assessment.findings
        .contains { $0.code == "seller-unknown" }
    }
    #expect(try await isUnknown() == true)
    let missing = try await desk.register.invoice(desk.invoice)?.assessment.findings
      .filter { $0.severity == .blocking }.map(\.code)
    let approved = try await desk.outcome(
      .approve(invoices: [desk.invoice], despite: missing ?? [])
    )
    #expect(approved.state == .approved)
    #expect(try await isUnknown() == false)
    _ = try await desk.ask(.undo(id: desk.invoice))
    #expect(try await isUnknown() == true)
  }

  @Test func `tells how much is left to do`() async throws {
    let desk = try await Desk()
    let health = try await desk.operations.health(version: "1", pid: 2)
    #expect(health.draining.isDrained && health.faults.isEmpty && health.pid == 2)
  }
}
