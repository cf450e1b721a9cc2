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

  /// The words, with look-alikes in codes of letters and digits put right.
  func checked() -> [RecognisedWord] {
    let suspects = words.indices.filter {
      Self.isCode(words[$0].text) || ShapeSpelling.isNeeded(for: words[$0])
    }
    guard !suspects.isEmpty else { return words }
    let examples = GlyphExamples(words, on: page)
    let spelling = ShapeSpelling(examples: examples, page: page)
    var result = words
    for index in suspects {
      let word = words[index]
      let spelled = ShapeSpelling.isNeeded(for: word) ? spelling.spelled(word) : nil
      result[index] = spelled ?? checked(word, by: examples)
    }
    return result
  }

  /// Digits and capitals (or a dollar sign) in one word, some of which have a twin.
  private static func isCode(_ text: String) -> Bool {
    text.contains { $0.isCapital || $0 == "$" } && text.contains(where: \.isDigit)
      && text.contains { twins[$0] != nil }
  }

  private func checked(
    _ word: RecognisedWord,
    by examples: GlyphExamples
  ) -> RecognisedWord {
    let shapes = GlyphShape.shapes(of: word.box, on: page)
    guard shapes.count == word.text.count else { return word }
    let characters = Array(word.text)
    let text = zip(characters.indices, shapes).map { index, shape -> Character in
      let character = characters[index]
      guard let twin = Self.twins[character], Self.isSuspect(characters, at: index),
        isRather(shape, like: twin, than: character, by: examples)
      else { return character }
      return twin
    }
    return word.spelled(String(text))
  }

  /// A letter beside a digit, a digit that has only letters beside it, or a dollar sign that does not
  /// stand before an amount.
  private static func isSuspect(_ characters: [Character], at index: Int) -> Bool {
    let beside = [index - 1, index + 1].filter(characters.indices.contains).map { characters[$0] }
    if characters[index] == "$" { return characters[..<index].contains(where: \.isDigit) }
    if characters[index].isDigit { return beside.allSatisfy(\.isCapital) }
    return beside.contains(where: \.isDigit)
  }

  /// Whether a shape is clearly the first and not the second.
  private func isRather(
    _ shape: GlyphShape,
    like twin: Character,
    than own: Character,
    by examples: GlyphExamples
  ) -> Bool {
    guard let near = examples.distance(of: shape, to: twin), near < 220 else { return false }
    return near * 3 < (examples.distance(of: shape, to: own) ?? 450) * 2
  }
}
