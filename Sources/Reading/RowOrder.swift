// RowOrder.swift — words in rows, rows from top to bottom.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Puts words into reading order: rows from top to bottom, in a row from left to right.
///
/// A row is followed from word to word, so that it may slope: a word joins the row whose last word
/// it overlaps most in height. Columns are not parted; a row runs across the page.
enum RowOrder {
  static func sorted(_ words: [Word]) -> [Word] {
    rows(of: words).flatMap { $0 }
  }

  /// The rows, each from left to right.
  static func rows(of words: [Word]) -> [[Word]] {
    let ordered = words.sorted { key($0) < key($1) }
    var rows: [[Word]] = []
    for word in ordered {
      if let index = bestRow(for: word, among: rows) {
        rows[index].append(word)
      } else {
        rows.append([word])
      }
    }
    let placed = rows.map { (row: $0, place: place(of: $0)) }
    return placed.sorted { $0.place < $1.place }.map(\.row)
  }

  private static func key(_ word: Word) -> (Int32, Int32, Int32, Int32, String) {
    (word.box.left, word.box.top, word.box.right, word.box.bottom, word.text)
  }

  private static func bestRow(for word: Word, among rows: [[Word]]) -> Int? {
    var best: (index: Int, share: Int32, distance: Int32)?
    for (index, row) in rows.enumerated() {
      guard let last = row.last else { continue }
      let share = sharedHeight(word.box, last.box)
      guard share >= 500 else { continue }
      let distance = word.box.left - last.box.right
      // Words that lie over each other stand in different rows.
      guard distance > -max(word.box.height, last.box.height) else { continue }
      if let known = best, (known.share, -known.distance) >= (share, -distance) { continue }
      best = (index, share, distance)
    }
    return best?.index
  }

  /// The height that both cover, in thousandths of the lower one; 0 when one is far taller.
  private static func sharedHeight(_ first: Box, _ second: Box) -> Int32 {
    let (low, high) = (min(first.height, second.height), max(first.height, second.height))
    guard low > 0, high / 3 <= low else { return 0 }
    return first.verticalOverlap(second) * 1000 / low
  }

  /// The middle height of the row, then its left edge, and a tie is broken by what it says.
  private static func place(of row: [Word]) -> (Int32, Int32, String) {
    let sum = row.reduce(Int64(0)) { $0 + Int64($1.box.middleY) }
    let left = row.first?.box.left ?? 0
    return (Int32(sum / Int64(max(1, row.count))), left, row.first?.text ?? "")
  }
}
