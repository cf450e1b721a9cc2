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
    let slant = page.origin == .recognised ? Slant(of: page.words) : nil
    // Recognition boxes hug the glyphs, a text layer's have the font's height.
    let gap: (numerator: Int32, denominator: Int32) = page.origin == .recognised ? (5, 4) : (4, 5)
    let wordRows = Self.rows(of: page.words, slant: slant, textHeight: textHeight)
    let rows = wordRows.enumerated().map { index, words in
      Self.segments(of: words, page: page.number, row: index) { left, right in
        // Large type has large blanks.
        let height = max(textHeight, min(left.box.height, right.box.height))
        return right.box.left - left.box.right <= height * gap.numerator / gap.denominator
      }
    }
    self.rows = rows
    segments = rows.flatMap { $0 }
    lines = rows.map(Segment.init(joining:))
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
        return Segment(joining: [segment, below])
      }
    }
  }

  /// All words one behind the other, as recognition gave them: it knows lines that are not level.
  var inReadingOrder: Segment? {
    page.words.isEmpty ? nil : Segment(page: page.number, row: 0, words: page.words)
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
  ///
  /// A word is compared with its nearest neighbour in the row, since scanned rows are rarely level.
  /// Tall ones come last: where recognition made a word of two lines, neither begins with it.
  private static func rows(of words: [Word], slant: Slant?, textHeight: Int32) -> [[Word]] {
    var rows: [[LevelWord]] = []
    func add(_ word: LevelWord, to near: some Sequence<Int>) {
      let match = near.filter { !collides(word, with: rows[$0]) }
        .map { (row: $0, share: share(of: word, in: rows[$0])) }
        .filter { $0.share > 50 }.max { ($0.share, $0.row) < ($1.share, $1.row) }?.row
      if let match { return rows[match].append(word) }
      let above = rows.lastIndex { $0[0].box.middleY <= word.box.middleY }
      rows.insert([word], at: above.map { $0 + 1 } ?? 0)
    }
    let levelled = words.map { LevelWord(word: $0, box: slant?.levelled($0.box) ?? $0.box) }
      .sorted { ($0.box.middleY, $0.box.left) < ($1.box.middleY, $1.box.left) }
    let isTall = { (word: LevelWord) in word.box.height > textHeight * 2 }
    for word in levelled where !isTall(word) { add(word, to: rows.indices.suffix(6)) }
    for word in levelled where isTall(word) { add(word, to: rows.indices) }
    return rows.map { row in row.map(\.word).sorted { $0.box.left < $1.box.left } }
  }

  /// A word and where it would stand if the lines were level.
  private struct LevelWord {
    let word: Word
    let box: Box
  }

  /// How many percent of its height a word shares with its nearest neighbour in a row; of one that is
  /// far taller it shares less.
  private static func share(of word: LevelWord, in row: [LevelWord]) -> Int32 {
    let near = row.min { gap(word.box, $0.box) < gap(word.box, $1.box) }
    guard let near else { return 0 }
    let (low, high) = (
      min(word.box.height, near.box.height), max(word.box.height, near.box.height)
    )
    return word.box.verticalOverlap(near.box) * 100 / max(1, low, high / 2)
  }

  /// The blank between two boxes; negative where they overlap.
  private static func gap(_ box: Box, _ other: Box) -> Int32 {
    max(box.left - other.right, other.left - box.right)
  }

  private static func collides(_ word: LevelWord, with others: [LevelWord]) -> Bool {
    others.contains { $0.box.horizontalOverlap(word.box) * 2 > min($0.box.width, word.box.width) }
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
