// TableHeader.swift — the headings above a table of lines, and which column a box stands in.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The headings of a table of lines: where each column stands.
struct TableHeader: Sendable {
  /// Index of the page in the scene.
  let page: Int
  /// The last row that the headings take up.
  let lastRow: Int
  /// Known columns with the boxes of their headings.
  let columns: [TableColumn: Box]
  /// Headings that say nothing to us: units, article codes.
  let others: [Box]
  /// Where the texts of lines stand: a text lies partly in it.
  private let texts: Range<Int32>
  /// Left of it nothing belongs to the texts: the end of the heading before.
  let textLeft: Int32
  /// Left of it no number of the lines ends.
  let numbersLeft: Int32
  /// Left of it stands what is beside the table.
  let left: Int32

  init?(page: Int, lastRow: Int, columns: [TableColumn: Box], others: [Box]) {
    self.page = page
    self.lastRow = lastRow
    self.columns = columns
    self.others = others
    let left = (Array(columns.values) + others).map(\.left).min() ?? 0
    let numeric = columns.filter { $0.key != .description }.values
    guard let firstNumeric = numeric.map(\.left).min() else { return nil }
    let height = numeric.map(\.height).max() ?? 0
    guard let description = columns[.description] else {
      // The heading of the texts could not be read: they are what stands left of the numbers.
      texts = 0..<max(1, firstNumeric)
      textLeft = 0
      numbersLeft = firstNumeric - height * 3
      self.left = 0
      return
    }
    let before = (Array(columns.values) + others).map(\.right).filter { $0 <= description.left }
    let after = numeric.map(\.left).filter { $0 > description.left }.min() ?? .max
    texts = description.left..<max(description.left + 1, after)
    textLeft = before.max() ?? 0
    numbersLeft = after - height * 3
    self.left = left
  }

  /// Whether a run of words belongs to the texts of the lines.
  func isText(_ segment: Segment) -> Bool {
    guard segment.box.left < texts.upperBound, segment.box.right > texts.lowerBound else {
      return false
    }
    // "100)", the end of a text, stands where texts begin; other numbers do not.
    return segment.text.contains(where: \.isLetter)
      || abs(segment.box.left - texts.lowerBound) < segment.box.height * 2
  }

  /// Whether a number inside a text belongs to the text: it ends left of all headings of numbers.
  func isPartOfText(_ number: Box, in segment: Segment) -> Bool {
    isText(segment) && segment.box.left < number.left && number.middleX < texts.upperBound
  }

  /// Whether a number ends before the texts of the lines begin.
  func isLeftOfTexts(_ number: Box) -> Bool {
    columns[.description] != nil && number.middleX < textLeft
  }

  /// Whether a word stands under a heading that is not the texts', or left of their column.
  func isForeign(_ word: Box) -> Bool {
    word.middleX < textLeft
      || others.contains { $0.left > texts.lowerBound && $0.horizontalOverlap(word) > 0 }
  }

  /// The column whose heading is nearest to a box; nil under a heading that says nothing, and far
  /// from all.
  func column(of box: Box) -> TableColumn? {
    func distance(_ heading: Box) -> Int32 {
      guard heading.horizontalOverlap(box) == 0 else { return 0 }
      return min(
        abs(heading.right - box.right),
        abs(heading.left - box.left),
        abs(heading.middleX - box.middleX)
      )
    }
    func rank(_ heading: Box) -> (Int32, Int32) {
      (distance(heading), min(abs(heading.right - box.right), abs(heading.middleX - box.middleX)))
    }
    let nearest = columns.filter { $0.key != .description }.min {
      let (left, right) = (rank($0.value), rank($1.value))
      return (left.0, left.1, $0.key.rawValue) < (right.0, right.1, $1.key.rawValue)
    }
    guard let nearest, distance(nearest.value) < box.height * 6 else { return nil }
    let other = others.map(rank).min { $0 < $1 }
    if let other, other < rank(nearest.value) { return nil }
    return nearest.key
  }
}
