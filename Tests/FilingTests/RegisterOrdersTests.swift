// RegisterOrdersTests.swift — what the register knows of an order when an invoice for it comes.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Filing

@Suite struct RegisterOrdersTests {
  private let home: TemporaryHome
  private let register: Register
  private let order = LedgerEntry(
    id: LedgerEntryID(source: "purchase_orders", id: "CF-2026/7"),
    kind: .purchaseOrder,
    partyCode: "F9",
    partyName: nil,
    account: nil,
    reference: "CF-2026/7",
    documentDate: CalendarDate(iso: "2026-10-01"),
    bookingDate: nil,
    dueDate: nil,
    amount: Money(minorUnits: -25_000, currency: .euro),
    label: "",
    isOpen: true,
    sourceLine: 2,
    lines: [
      OrderLine(
        number: "1",
        item: "VIS-40",
        description: "Vis",
        quantity: DecimalNumber(mantissa: 10),
        unitPrice: DecimalNumber(mantissa: 1185, scale: 2)
      )
    ]
  )

  init() async throws {
    home = try TemporaryHome()
    register = try Register.open(at: home.register)
    try await importOrder()
  }

  @discardableResult
  private func importOrder() async throws -> ImportReport {
    try await register.importLedger(
      source: "purchase_orders",
      fileName: "orders.csv",
      sha256: "1",
      entries: [order],
      importedAt: at()
    )
  }

  private func invoice(_ number: String, order: String?) -> AssessedInvoice {
    let base = assessed(number: number).assessment
    var draft = base.draft
    if let order { draft.set(.purchaseOrder, to: order, evidence: evidence) }
    return AssessedInvoice(
      assessment: Assessment(
        pages: base.pages,
        language: base.language,
        documentType: base.documentType,
        draft: draft,
        findings: []
      )
    )
  }

  private func standings(
    _ invoice: AssessedInvoice,
    supplier: String? = nil,
    linked: [LedgerEntryID] = []
  ) async throws -> [OrderStanding] {
    try await register.orderStandings(
      of: InvoiceKey(invoice.assessment.draft),
      supplierCode: supplier,
      linked: linked,
      before: .max
    )
  }

  @Test func `keeps the lines of an order, and knows them again`() async throws {
    #expect(try await importOrder().unchanged == 1)
    let found = try await standings(invoice("F-1", order: "CF 2026-7"))
    #expect(found.map(\.order) == [order])
    #expect(
      try await standings(invoice("F-1", order: nil), linked: [order.id]).map(\.order) == [order]
    )
    #expect(try await standings(invoice("F-1", order: "CF 2026-8")) == [])
    #expect(try await standings(invoice("F-1", order: "CF 2026-7"), supplier: "F8") == [])
  }

  @Test func `finds the earlier invoices that name it`() async throws {
    let first = invoice("F-1", order: "CF-2026-7")
    _ = try await register.assess(try await register.readDocument("a"), [first])
    _ = try await register.assess(
      try await register.readDocument("b"),
      [invoice("F-2", order: "X")]
    )
    let found = try await standings(invoice("F-3", order: "CF-2026/7"))
    #expect(found.first?.invoiced == [first.assessment.draft])
  }

  @Test func `replaces what a source told of an order before`() async throws {
    func receive(_ quantity: Int64, from source: String) async throws {
      let receipt = GoodsReceipt(
        order: "CF 2026/7",
        line: "1",
        quantity: DecimalNumber(mantissa: quantity)
      )
      #expect(try await register.importReceipts([receipt], source: source) == 1)
    }
    try await receive(3, from: "a")
    try await receive(5, from: "a")
    try await receive(1, from: "b")
    let found = try await standings(invoice("F-1", order: "CF-2026/7"))
    #expect(found.first?.receipts.map(\.quantity.mantissa) == [5, 1])
  }
}
