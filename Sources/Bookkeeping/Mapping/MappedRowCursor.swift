// MappedRowCursor.swift — the rows of a table that its mapping wants, one after the other.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The rows of a table seen through its mapping, up to the footer and without those it passes over.
struct MappedRowCursor: Sendable {
  private var rows: RowCursor
  let columns: MappedColumns
  private let books: Currency
  /// The rows so far, those passed over included.
  private(set) var count = 0

  init(rows: RowCursor, columns: MappedColumns, books: Currency) {
    self.rows = rows
    self.columns = columns
    self.books = books
  }

  /// The next row, or nil at the end.
  ///
  /// - Throws: `csv-quote-unclosed`, `pattern-limit`.
  mutating func next() throws(Problem) -> MappedRow? {
    while let row = try rows.next() {
      let mapped = MappedRow(row: row, columns: columns, books: books)
      if try mapped.isFooter() { break }
      count += 1
      if try !mapped.isSkipped() { return mapped }
    }
    // Whatever follows the footer is no data.
    rows = RowCursor([])
    return nil
  }
}
