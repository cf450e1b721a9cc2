// OrderEvidence.swift — what an order's number and date say.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Compares the order number on the invoice (EN 16931-1 BT-13) with an order's.
func orderEvidence(_ printed: String?, _ entry: LedgerEntry) -> Evidence {
  guard let printed, case let skeleton = ReferenceKey.skeleton(of: printed), !skeleton.isEmpty
  else { return Evidence(.reference, "order-number-missing", weight: nil) }
  let number = entry.reference ?? entry.id.id
  let arguments = ["invoice": printed, "entry": number]
  if skeleton == ReferenceKey.skeleton(of: number) {
    return Evidence(.reference, "order-equal", arguments, weight: Weight(m: 0.97, u: 0.00001))
  }
  let weight = Weight(m: 0.01, u: 0.999)
  return Evidence(.reference, "order-differs", arguments, weight: weight, isVeto: true)
}

/// An order comes before its invoice, seldom more than half a year.
func orderDateEvidence(_ issued: CalendarDate?, _ entry: LedgerEntry) -> Evidence {
  guard let issued, let ordered = entry.documentDate else {
    return Evidence(.date, "date-missing", weight: nil)
  }
  let days = issued.days(since: ordered)
  let arguments = ["days": String(days)]
  guard (0...180).contains(days) else {
    return Evidence(.date, "order-date-differs", arguments, weight: Weight(m: 0.04, u: 0.5))
  }
  return Evidence(.date, "order-before-invoice", arguments, weight: Weight(m: 0.96, u: 0.5))
}
