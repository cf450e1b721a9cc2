// OrderCheckTests.swift — what is told of an invoice that does not agree with its order.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Matching

@Suite struct OrderCheckTests {
  private let evidence = Evidence(
    origin: .computed(from: []),
    text: "",
    rule: "test",
    confidence: .certain
  )

  private func number(_ text: String) -> DecimalNumber { DecimalNumber(text) ?? .zero }

  private func euros(_ text: String) -> Money {
    Money(number(text), currency: .euro) ?? Money(minorUnits: 0, currency: .euro)
  }

  /// Screws in two lines, a ladder, of 250.00 € in all.
  private let order: [OrderLine] = [
    ("1", "VIS-40", "Vis inox 4x40 boîte de 200", "10", "5"),
    ("2", "VIS-40", "Vis inox 4x40 boîte de 200", "5", "5"),
    ("3", nil, "Échelle télescopique aluminium", "1", "175"),
  ].map { line in
    OrderLine(
      number: line.0,
      item: line.1,
      description: line.2,
      quantity: DecimalNumber(line.3),
      unitPrice: DecimalNumber(line.4)
    )
  }

  private typealias Line = (description: String, quantity: String, net: String)

  private func invoice(_ lines: [Line], total: String? = nil, type: String = "380") -> Draft {
    var draft = Draft()
    draft.set(.invoiceType, to: type, evidence: evidence)
    draft.set(.currency, to: "EUR", evidence: evidence)
    let lines = lines.map { line in
      InvoiceLine(
        description: line.description,
        quantity: number(line.quantity),
        lineNet: euros(line.net)
      )
    }
    draft.set(.lines, to: lines, evidence: evidence)
    let sum = lines.reduce(Int64(0)) { $0 + ($1.lineNet?.minorUnits ?? 0) }
    let net = total.map(euros) ?? Money(minorUnits: sum, currency: .euro)
    draft.set(.totalWithoutVAT, to: net, evidence: evidence)
    return draft
  }

  private func findings(
    _ draft: Draft,
    receipts: [GoodsReceipt] = [],
    after invoiced: [Draft] = []
  ) -> [Finding] {
    let entry = LedgerEntry(
      id: LedgerEntryID(source: "purchase_orders", id: "CF-1"),
      kind: .purchaseOrder,
      partyCode: nil,
      partyName: nil,
      account: nil,
      reference: "CF-1",
      documentDate: nil,
      bookingDate: nil,
      dueDate: nil,
      amount: euros("-250"),
      label: "",
      isOpen: true,
      sourceLine: 1,
      lines: order
    )
    let standing = OrderStanding(order: entry, receipts: receipts, invoiced: invoiced)
    return compareWithOrder(draft, standing)
  }

  private func codes(
    _ lines: [Line],
    receipts: [GoodsReceipt] = [],
    after invoiced: [Draft] = []
  ) -> [String] {
    findings(invoice(lines), receipts: receipts, after: invoiced).map(\.code)
  }

  private let ladder: Line = ("Echelle telescopique alu aluminium", "1", "175")
  private func screws(_ quantity: String, _ net: String) -> Line {
    ("VIS INOX 4X40 - BOITE 200 (VIS-40)", quantity, net)
  }

  @Test func `says nothing about what was ordered, in parts or in one`() {
    #expect(codes([screws("15", "75"), ladder]) == [])
    #expect(codes([screws("7", "35"), screws("8", "40")]) == [])
    let first = invoice([screws("10", "50")])
    #expect(codes([screws("5", "25"), ladder], after: [first]) == [])
  }

  @Test func `blocks more than was ordered, alone and with earlier invoices`() {
    #expect(codes([screws("16", "80")]) == ["order-quantity-exceeded"])
    let first = invoice([screws("10", "50")])
    #expect(codes([screws("6", "30")], after: [first]) == ["order-quantity-exceeded"])
    // A letter with which a part was given back is no invoice.
    let note = invoice([screws("10", "50")], type: "381")
    #expect(codes([screws("15", "75")], after: [note]) == [])
    // Where an earlier invoice was read badly nobody knows what it had.
    let blurred = invoice([screws("10", "50")], total: "90")
    #expect(codes([screws("6", "30")], after: [blurred]) == [])
  }

  @Test(arguments: [
    ("251", [String]()), ("251.25", []), ("251.26", ["order-exceeded"]),
    ("300", ["order-exceeded"]),
  ])
  func `blocks a total above the order's`(total: String, expected: [String]) {
    // Its lines were not read.
    #expect(findings(invoice([], total: total)).map(\.code) == expected)
  }

  @Test func `adds up what was invoiced before, less what was credited`() {
    let first = invoice([], total: "200")
    let second = invoice([], total: "60")
    let found = findings(second, after: [first])
    #expect(found.map(\.code) == ["order-exceeded"])
    #expect(found.first?.arguments["before"] == "200.00")
    #expect(findings(second, after: [first, invoice([], total: "10", type: "381")]) == [])
    #expect(findings(invoice([], total: "900", type: "381")) == [])
  }

  @Test(arguments: [
    ("76.49", Severity?.none), ("76.60", .warning), ("78.80", .blocking), ("70", nil),
  ])
  func `tells a price above the order's`(net: String, severity: Severity?) {
    let found = findings(invoice([screws("15", net)]))
    #expect(found.map(\.severity) == [severity].compactMap { $0 })
    #expect(found.allSatisfy { $0.code == "order-price-differs" })
  }

  @Test func `blocks what has not come yet, where receipts are known`() {
    let receipts = [
      GoodsReceipt(order: "CF-1", line: "1", quantity: number("6")),
      GoodsReceipt(order: "CF-1", line: "2", quantity: number("5")),
    ]
    #expect(codes([screws("11", "55")], receipts: receipts) == [])
    #expect(codes([screws("12", "60")], receipts: receipts) == ["order-not-received"])
    #expect(codes([ladder], receipts: receipts) == ["order-not-received"])
    let first = invoice([screws("6", "30")])
    #expect(
      codes([screws("6", "30")], receipts: receipts, after: [first]) == ["order-not-received"]
    )
  }

  @Test func `names a line that was not ordered without blame`() {
    let found = findings(invoice([screws("1", "5"), ("Frais de port", "1", "12")]))
    #expect(found.map(\.code) == ["order-line-unknown"])
    #expect(found.first?.severity == .info)
  }
}
