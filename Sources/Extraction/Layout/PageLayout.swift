// PageLayout.swift — rows and segments rebuilt from word boxes.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A page as rows of segments, rebuilt from the boxes of its words.
package struct PageLayout: Sendable {
  package let page: Page
  /// From top to bottom; each row's segments from left to right.
  package let rows: [[Segment]]
  /// The median height of a word, in tenths of a point; 100 on an empty page.
  let textHeight: Int32
  /// From top to bottom, each row from left to right.
  package let segments: [Segment]
  /// Each row as one segment.
  let lines: [Segment]
  /// Each segment of several words joined with the one right below it, left edges aligned.
  let wrappedLines: [Segment]

  package init(_ page: Page) {
    self.page = page
    let heights = page.words.map(\.box.height).sorted()
    let textHeight = heights.isEmpty ? 100 : max(20, heights[heights.count / 2])
    self.textHeight = textHeight
    // Recognition boxes hug the glyphs, a text layer's have the font's height.
    let gap: (numerator: Int32, denominator: Int32) = page.origin == .recognised ? (5, 4) : (4, 5)
    let rows = Self.rows(of: page.words).enumerated().map { index, words in
      Self.segments(of: words, page: page.number, row: index) { left, right in
        // Large type has large blanks.
        let height = max(textHeight, min(left.box.height, right.box.height))
        return right.box.left - left.box.right <= height * gap.numerator / gap.denominator
      }
    }
    self.rows = rows
    segments = rows.flatMap { $0 }
    lines = rows.enumerated().map { index, row in
      Segment(page: page.number, row: index, words: row.flatMap(\.words))
    }
    wrappedLines = Self.wrapped(rows, textHeight: textHeight)
  }

  private static func wrapped(_ rows: [[Segment]], textHeight: Int32) -> [Segment] {
    rows.indices.dropLast().flatMap { row -> [Segment] in
      rows[row].compactMap { segment in
        guard segment.words.count > 2,
          let below = rows[row + 1].first(where: {
            abs($0.box.left - segment.box.left) < textHeight
          }),
          below.box.top - segment.box.bottom < textHeight
        else { return nil }
        return Segment(page: segment.page, row: row, words: segment.words + below.words)
      }
    }
  }

  /// Whether it is prose, as general terms are: many words, hardly an amount among them.
  var isProse: Bool {
    let words = segments.reduce(0) { $0 + $1.words.count }
    guard words > 200 else { return false }
    let amounts = segments.flatMap(\.words).count { word in
      NumberShape(word.text)?.core.contains { ",.".contains($0) } ?? false
    }
    return amounts * 25 < words
  }

  /// Words that share most of their height, each row from left to right.
  private static func rows(of words: [Word]) -> [[Word]] {
    var rows: [(words: [Word], box: Box)] = []
    for word in words.sorted(by: { ($0.box.middleY, $0.box.left) < ($1.box.middleY, $1.box.left) })
    {
      let match = rows.indices.suffix(6).reversed().first { index in
        let overlap = rows[index].box.verticalOverlap(word.box)
        return overlap * 2 > min(rows[index].box.height, word.box.height)
          && !collides(word, with: rows[index].words)
      }
      guard let match else {
        rows.append(([word], word.box))
        continue
      }
      rows[match].words.append(word)
      // The band stays that of the first words, or one tall word would swallow the next row.
      if rows[match].words.count < 4 {
        rows[match].box = narrowed(rows[match].box, by: word.box)
      }
    }
    return rows.map { row in row.words.sorted { $0.box.left < $1.box.left } }
  }

  private static func collides(_ word: Word, with others: [Word]) -> Bool {
    others.contains { $0.box.horizontalOverlap(word.box) * 2 > min($0.box.width, word.box.width) }
  }

  /// A band between both heights, so that a tall first word does not decide alone.
  private static func narrowed(_ band: Box, by box: Box) -> Box {
    Box(
      left: min(band.left, box.left),
      top: (band.top + box.top) / 2,
      right: max(band.right, box.right),
      bottom: (band.bottom + box.bottom) / 2
    )
  }

  private static func segments(
    of words: [Word],
    page: Int,
    row: Int,
    isTogether: (Word, Word) -> Bool
  ) -> [Segment] {
    var runs: [[Word]] = []
    for word in words {
      if let last = runs.last?.last, isTogether(last, word) {
        runs[runs.count - 1].append(word)
      } else {
        runs.append([word])
      }
    }
    return runs.map { Segment(page: page, row: row, words: $0) }
  }
}
