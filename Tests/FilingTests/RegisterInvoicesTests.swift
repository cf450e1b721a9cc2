// RegisterInvoicesTests.swift — what the register promises about invoices and decisions.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Filing

struct RegisterInvoicesTests {
  private let home: TemporaryHome
  private let register: Register

  init() throws {
    home = try TemporaryHome()
    register = try Register.open(at: home.register)
  }

  private func record(_ id: Int64) async throws -> InvoiceRecord {
    try #require(try await register.invoice(id))
  }

  private func decide(
    _ decision: Decision,
    _ id: Int64,
    event: InvoiceEvent? = nil,
    reassessed: AssessedInvoice? = nil
  ) async throws -> InvoiceRecord {
    try await register.decide(
      decision,
      on: id,
      seen: try await record(id).rowVersion,
      author: "anne",
      at: at(5),
      event: event,
      reassessed: reassessed
    )
  }

  @Test func `one sequence numbers documents and invoices`() async throws {
    let document = try await register.readDocument("a")
    let ids = try await register.assess(document, [assessed()])
    let second = try await register.admit(sighting("b")).number
    #expect([document, ids[0], second] == [1, 2, 3])
  }

  @Test func `a new assessment keeps ids and follows the findings`() async throws {
    let document = try await register.readDocument("a", pages: 2)
    let first = try await register.assess(document, [assessed(doubtful: true), assessed(page: 2)])
    #expect(try await record(first[0]).state == .toReview)
    let second = try await register.assess(document, [assessed(), assessed(page: 2)])
    #expect(second == first)
    #expect(try await record(first[0]).state == .ready)
  }

  @Test func `an invoice that vanishes and comes back has its old id`() async throws {
    let document = try await register.readDocument("a", pages: 2)
    let first = try await register.assess(document, [assessed(), assessed(page: 2)])
    _ = try await register.assess(document, [assessed()])
    #expect(try await register.invoice(first[1]) == nil)
    #expect(try await register.assess(document, [assessed(), assessed(page: 2)]) == first)
  }

  @Test func `a document without invoices is not_invoice until one is found`() async throws {
    let document = try await register.readDocument("a")
    _ = try await register.assess(document, [])
    let letter = try #require(try await register.document(document))
    #expect(letter.state == .notInvoice && letter.documentType == .letter)
    _ = try await register.assess(document, [assessed()])
    #expect(try await register.document(document)?.state == .read)
  }

  @Test func `only stale documents wait for an assessment`() async throws {
    let document = try await register.readDocument("a")
    #expect(try await register.claimForAssessing(limit: 9, key: "k1").map(\.number) == [document])
    let ids = try await register.assess(document, [assessed()], key: "k1")
    #expect(try await register.claimForAssessing(limit: 9, key: "k1").isEmpty)
    #expect(try await register.claimForAssessing(limit: 9, key: "k2").count == 1)
    _ = try await decide(.approve(despite: []), ids[0], event: .approved(booked: false))
    #expect(try await register.claimForAssessing(limit: 9, key: "k2").isEmpty)
  }

  @Test func `a document that kills the daemon while it is assessed is refused, and no other`()
    async throws
  {
    let guilty = try await register.readDocument("a")
    let innocent = try await register.readDocument("b")
    let waiting = try await register.admit(sighting("c")).number
    func claimed() async throws -> [Int64] {
      try await register.claimForAssessing(limit: 9, key: "k").map(\.number)
    }
    #expect(try await claimed() == [guilty, innocent])
    _ = try await register.claimForReading(limit: 1, at: at())
    #expect(try await register.returnOpenLeases(at: at(1)) == [])
    // The one that is to blame is not known yet, and the reader is not.
    #expect(try await register.document(waiting)?.interruptions == 0)
    #expect(try await claimed() == [guilty])
    #expect(try await register.returnOpenLeases(at: at(2)) == [])
    #expect(try await claimed() == [guilty])
    // The oldest that waits is read, and goes before those that may be to blame.
    _ = try await register.readDocument("d")
    #expect(try await claimed() == [waiting])
    _ = try await register.assess(waiting, [assessed()], key: "k")
    #expect(try await register.returnOpenLeases(at: at(3)) == [guilty])
    let refused = try #require(try await register.document(guilty))
    #expect(refused.state == .quarantined && refused.problem?.code == "assessing-killed-daemon")
    #expect(try await claimed() == [innocent])
    _ = try await register.assess(innocent, [assessed()], key: "k")
    #expect(try await register.document(innocent)?.interruptions == 0)
    #expect(try await register.returnOpenLeases(at: at(4)) == [])
  }

