// EntryCursor.swift — rows of a table become entries, one after the other.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Makes an entry of each row that is one, and counts what the whole file holds.
struct EntryCursor: Sendable {
  private var rows: MappedRowCursor
  private let kind: LedgerEntry.Kind
  /// How often an id was composed, where the file prints none.
  private var composed: [String: Int] = [:]
  private var turnover = Turnover()
  private var (debit, credit) = (Int64(0), Int64(0))

  init(rows: MappedRowCursor, kind: LedgerEntry.Kind) {
    self.rows = rows
    self.kind = kind
  }

  /// The sums over the rows so far.
  var control: ControlSums {
    ControlSums(rowCount: rows.count, totalDebit: debit, totalCredit: credit)
  }

  /// The next entry, or nil at the end.
  ///
  /// - Throws: those of `MappedRowCursor`, `MappedRow` and `Turnover`.
  mutating func next() throws(Problem) -> LedgerEntry? {
    guard let row = try rows.next() else { return nil }
    let amount = try row.amount()
    try turnover.add(amount.minorUnits, line: row.row.line)
    if amount.minorUnits < 0 { credit -= amount.minorUnits } else { debit += amount.minorUnits }
    return try entry(row, amount: amount)
  }

  /// The entries from here on, of a file that was read once without a problem.
  func iterator() -> AnyIterator<LedgerEntry> {
    var cursor = self
    return AnyIterator { try? cursor.next() }
  }

  private mutating func entry(_ row: MappedRow, amount: Money) throws(Problem) -> LedgerEntry {
    let documentDate = try row.date(.documentDate)
    let bookingDate = try row.date(.bookingDate)
    let state = try row.state()
    let id = row.text(.id) ?? composedID(row, amount: amount, date: documentDate ?? bookingDate)
    return LedgerEntry(
      id: LedgerEntryID(source: rows.columns.mapping.source, id: id),
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
  private mutating func composedID(
    _ row: MappedRow,
    amount: Money,
    date: CalendarDate?
  ) -> String {
    let parts = [
      date?.description, row.text(.account), row.text(.partyCode), row.text(.reference),
      amount.plainText,
    ]
    let base = parts.map { $0 ?? "" }.joined(separator: "|")
    let times = (composed[base] ?? 0) + 1
    composed[base] = times
    return times == 1 ? base : base + "#" + String(times)
  }
}
