// WordCharacters.swift — which characters of a file belong to a word.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The characters of a word as people see them.
enum WordCharacters {
  /// Whether a character parts words: also the no-break and narrow blanks inside amounts.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    // Nearly all are ASCII, and properties are looked up slowly.
    if scalar.isASCII {
      return scalar == " " || (9...13).contains(scalar.value) || scalar.value == 0
    }
    return scalar.properties.isWhitespace
  }

  /// Whether a character is drawn as nothing: soft hyphens, joiners, direction marks, controls.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 32 || scalar.value == 127 }
    return switch scalar.properties.generalCategory {
    case .format, .control, .surrogate: true
    default: (0xFE00...0xFE0F).contains(scalar.value)
    }
  }

  /// The text in composed form (Unicode NFC), its typographic ligatures as letters.
  static func normalised(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    for scalar in scalars {
      if let letters = ligatures[scalar] {
        text += letters
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    return isPlain ? text : text.precomposedStringWithCanonicalMapping
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st",
  ]
}