  @Test func `what could not be assessed for want of something else bears no blame`() async throws {
    let document = try await register.readDocument("a")
    _ = try await register.claimForAssessing(limit: 9, key: "k")
    try await register.releaseAssessing([document])
    _ = try await register.returnOpenLeases(at: at(1))
    #expect(try await register.document(document)?.interruptions == 0)
  }

  @Test func `an approved invoice stays as it was approved`() async throws {
    let document = try await register.readDocument("a")
    let id = try await register.assess(document, [assessed(total: 100)])[0]
    _ = try await decide(.approve(despite: []), id, event: .approved(booked: false))
    _ = try await register.assess(document, [assessed(total: 200)])
    _ = try await register.assess(document, [])
    let invoice = try await record(id)
    #expect(invoice.state == .approved)
    #expect(invoice.assessment.draft[.totalWithVAT]?.minorUnits == 100)
    #expect(try await register.document(document)?.state == .read)
  }

  @Test func `a verdict on an older state of minds is not filed`() async throws {
    let document = try await register.readDocument("a")
    let id = try await register.assess(document, [assessed(total: 100)])[0]
    let task = try #require(try await register.assessingTask(document: document))
    _ = try await decide(
      .correct(field: Field.totalWithVAT.name, value: nil),
      id,
      reassessed: assessed(total: 300)
    )
    let filed = try await register.fileAssessments(
      task,
      [assessed(total: 200)],
      documentType: .invoice,
      assessedWith: "k",
      at: at()
    )
    #expect(filed == nil)
    #expect(try await record(id).assessment.draft[.totalWithVAT]?.minorUnits == 300)
    let next = try #require(try await register.claimForAssessing(limit: 1, key: "k").first)
    #expect(next.invoiceDecisions[1]?.count == 1)
  }

  @Test func `two people who decide at once are told`() async throws {
    let id = try await register.assess(try await register.readDocument("a"), [assessed()])[0]
    let seen = try await record(id).rowVersion
    _ = try await decide(.hold(until: nil), id, event: .held)
    let failure = await code {
      _ = try await register.decide(
        .discard(reason: "spam"),
        on: id,
        seen: seen,
        author: "paul",
        at: at(),
        event: .discarded
      )
    }
    #expect(failure == "changed-meanwhile")
    #expect(try await register.decisions(of: id).count == 1)
  }

  @Test func `what is not possible in a state is refused and leaves no trace`() async throws {
    let id = try await register.assess(try await register.readDocument("a"), [assessed()])[0]
    let failure = await code {
      let day = try #require(CalendarDate(iso: "2026-12-01"))
      _ = try await decide(.paid(on: day, by: "transfer"), id, event: .paid)
    }
    #expect(failure == "decision-not-possible")
    #expect(try await register.decisions(of: id).isEmpty)
  }

  @Test func `undoing restores step by step`() async throws {
    let id = try await register.assess(try await register.readDocument("a"), [assessed()])[0]
    let before = try await record(id)
    _ = try await decide(.approve(despite: []), id, event: .approved(booked: false))
    let day = try #require(CalendarDate(iso: "2026-12-01"))
    let paid = try await decide(.paid(on: day, by: "transfer"), id, event: .paid)
    #expect(paid.state == .paid && paid.paidOn == day && paid.paidBy == "transfer")
    let undone = try await register.undoLast(id, author: "anne", at: at())
    #expect(undone?.decision == .paid(on: day, by: "transfer"))
    #expect(try await record(id).state == .approved)
    #expect(try await record(id).paidOn == nil)
    _ = try await register.undoLast(id, author: "anne", at: at())
    let after = try await record(id)
    #expect(after.state == before.state && after.assessment == before.assessment)
    #expect(try await register.undoLast(id, author: "anne", at: at()) == nil)
    #expect(try await register.decisions(of: id).map(\.isUndone) == [true, true])
  }

