// TextLayerQuality.swift — whether a text layer says what the page shows.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// Whether a text layer says what the page shows, told from its characters alone.
///
/// Fonts without a table from glyphs to characters (ISO 32000-1 section 9.10) give glyph numbers:
/// control characters instead of digits, words without vowels, signs in place of letters.
struct TextLayerQuality: Hashable {
  /// Characters that are no blanks.
  private(set) var characters = 0
  /// Letters of the Latin alphabet, accented ones included.
  private var letters = 0
  private var vowels = 0
  /// Control, private-use and replacement characters, and letters of scripts no invoice mixes in.
  private var strange = 0
  /// Signs of ASCII that text has few of; those of amounts, dates and leaders are left out.
  private var signs = 0

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars where !scalar.properties.isWhitespace { count(scalar) }
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    characters += 1
    // Nearly all are ASCII, and looking their properties up takes as long as all else of a page.
    guard scalar.isASCII else { return countOther(scalar) }
    let byte = UInt8(scalar.value)
    switch byte {
    case 65...90, 97...122:
      letters += 1
      if Self.vowelLetters.contains(byte | 0x20) { vowels += 1 }
    case 48...57: break
    case 0...31, 127: strange += 1
    default: if Self.rareSigns.contains(byte) { signs += 1 }
    }
  }

  private mutating func countOther(_ scalar: Unicode.Scalar) {
    if scalar == "\u{FFFD}" { strange += 1 }
    switch scalar.properties.generalCategory {
    case .control, .privateUse, .unassigned, .surrogate: strange += 1
    case .uppercaseLetter, .lowercaseLetter:
      letters += 1
      // The base letter decides: "é" counts as "e".
      let base = String(scalar).decomposedFirst
      let isVowel = base.isASCII && Self.vowelLetters.contains(UInt8(base.value) | 0x20)
      if isVowel || Self.ligatures.contains(base) { vowels += 1 }
    default: break
    }
  }

  private static let vowelLetters = Array("aeiouy".utf8)
  private static let ligatures: Set<Unicode.Scalar> = ["œ", "æ", "ø", "Œ", "Æ", "Ø"]
  private static let rareSigns = Array("!\"#$&'()+;<=>?@[\\]^`{|}~".utf8)

  /// Whether the page must be recognised from its picture instead.
  ///
  /// Vowels are 38 to 48 of 100 letters in the languages of Europe, 25 where most words are codes.
  var isGarbage: Bool {
    guard characters >= 20 else { return false }
    if strange * 10 > characters || signs * 4 > characters { return true }
    return letters >= 60 && vowels * 100 < letters * 22
  }
}

extension String {
  /// The first scalar of the canonical decomposition; of an empty text the null character.
  fileprivate var decomposedFirst: Unicode.Scalar {
    decomposedStringWithCanonicalMapping.unicodeScalars.first ?? "\u{0}"
  }
}
