// EntryCollector.swift — rows of a CSV file gathered into entries with unique ids.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Makes entries of rows; rows of one id become one entry where the mapping says so.
struct EntryCollector {
  private let mapping: LedgerMapping
  private let kind: LedgerEntry.Kind
  private(set) var entries: [LedgerEntry] = []
  private var places: [String: Int] = [:]

  init(mapping: LedgerMapping, kind: LedgerEntry.Kind) {
    self.mapping = mapping
    self.kind = kind
  }

  /// - Throws: `csv-id-twice`, `csv-order-total-differs`, and the problems of `MappedRow`.
  mutating func add(_ row: MappedRow, amount: Money) throws(Problem) {
    let entry = try entry(row, amount: amount)
    guard let place = places[entry.id.id] else {
      places[entry.id.id] = entries.count
      entries.append(entry)
      return
    }
    let first = entries[place]
    let lines = first.lines + entry.lines
    switch mapping.merge {
    case .same where first.amount == amount:
      entries[place] = first.with(amount: amount, lines: lines)
    case .same: throw problem("csv-order-total-differs", entry)
    case .sum where first.amount.currency == amount.currency:
      entries[place] = first.with(amount: first.amount + amount, lines: lines)
    case .sum: throw problem("csv-order-total-differs", entry)
    case nil: throw problem("csv-id-twice", entry)
    }
  }

  private func entry(_ row: MappedRow, amount: Money) throws(Problem) -> LedgerEntry {
    let documentDate = try row.date(.documentDate)
    let bookingDate = try row.date(.bookingDate)
    let state = try row.state()
    let id = row.text(.id) ?? composedID(row, amount: amount, date: documentDate ?? bookingDate)
    return LedgerEntry(
      id: LedgerEntryID(source: mapping.source, id: id),
      kind: kind,
      partyCode: row.text(.partyCode),
      partyName: row.text(.partyName),
      account: row.text(.account),
      reference: row.text(.reference) ?? (kind == .purchaseOrder ? id : nil),
      documentDate: documentDate ?? bookingDate,
      bookingDate: bookingDate,
      dueDate: try row.date(.dueDate),
      amount: amount,
      label: row.text(.label) ?? "",
      isOpen: state != .closed,
      isPartlyPaid: state == .partlyPaid,
      sourceLine: row.row.line,
      lines: kind == .purchaseOrder ? [try row.orderLine()].compactMap { $0 } : []
    )
  }

  /// An id for files that print none: the same in every later export of the same rows.
  private func composedID(_ row: MappedRow, amount: Money, date: CalendarDate?) -> String {
    let parts = [
      date?.description, row.text(.account), row.text(.partyCode), row.text(.reference),
      amount.plainText,
    ]
    let base = parts.map { $0 ?? "" }.joined(separator: "|")
    let repeats = (2...).lazy.map { base + "#" + String($0) }
    return places[base] == nil ? base : repeats.first { places[$0] == nil } ?? base
  }

  private func problem(_ code: String, _ entry: LedgerEntry) -> Problem {
    Problem(.refusal, code, ["line": String(entry.sourceLine), "id": entry.id.id])
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
