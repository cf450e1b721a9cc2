// GlyphCheck.swift — letters and digits that look alike, told apart by the page's own characters.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Tells letters and digits that look alike apart by comparing their shapes with those of the same
/// characters in sure words of the same page.
///
/// Tesseract reads by context: after letters it takes a zero for an O. A page prints both in one
/// font, and there they differ.
struct GlyphCheck {
  private let page: GreyImage
  private let words: [RecognisedWord]

  /// `words` are those of the page, in its pixels.
  init(_ words: [RecognisedWord], on page: GreyImage) {
    self.words = words
    self.page = page
  }

  /// Pairs whose shapes differ clearly in most fonts; S and 5, B and 8, Z and 2 do not at 200 dpi.
  private static let twins: [Character: Character] = [
    "O": "0", "0": "O", "I": "1", "1": "I", "$": "5",
  ]

  private static let compared = Set(twins.keys).union(twins.values)

  /// The words, with look-alikes in codes of letters and digits put right.
  func checked() -> [RecognisedWord] {
    let suspects = words.indices.filter { Self.isCode(words[$0].text) }
    guard !suspects.isEmpty else { return words }
    let examples = examples()
    var result = words
    for index in suspects { result[index] = checked(words[index], by: examples) }
    return result
  }

  /// Digits and capitals (or a dollar sign) in one word, some of which have a twin.
  private static func isCode(_ text: String) -> Bool {
    text.contains { $0.isCapital || $0 == "$" } && text.contains(where: \.isDigit)
      && text.contains { twins[$0] != nil }
  }

  /// Shapes by character, of sure words that hold only capitals or only digits.
  private func examples() -> [Character: [GlyphShape]] {
    var examples: [Character: [GlyphShape]] = [:]
    for word in words where word.confidence.permille >= 900 && word.text.count >= 2 {
      let kept = word.text.filter { $0.isCapital || $0.isDigit }
      let isPure = kept.allSatisfy(\.isCapital) || kept.allSatisfy(\.isDigit)
      let others = word.text.allSatisfy { $0.isCapital || $0.isDigit || ".,-/:".contains($0) }
      guard isPure, others else { continue }
      let shapes = GlyphShape.shapes(of: word.box, on: page)
      guard shapes.count == word.text.count else { continue }
      for (character, shape) in zip(word.text, shapes)
      where Self.compared.contains(character) && examples[character, default: []].count < 24 {
        examples[character, default: []].append(shape)
      }
    }
    return examples
  }

  private func checked(
    _ word: RecognisedWord,
    by examples: [Character: [GlyphShape]]
  ) -> RecognisedWord {
    let shapes = GlyphShape.shapes(of: word.box, on: page)
    guard shapes.count == word.text.count else { return word }
    let characters = Array(word.text)
    let text = zip(characters.indices, shapes).map { index, shape -> Character in
      let character = characters[index]
      guard let twin = Self.twins[character], Self.isSuspect(characters, at: index),
        isRather(shape, like: examples[twin] ?? [], than: examples[character] ?? [])
      else { return character }
      return twin
    }
    return RecognisedWord(text: String(text), box: word.box, confidence: word.confidence)
  }

  /// A letter beside a digit, a digit that has only letters beside it, or a dollar sign that does not
  /// stand before an amount.
  private static func isSuspect(_ characters: [Character], at index: Int) -> Bool {
    let beside = [index - 1, index + 1].filter(characters.indices.contains).map { characters[$0] }
    if characters[index] == "$" { return index > 0 && characters[index - 1].isDigit }
    if characters[index].isDigit { return beside.allSatisfy(\.isCapital) }
    return beside.contains(where: \.isDigit)
  }

  /// Whether a shape is clearly one of the first and none of the second.
  private func isRather(
    _ shape: GlyphShape,
    like twins: [GlyphShape],
    than own: [GlyphShape]
  ) -> Bool {
    func nearest(_ shapes: [GlyphShape]) -> Int? {
      let alike = shapes.filter { abs($0.height - shape.height) * 5 <= shape.height }
      return (alike.isEmpty ? shapes : alike).map(shape.distance).min()
    }
    guard let twin = nearest(twins), twin < 220 else { return false }
    return twin * 3 < (nearest(own) ?? 450) * 2
  }
}

extension Character {
  fileprivate var isCapital: Bool { ("A"..."Z").contains(self) }
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
