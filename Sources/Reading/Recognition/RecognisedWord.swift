// RecognisedWord.swift — a word on a picture.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What tesseract makes of a piece of a picture; its box is in pixels.
struct RecognisedWord: Hashable {
  /// So many thousandths at most is a word worth that looks differ on, or that one shape or check
  /// digits alone speak for.
  static let doubt = 600

  private(set) var text: String
  private(set) var box: Box
  private(set) var confidence: Confidence
  /// What other looks at the same place saw; check digits may know better than looks.
  var alternatives: [String] = []

  /// Whether it holds a letter or a digit, or is a sign that amounts come with.
  ///
  /// Rules, frames and specks become words of strokes and dots.
  var isMeant: Bool {
    let signs: Set<Unicode.Scalar> = ["€", "$", "£", "%", "&", "+", "-", "@", "#", "°", "/", ":"]
    return text.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || signs.contains($0)
    }
  }

  var hasDigit: Bool { text.utf8.contains { (48...57).contains($0) } }

  /// The same, at most as sure as this many thousandths.
  func doubted(at permille: Int) -> RecognisedWord {
    var word = self
    word.confidence = Confidence(permille: min(Int(confidence.permille), permille))
    return word
  }

  /// The same place with another text.
  func spelled(_ text: String) -> RecognisedWord {
    var word = self
    word.text = text
    return word
  }

  /// The same, so many pixels further right and down.
  func moved(right columns: Int32, down rows: Int32) -> RecognisedWord {
    var word = self
    word.box = Box(
      left: box.left + columns,
      top: box.top + rows,
      right: box.right + columns,
      bottom: box.bottom + rows
    )
    return word
  }

  /// Whether it lies over at least half of another's area.
  func covers(_ other: RecognisedWord) -> Bool {
    let shared =
      Int(box.horizontalOverlap(other.box)) * Int(box.verticalOverlap(other.box))
    return shared * 2 > Int(other.box.width) * Int(other.box.height)
  }
}
