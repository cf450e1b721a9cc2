// ReturnedPayments.swift — transfers that came back have paid nothing.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension [Candidate] {
  /// Those without the transfers that came back, and without what brought them back.
  ///
  /// A transfer comes back within a month: the same amount the other way, from the same payee or
  /// naming the same invoice.
  func withoutReturned() -> [Candidate] {
    let lines = filter { $0.entry.kind == .bankLine }
    var gone: Set<LedgerEntryID> = []
    for back in lines where back.entry.amount.minorUnits > 0 && back.isOfSeller {
      let sent = lines.filter { sent in
        !gone.contains(sent.entry.id) && sent.isOfSeller && isReturn(back.entry, of: sent.entry)
      }
      // The latest before it: an earlier one of the same amount was another month's.
      let latest = sent.max { $0.order < $1.order }
      guard let latest else { continue }
      gone.formUnion([latest.entry.id, back.entry.id])
    }
    return filter { !gone.contains($0.entry.id) }
  }
}

private func isReturn(_ back: LedgerEntry, of sent: LedgerEntry) -> Bool {
  guard back.amount.currency == sent.amount.currency, sent.amount.minorUnits < 0,
    Int128(back.amount.minorUnits) == -Int128(sent.amount.minorUnits),
    let first = sent.bookingDate, let second = back.bookingDate
  else { return false }
  return (0...31).contains(second.days(since: first))
}

extension Candidate {
  fileprivate var order: (Int, LedgerEntryID) {
    (Int(entry.bookingDate?.dayNumber ?? 0), entry.id)
  }

  /// Whether it names the invoice, or its payee is the seller.
  fileprivate var isOfSeller: Bool {
    isNamed || evidence.contains { $0.kind == .supplier && $0.reason.deciBits > 0 }
  }
}
