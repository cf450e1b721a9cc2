// ReadableInvoice+Pages.swift — the readable view as pages of words.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing
package import Wording

extension ReadableInvoice {
  /// The view on A4 pages, laid out as on a typewriter.
  package var pages: [Page] {
    let lines = self.lines
    return stride(from: 0, to: max(1, lines.count), by: Self.linesOfPage).enumerated().map {
      number,
      start in
      Page(
        number: number + 1,
        width: 5950,
        height: 8420,
        origin: .textLayer,
        words: lines[start...].prefix(Self.linesOfPage).enumerated().flatMap { row, line in
          Self.words(of: line, row: Int32(row))
        }
      )
    }
  }

  /// The view as lines of text.
  package var lines: [String] {
    var lines = Self.wrapped(title, to: Self.columns) + [""]
    for section in sections {
      if !section.title.isEmpty { lines.append(section.title.uppercased()) }
      for row in section.rows {
        let value = Self.wrapped(row.value, to: Self.columns - Self.labelWidth)
        lines.append(Self.padded(row.label, to: Self.labelWidth) + (value.first ?? ""))
        let blank = String(repeating: " ", count: Self.labelWidth)
        lines += value.dropFirst().map { blank + $0 }
      }
      lines.append("")
    }
    for table in tables { lines += Self.lines(of: table) + [""] }
    for note in notes { lines += Self.wrapped(note, to: Self.columns) + [""] }
    return lines + Self.wrapped(remark, to: Self.columns)
  }

  private static let columns = 96
  private static let labelWidth = 32
  private static let figureWidth = 14
  private static let linesOfPage = 68
  /// Tenths of a point.
  private static let (columnWidth, lineHeight, margin): (Int32, Int32, Int32) = (58, 115, 200)

  private static func lines(of table: Table) -> [String] {
    let textWidth = columns - figureWidth * (table.head.count - 1)
    func laid(_ row: [String]) -> [String] {
      let first = wrapped(row.first ?? "", to: textWidth - 2)
      let figures = row.dropFirst().map { figure in
        String(repeating: " ", count: max(1, figureWidth - figure.count)) + figure
      }
      return [padded(first.first ?? "", to: textWidth) + figures.joined()] + first.dropFirst()
    }
    return [table.title.uppercased()] + laid(table.head) + table.rows.flatMap(laid)
      + (table.rest.isEmpty ? [] : [table.rest])
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text.count < width ? text + String(repeating: " ", count: width - text.count) : text + " "
  }

  /// A text in lines of at most so many characters, broken at blanks where there are any.
  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(whereSeparator: \.isNewline) {
      var line = ""
      for word in paragraph.split(whereSeparator: \.isWhitespace) {
        var rest = word
        if !line.isEmpty, line.count + 1 + rest.count > width {
          lines.append(line)
          line = ""
        }
        while rest.count > width {
          lines.append(String(rest.prefix(width)))
          rest = rest.dropFirst(width)
        }
        line += (line.isEmpty ? "" : " ") + rest
      }
      if !line.isEmpty { lines.append(line) }
    }
    return lines
  }

  private static func words(of line: String, row: Int32) -> [Word] {
    let top = margin + row * lineHeight
    var words: [Word] = []
    var column: Int32 = 0
    for part in line.split(separator: " ", omittingEmptySubsequences: false) {
      let count = Int32(part.count)
      if count > 0 {
        let left = margin + column * columnWidth
        let box = Box(
          left: left,
          top: top,
          right: left + count * columnWidth,
          bottom: top + lineHeight - 15
        )
        words.append(Word(text: String(part), box: box))
      }
      column += count + 1
    }
    return words
  }
}

extension Document {
  /// Its pages; of an e-invoice without any the readable view.
  package func readablePages(in language: Language) -> [Page] {
    guard pages.isEmpty, let markup else { return pages }
    return ReadableInvoice(markup, in: language)?.pages ?? []
  }
}
