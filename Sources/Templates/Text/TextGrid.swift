// TextGrid.swift — pages as fixed-width text, rebuilt from the boxes of their words.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns

/// A document as fixed-width text: columns stay below each other, each page ends with a form feed.
///
/// Templates were written for the text that `pdftotext -layout` prints; this comes close to it.
struct TextGrid: Sendable {
  let text: TracedText
  /// The words of all pages, as the trace of the text numbers them.
  let words: [PlacedWord]
  /// Plain text has no areas.
  private let hasAreas: Bool

  /// A word and the number of its page, from 1.
  struct PlacedWord: Hashable, Sendable {
    let word: Word
    let page: Int
  }

  /// Bytes of text at most: what lies behind is not searched.
  private static let byteLimit = 1 << 20
  /// Columns of a line at most: a hostile box must not fill the memory with blanks.
  private static let columnLimit = 1_000

  init(_ document: Document) {
    var text = TracedText()
    var words: [PlacedWord] = []
    for page in document.pages where text.trace.count < Self.byteLimit {
      let first = Int32(words.count)
      words += page.words.map { PlacedWord(word: $0, page: page.number) }
      Self.lay(page, numberedFrom: first, on: &text)
      text.append("\u{C}", from: TracedText.noWord)
    }
    self.text = text
    self.words = words
    hasAreas = document.format != .text
  }

  private static func lay(_ page: Page, numberedFrom first: Int32, on text: inout TracedText) {
    let shown = page.words.indices.filter { !page.words[$0].text.isEmpty }
    guard let margin = shown.map({ page.words[$0].box.left }).min() else { return }
    let width = characterWidth(of: shown.map { page.words[$0] })
    for row in rows(of: shown, in: page) where text.trace.count < byteLimit {
      var column = 0
      var before: Box?
      for index in row {
        let word = page.words[index]
        let blanks = blanks(
          from: column,
          to: Double(Int(word.box.left) - Int(margin)) / width,
          behind: before,
          before: word.box,
          width: width
        )
        text.append(String(repeating: " ", count: blanks), from: TracedText.noWord)
        text.append(word.text, from: first + Int32(index))
        column += blanks + word.text.unicodeScalars.count
        before = word.box
      }
      text.append("\n", from: TracedText.noWord)
    }
  }

  /// How many blanks stand before a word: up to its column, but as many as the gap needs.
  private static func blanks(
    from column: Int,
    to wanted: Double,
    behind before: Box?,
    before box: Box,
    width: Double
  ) -> Int {
    let target = max(0, min(columnLimit, Int(wanted.rounded())) - column)
    guard let before else { return target }
    let gap = Double(Int(box.left) - Int(before.right))
    if gap < Double(box.height) / 10 { return 0 }
    return max(gap > 1.8 * width ? 2 : 1, gap > 1.8 * width ? target : 1)
  }

  /// The median width of a character, in tenths of a point.
  private static func characterWidth(of words: [Word]) -> Double {
    let widths = words.map { word in
      Double(max(1, word.box.width)) / Double(max(1, word.text.unicodeScalars.count))
    }.sorted()
    return max(1, widths[widths.count / 2])
  }

  /// The words whose middles lie within the height of their row, each row from left to right.
  private static func rows(of shown: [Int], in page: Page) -> [[Int]] {
    let sorted = shown.sorted {
      let (left, right) = (page.words[$0].box, page.words[$1].box)
      return (left.middleY, left.left, $0) < (right.middleY, right.left, $1)
    }
    var rows: [[Int]] = []
    var middle = Int32.min
    var reach: Int32 = 0
    for index in sorted {
      let box = page.words[index].box
      if !rows.isEmpty, box.middleY - middle <= max(1, min(reach, box.height) / 2) {
        rows[rows.count - 1].append(index)
      } else {
        rows.append([index])
        (middle, reach) = (box.middleY, box.height)
      }
    }
    return rows.map { $0.sorted { page.words[$0].box.left < page.words[$1].box.left } }
  }

  /// The text of the words that an area touches; nil where areas do not apply.
  ///
  /// Lines from top to bottom, words joined by single blanks.
  func text(in area: TemplateArea) -> TracedText? {
    guard hasAreas else { return nil }
    let box = area.box
    let touched = words.indices.filter { index in
      let placed = words[index]
      return area.pages.contains(placed.page) && placed.word.box.touches(box)
    }.sorted {
      let (left, right) = (words[$0], words[$1])
      return (left.page, left.word.box.top, left.word.box.left)
        < (right.page, right.word.box.top, right.word.box.left)
    }
    var lines: [[Int]] = []
    for index in touched {
      if let first = lines.last?.first, words[first].page == words[index].page,
        words[index].word.box.top - words[first].word.box.top <= 30
      {
        lines[lines.count - 1].append(index)
      } else {
        lines.append([index])
      }
    }
    var text = TracedText()
    for (number, line) in lines.enumerated() {
      if number > 0 { text.append("\n", from: TracedText.noWord) }
      let ordered = line.sorted { words[$0].word.box.left < words[$1].word.box.left }
      for (place, index) in ordered.enumerated() {
        if place > 0 { text.append(" ", from: TracedText.noWord) }
        text.append(words[index].word.text, from: Int32(index))
      }
    }
    return text
  }
}

extension Box {
  fileprivate func touches(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
