// Table.swift — columns of text for people.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Rows whose cells are padded to columns; the last column runs free.
struct Table {
  enum Alignment { case left, right }

  let columns: [Alignment]
  private(set) var rows: [[String]] = []

  init(_ columns: [Alignment]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The rows as lines, two blanks between columns, without trailing blanks.
  ///
  /// `limits` is the widest a column may be, by its index; longer cells are cut with "…".
  func lines(indent: Int = 0, limits: [Int: Int] = [:]) -> [String] {
    let cut = rows.map { row in
      row.enumerated().map { index, cell in limits[index].map { shortened(cell, to: $0) } ?? cell }
    }
    let widths = columns.indices.map { column in
      cut.map { column < $0.count ? displayWidth($0[column]) : 0 }.max() ?? 0
    }
    return cut.map { row in
      let cells = row.enumerated().map { index, cell in
        padded(cell, to: index == columns.count - 1 ? 0 : widths[index], columns[index])
      }
      let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func padded(_ cell: String, to width: Int, _ alignment: Alignment) -> String {
    let blanks = String(repeating: " ", count: max(0, width - displayWidth(cell)))
    return alignment == .left ? cell + blanks : blanks + cell
  }
}

/// How many columns a text takes on a terminal; marks of colour take none.
func displayWidth(_ text: String) -> Int {
  var width = 0
  var isInMark = false
  for character in text {
    if character == "\u{1B}" { isInMark = true }
    if !isInMark { width += 1 }
    if isInMark, character == "m" { isInMark = false }
  }
  return width
}

/// The text, or its beginning and "…" when it is longer than `width` characters.
func shortened(_ text: String, to width: Int) -> String {
  text.count > width ? text.prefix(max(0, width - 1)) + "…" : text
}
