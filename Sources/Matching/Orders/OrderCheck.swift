// OrderCheck.swift — an invoice against what was ordered, and what came of it.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// The codes of all findings about orders.
package let orderCodes: Set<String> = [
  "order-exceeded", "order-price-differs", "order-quantity-exceeded", "order-not-received",
  "order-line-unknown",
]

/// Compares an invoice with its order without VAT: the whole, then line by line where both tell lines;
/// with what came where receipts are known.
///
/// Tolerances: of the whole 1 or 0.5 %, of a line's price 0.50 or 2 %; a price more than 5 % or 25
/// above the order blocks, and so does every piece too much.
///
/// - Parameters:
///   - draft: the invoice; a credit note is compared with nothing.
///   - standing: the order, what came of it and what was invoiced before.
/// - Returns: the findings, the gravest first.
package func compareWithOrder(_ draft: Draft, _ standing: OrderStanding) -> [Finding] {
  guard !draft.isCreditNote else { return [] }
  let lines = OrderComparison(draft, standing)
  let findings = [excess(of: draft, over: standing)].compactMap { $0 } + (lines?.findings ?? [])
  return findings.enumerated().sorted { left, right in
    (right.element.severity, left.offset) < (left.element.severity, right.offset)
  }.map(\.element)
}

/// The whole that was invoiced of an order is more than was ordered.
private func excess(of draft: Draft, over standing: OrderStanding) -> Finding? {
  let currency = standing.order.amount.currency
  guard let net = draft[.totalWithoutVAT], net.currency == currency else { return nil }
  let before = standing.invoiced.reduce(Int128(0)) { sum, draft in
    guard let money = draft[.totalWithoutVAT], money.currency == currency else { return sum }
    let units = Int128(money.minorUnits)
    return sum + (draft.isCreditNote ? -units : units)
  }
  let ordered = abs(Int128(standing.order.amount.minorUnits))
  let tolerance = max(Int128(powerOfTen(currency.exponent) ?? 1), ordered / 200)
  guard before + Int128(net.minorUnits) > ordered + tolerance else { return nil }
  func text(_ units: Int128) -> String { money(units, currency).plainText }
  return Finding(
    .blocking,
    "order-exceeded",
    field: Field.purchaseOrder.name,
    [
      "order": standing.order.reference ?? standing.order.id.id, "ordered": text(ordered),
      "before": text(before), "invoiced": net.plainText, "currency": currency.code,
    ]
  )
}