  @Test func `a person overrules what a document is, and can take it back`() async throws {
    let document = try await register.readDocument("a")
    let id = try await register.assess(document, [assessed()])[0]
    try await register.declare(.letter, document: document, author: "anne", at: at())
    #expect(try await register.document(document)?.state == .notInvoice)
    #expect(try await register.invoice(id) == nil)
    #expect(try await register.claimForAssessing(limit: 9, key: "k9").isEmpty)
    _ = try await register.undoLast(document, author: "anne", at: at())
    #expect(try await register.claimForAssessing(limit: 9, key: "k9").count == 1)
  }

  @Test func `finds invoices by state, supplier, date, amount and text`() async throws {
    let first = try await register.assess(try await register.readDocument("a"), [assessed()])
    let second = try await register.assess(
      try await register.readDocument("b"),
      [assessed(seller: "Électricité de France", number: "E 77", total: 5000, doubtful: true)]
    )
    func ids(_ filter: InvoiceFilter) async throws -> [Int64] {
      try await register.summaries(filter).map(\.id)
    }
    #expect(try await ids(InvoiceFilter(states: [.ready])) == first)
    #expect(try await ids(InvoiceFilter(supplier: "electricite")) == second)
    #expect(try await ids(InvoiceFilter(total: 0...6000)) == second)
    #expect(try await ids(InvoiceFilter(text: "ovh f-123")) == first)
    #expect(try await ids(InvoiceFilter(text: "b.pdf")) == second)
    #expect(try await ids(InvoiceFilter(limit: 1, offset: 1)) == second)
    #expect(try await ids(InvoiceFilter(ids: [1])) == first, "a document stands for its invoices")
    let day = try #require(CalendarDate(iso: "2026-11-20"))
    #expect(try await ids(InvoiceFilter(issued: day...day)) == first + second)
    #expect(try await ids(InvoiceFilter(issued: day.adding(days: 1)...day.adding(days: 9))) == [])
  }

  @Test func `finds the twin by seller and number in another spelling`() async throws {
    let first = try await register.assess(try await register.readDocument("a"), [assessed()])[0]
    let document = try await register.readDocument("b")
    func twins(_ invoice: AssessedInvoice) async throws -> [Int64] {
      let key = InvoiceKey(invoice.assessment.draft)
      return try await register.twins(of: key, except: document, firstPage: 1).map(\.id)
    }
    #expect(try await twins(assessed(seller: "ovh sas", number: "f 123")) == [first])
    #expect(try await twins(assessed(number: "F-124")) == [])
    #expect(try await twins(assessed(type: "381")) == [], "a credit note repeats no invoice")
  }

  @Test func `counts everything once and tells every state`() async throws {
    _ = try await register.assess(try await register.readDocument("a"), [assessed()])
    _ = try await register.readDocument("b")
    _ = try await register.admit(sighting("c"))
    let counts = try await register.counts()
    #expect(counts["ready"] == 1 && counts["read"] == 1 && counts["received"] == 1)
    #expect(counts["to_review"] == 0 && counts["quarantined"] == 0)
    #expect(counts.values.reduce(0, +) == 3)
    #expect(counts.count == DocumentState.allCases.count + InvoiceState.allCases.count)
  }

  @Test func `tells the history of an invoice with its document`() async throws {
    let id = try await register.assess(try await register.readDocument("a"), [assessed()])[0]
    _ = try await decide(.hold(until: nil), id, event: .held)
    _ = try await register.undoLast(id, author: "anne", at: at())
    let history = try await register.history(of: id)
    #expect(history.map(\.action) == ["admitted", "read", "assessed", "decided", "undone"])
    #expect(history.last?.actor == "anne")
    #expect(try await register.history(of: 1) == history)
  }
}
