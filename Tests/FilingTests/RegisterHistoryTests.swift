// RegisterHistoryTests.swift — what the register knows of a seller when its next invoice comes.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Filing

@Suite struct RegisterHistoryTests {
  private let home: TemporaryHome
  private let register: Register

  init() throws {
    home = try TemporaryHome()
    register = try Register.open(at: home.register)
  }

  private func history(
    of invoice: AssessedInvoice,
    before document: Int64 = .max,
    supplier: Supplier? = nil
  ) async throws -> SupplierHistory {
    try await register.supplierHistory(
      of: InvoiceKey(invoice.assessment.draft),
      supplier: supplier,
      hasMaster: supplier != nil,
      before: document
    )
  }

  private func file(_ name: String, _ invoice: AssessedInvoice) async throws -> Int64 {
    try await register.assess(try await register.readDocument(name), [invoice])[0]
  }

  private func decide(
    _ decision: Decision,
    about id: Int64,
    event: InvoiceEvent
  ) async throws {
    let version = try #require(try await register.invoice(id)).rowVersion
    _ = try await register.decide(
      decision,
      on: id,
      seen: version,
      author: "anne",
      at: at(3),
      event: event
    )
  }

  @Test func `tells what came in earlier documents and what of it was approved`() async throws {
    let first = try await file("a", assessed(number: "F-1", total: 100))
    let second = try await file("b", assessed(number: "F-2", total: 200))
    _ = try await file("c", assessed(seller: "Autre SARL", number: "X", total: 300))
    try await decide(.approve(despite: []), about: first, event: .approved(booked: false))
    let found = try await history(of: assessed(number: "F-3"))
    #expect(Set(found.invoices.map(\.id)) == [first, second])
    #expect(found.invoices.filter(\.isApproved).map(\.id) == [first])
    #expect(found.invoices.compactMap(\.total?.minorUnits).sorted() == [100, 200])
    let document = try #require(try await register.invoice(second)?.documentNumber)
    #expect(try await history(of: assessed(), before: document).invoices.map(\.id) == [first])
  }

  @Test func `leaves out what was discarded`() async throws {
    let id = try await file("a", assessed(number: "F-1"))
    try await decide(.discard(reason: "twice"), about: id, event: .discarded)
    #expect(try await history(of: assessed(number: "F-2")).invoices == [])
  }

  @Test func `finds the same total about the same day under another name`() async throws {
    let id = try await file("a", assessed(seller: "Autre SARL", number: "12345"))
    _ = try await file("b", assessed(seller: "Autre SARL", number: "12346", total: 1))
    #expect(try await history(of: assessed(number: "12345")).lookalikes.map(\.id) == [id])
    let own = try await history(of: assessed(seller: "Autre SARL", number: "12345"))
    #expect(own.lookalikes == [])
  }

  @Test func `takes totals from the books, but not this invoice's own`() async throws {
    _ = try await register.importLedger(
      source: "fec",
      fileName: "fec.txt",
      sha256: "1",
      entries: [
        entry("1", amount: -5_000, reference: "F-1", party: "F9"),
        entry("2", amount: -7_000, reference: "F-2", party: "F9"),
        entry("3", amount: 900, party: "F9"), entry("4", amount: -1, party: "F8"),
      ],
      importedAt: at()
    )
    let supplier = Supplier(code: "F9", name: "OVH SAS")
    let found = try await history(of: assessed(number: "F-3"), supplier: supplier)
    #expect(found.bookedTotals.map(\.minorUnits).sorted() == [5_000, 7_000])
    let own = try await history(of: assessed(number: "f 1"), supplier: supplier)
    #expect(own.bookedTotals.map(\.minorUnits) == [7_000])
  }

  @Test func `keeps how entries were booked for what is learned about their supplier`()
    async throws
  {
    let booking = Booking(
      chargeAccount: "606400",
      vatRate: VATRate(hundredthsOfPercent: 2000),
      paidOn: CalendarDate(iso: "2026-12-01")
    )
    func imported(_ booking: Booking?) async throws -> ImportReport {
      try await register.importLedger(
        source: "fec",
        fileName: "fec.txt",
        sha256: "",
        entries: (1...3).map { number in
          entry("\(number)", amount: -5_000, party: "F9", booking: booking)
        },
        importedAt: at()
      )
    }
    _ = try await imported(nil)
    #expect(try await register.supplierHabits(of: "F9") == .none)
    // A later version reads more of the same file.
    #expect(try await imported(booking).changed == 3)
    let habits = try await register.supplierHabits(of: "F9")
    #expect(habits.proposedAccount?.account == "606400")
    #expect(habits.payment?.median == 30)
    let found = try await history(of: assessed(), supplier: Supplier(code: "F9", name: "OVH SAS"))
    #expect(found.habits == habits)
  }
}
