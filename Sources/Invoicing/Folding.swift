// Folding.swift — text brought to a form in which it can be compared.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The text in capitals, without marks on letters, ligatures resolved (NFKD): "Échéance" → "ECHEANCE".
package func folded(_ text: String) -> String {
  if let plain = asciiFolded(text) { return plain }
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.unicodeScalars.append(capital(scalar))
    } else if let known = foldedLatin[scalar] {
      result += known
    } else {
      result += decomposedCapitals(scalar)
    }
  }
  return result
}

/// The letters and digits of the folded text, of any script: "N° d'échéance" → "NDECHEANCE".
package func lettersAndDigits(_ text: String) -> String {
  let folded = folded(text)
  guard folded.utf8.contains(where: { !isLetterOrDigit($0) }) else { return folded }
  return folded.filter { $0.isLetter || $0.isNumber }
}

/// The ASCII letters and digits of the folded text: "FR 40-303 265" → "FR40303265".
package func asciiLettersAndDigits(_ text: String) -> String {
  String(decoding: folded(text).utf8.filter(isLetterOrDigit), as: UTF8.self)
}

/// Most words are ASCII, and need no look at Unicode's tables; nil for the others.
private func asciiFolded(_ text: String) -> String? {
  guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
  guard text.utf8.contains(where: isSmall) else { return text }
  return String(unsafeUninitializedCapacity: text.utf8.count) { bytes in
    var count = 0
    for byte in text.utf8 {
      bytes.initializeElement(at: count, to: isSmall(byte) ? byte - 32 : byte)
      count += 1
    }
    return count
  }
}

private func isSmall(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
}

/// Whether it is one of 0...9 and A...Z.
private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
}

private func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard ("a"..."z").contains(scalar) else { return scalar }
  return Unicode.Scalar(UInt8(scalar.value) - 32)
}

/// The capitals of a character without its marks.
private func decomposedCapitals(_ scalar: Unicode.Scalar) -> String {
  ligatures[scalar]
    ?? String(scalar).decomposedBase.reduce(into: "") { result, part in
      if part.isASCII {
        result.unicodeScalars.append(capital(part))
      } else {
        result += part.properties.uppercaseMapping
      }
    }
}

/// The folded form of every letter and sign of the Latin blocks, which European invoices use.
private let foldedLatin: [Unicode.Scalar: String] = {
  let latin = (0x80...0x24F).compactMap(Unicode.Scalar.init)
  return ligatures.merging(latin.map { ($0, decomposedCapitals($0)) }) { first, _ in first }
}()

private let ligatures: [Unicode.Scalar: String] = [
  "ß": "SS", "œ": "OE", "Œ": "OE", "æ": "AE", "Æ": "AE", "ø": "O", "Ø": "O", "ł": "L", "Ł": "L",
  "ﬁ": "FI", "ﬂ": "FL", "ﬀ": "FF", "ﬃ": "FFI", "ﬄ": "FFL", "’": "'", "‘": "'", "‐": "-", "‑": "-",
  "–": "-", "—": "-", "−": "-", "\u{A0}": " ", "\u{202F}": " ", "\u{2009}": " ", "º": "°",
]

extension String {
  /// Its scalars without combining marks.
  fileprivate var decomposedBase: [Unicode.Scalar] {
    decomposedCharacters.filter { $0.properties.canonicalCombiningClass.rawValue == 0 }
  }

  private var decomposedCharacters: [Unicode.Scalar] {
    decomposedStringWithCompatibilityMapping.unicodeScalars.map { $0 }
  }
}
