// RowCursor.swift — the rows of a table, one after the other.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The rows of a table that are not blank, one after the other.
struct RowCursor: Sendable {
  private enum Rows {
    case text(RowScanner)
    case list(ArraySlice<SeparatedRow>)
  }

  private var rows: Rows

  init(_ scanner: RowScanner) { rows = .text(scanner) }

  init(_ list: [SeparatedRow]) { rows = .list(list[...]) }

  /// - Throws: `csv-quote-unclosed`.
  mutating func next() throws(Problem) -> SeparatedRow? {
    while let row = try any() {
      if !row.isBlank { return row }
    }
    return nil
  }

  private mutating func any() throws(Problem) -> SeparatedRow? {
    switch rows {
    case .text(var scanner):
      let row = try scanner.row()
      rows = .text(scanner)
      return row
    case .list(var list):
      let row = list.popFirst()
      rows = .list(list)
      return row
    }
  }
}
