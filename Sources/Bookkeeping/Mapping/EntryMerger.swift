// EntryMerger.swift — rows of one id become one entry where the mapping says so.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Gathers entries by their ids: an order has a row for each of its lines.
struct EntryMerger {
  private let merge: LedgerMapping.Merge
  private(set) var entries: [LedgerEntry] = []
  private var places: [String: Int] = [:]

  init(_ merge: LedgerMapping.Merge) { self.merge = merge }

  /// - Throws: `csv-order-total-differs`.
  mutating func add(_ entry: LedgerEntry) throws(Problem) {
    guard let place = places[entry.id.id] else {
      places[entry.id.id] = entries.count
      entries.append(entry)
      return
    }
    let first = entries[place]
    let isSame =
      merge == .same
      ? first.amount == entry.amount : first.amount.currency == entry.amount.currency
    guard isSame else {
      throw Problem(
        .refusal,
        "csv-order-total-differs",
        ["line": String(entry.sourceLine), "id": entry.id.id]
      )
    }
    entries[place] = first.with(
      amount: merge == .same ? first.amount : first.amount + entry.amount,
      lines: first.lines + entry.lines
    )
  }
}

extension LedgerEntry {
  fileprivate func with(amount: Money, lines: [OrderLine]) -> LedgerEntry {
    LedgerEntry(
      id: id,
      kind: kind,
      partyCode: partyCode,
      partyName: partyName,
      account: account,
      reference: reference,
      documentDate: documentDate,
      bookingDate: bookingDate,
      dueDate: dueDate,
      amount: amount,
      label: label,
      isOpen: isOpen,
      isPartlyPaid: isPartlyPaid,
      sourceLine: sourceLine,
      lines: lines
    )
  }
}
