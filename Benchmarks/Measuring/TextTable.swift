// TextTable.swift — rows of words in columns.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Rows of words, printed in columns: the first to the left, the others to the right.
struct TextTable {
  private var rows: [[String]]

  /// A table under a heading.
  init(_ heading: [String]) { rows = [heading] }

  /// Adds a row of as many words as the heading has.
  mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, the heading first.
  var lines: [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.compactMap { column < $0.count ? $0[column].count : nil }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }
  }
}

/// A number with so many decimals, or "–" for none.
func decimal(_ number: Double?, _ places: Int) -> String {
  guard let number, number.isFinite else { return "–" }
  var factor = 1
  for _ in 0..<places { factor *= 10 }
  let scaled = Int((number * Double(factor)).rounded())
  guard places > 0 else { return String(scaled) }
  let rest = String(abs(scaled) % factor)
  let zeros = String(repeating: "0", count: places - rest.count)
  return (scaled < 0 ? "-" : "") + "\(abs(scaled) / factor).\(zeros)\(rest)"
}
