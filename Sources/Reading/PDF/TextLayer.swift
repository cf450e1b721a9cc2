// TextLayer.swift — the words of the characters that a PDF holds.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The words of the characters that a PDF holds.
///
/// Words end at blanks, and where the next character stands more than its own height away: cells
/// of a table come without a blank between them.
struct TextLayer {
  let words: [Word]
  let quality: TextLayerQuality

  /// Whether it may be what the page says and not only a stamp on it.
  var isWorthKeeping: Bool { quality.characters >= 100 && !quality.isGarbage }

  init(_ characters: [PopplerPageHandle.Character]) {
    quality = TextLayerQuality(characters.lazy.map(\.scalar))
    var builder = WordBuilder()
    for character in characters { builder.add(character) }
    words = RowOrder.sorted(builder.finish())
  }
}

/// Gathers characters into words.
private struct WordBuilder {
  private var words: [Word] = []
  private var scalars: [Unicode.Scalar] = []
  private var last: PopplerPageHandle.Character?
  private var edges = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)

  mutating func add(_ character: PopplerPageHandle.Character) {
    if WordCharacters.isBlank(character.scalar) { return close() }
    guard !WordCharacters.isInvisible(character.scalar) else { return }
    if let last, stands(character, apartFrom: last) { close() }
    if scalars.isEmpty {
      edges = (character.left, character.top, character.right, character.bottom)
    } else {
      edges = (
        min(edges.left, character.left), min(edges.top, character.top),
        max(edges.right, character.right), max(edges.bottom, character.bottom)
      )
    }
    scalars.append(character.scalar)
    last = character
  }

  /// Whether the next character belongs to another word: on another line, or on this one beyond a
  /// gap wider than the characters are high.
  ///
  /// Text that runs up or down the page stays together.
  private func stands(
    _ next: PopplerPageHandle.Character,
    apartFrom last: PopplerPageHandle.Character
  ) -> Bool {
    let height = min(next.bottom - next.top, last.bottom - last.top)
    guard height > 0 else { return false }
    let shared = min(next.bottom, last.bottom) - max(next.top, last.top)
    // A superscript still shares a third of the line.
    guard shared > height / 3 else { return !isStacked(next, on: last) }
    return next.left - last.right > height || last.left - next.right > height
  }

  /// Whether two characters follow each other along a vertical line of text.
  private func isStacked(
    _ next: PopplerPageHandle.Character,
    on last: PopplerPageHandle.Character
  ) -> Bool {
    let width = min(next.right - next.left, last.right - last.left)
    let shared = min(next.right, last.right) - max(next.left, last.left)
    let gap = max(next.top - last.bottom, last.top - next.bottom)
    return width > 0 && shared > width * 0.8 && gap < width / 4
  }

  private mutating func close() {
    defer { (scalars, last) = ([], nil) }
    guard !scalars.isEmpty else { return }
    let box = Box(
      left: tenths(edges.left),
      top: tenths(edges.top),
      right: tenths(edges.right),
      bottom: tenths(edges.bottom)
    )
    words.append(Word(text: WordCharacters.normalised(scalars), box: box))
  }

  mutating func finish() -> [Word] {
    close()
    return words
  }
}

/// Points as tenths of a point; a place far off the page stays far off, and no page is larger.
func tenths(_ points: Double) -> Int32 {
  guard points.isFinite else { return 0 }
  let limit = Double(Box.limit)
  return Int32(max(-limit, min(limit, (points * 10).rounded())))
}
