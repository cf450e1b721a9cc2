// RecognisedWord.swift — a word on a picture.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What tesseract makes of a piece of a picture; its box is in pixels.
struct RecognisedWord: Hashable {
  let text: String
  let box: Box
  let confidence: Confidence

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
    let least = min(Int(confidence.permille), permille)
    return RecognisedWord(text: text, box: box, confidence: Confidence(permille: least))
  }

  /// The same, so many pixels further right and down.
  func moved(right columns: Int32, down rows: Int32) -> RecognisedWord {
    let place = Box(
      left: box.left + columns,
      top: box.top + rows,
      right: box.right + columns,
      bottom: box.bottom + rows
    )
    return RecognisedWord(text: text, box: place, confidence: confidence)
  }

  /// Whether it lies over at least half of another's area.
  func covers(_ other: RecognisedWord) -> Bool {
    let shared =
      Int(box.horizontalOverlap(other.box)) * Int(box.verticalOverlap(other.box))
    return shared * 2 > Int(other.box.width) * Int(other.box.height)
  }
}
