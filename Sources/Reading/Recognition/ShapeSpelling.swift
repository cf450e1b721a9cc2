// ShapeSpelling.swift — digits by their shapes, where something odd was read.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Replaces what cannot stand in a number or a code by the digits that its shapes resemble.
///
/// "FRu839231131" is FR11839231131: where the page's own digits show it, a "u" is two ones and a "$"
/// a five. Digits and capitals are left alone: what was read as one may be worn, and look like
/// another.
struct ShapeSpelling {
  let examples: GlyphExamples
  let page: GreyImage

  /// What a spelled word is worth: nobody else has read it so.
  private static let confidence = Confidence(permille: 750)

  /// Whether a word is a number or a code that nobody could read.
  static func isNeeded(for word: RecognisedWord) -> Bool {
    word.confidence.permille < 750 && word.text.count(where: \.isDigit) >= 2
      && word.text.contains(where: isOdd)
  }

  /// The word with digits in place of what is odd; nil unless all their shapes are clear.
  func spelled(_ word: RecognisedWord) -> RecognisedWord? {
    let shapes = GlyphShape.shapes(of: word.box, on: page)
    let odd = word.text.count(where: Self.isOdd)
    let more = shapes.count - word.text.count
    // One character may be two that nearly touch.
    guard more == 0 || (more == 1 && odd == 1) else { return nil }
    var rest = shapes[...]
    var text = ""
    for character in word.text {
      let own = rest.prefix(Self.isOdd(character) ? 1 + more : 1)
      rest = rest.dropFirst(own.count)
      guard Self.isOdd(character) else {
        text.append(character)
        continue
      }
      for shape in own {
        guard let digit = examples.digit(of: shape) else { return nil }
        text.append(digit)
      }
    }
    return RecognisedWord(text: text, box: word.box, confidence: Self.confidence)
  }

  private static func isOdd(_ character: Character) -> Bool {
    character.isLowercase || "$§&!|".contains(character)
  }
}
