// Folding.swift — text brought to a form in which it can be compared.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The text in capitals, without marks on letters, ligatures resolved (NFKD): "Échéance" → "ECHEANCE".
package func folded(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.unicodeScalars.append(capital(scalar))
    } else if let spelt = ligatures[scalar] {
      result += spelt
    } else {
      for part in String(scalar).decomposedBase {
        if part.isASCII {
          result.unicodeScalars.append(capital(part))
        } else {
          result += part.properties.uppercaseMapping
        }
      }
    }
  }
  return result
}

/// The letters and digits of the folded text, of any script: "N° d'échéance" → "NDECHEANCE".
package func lettersAndDigits(_ text: String) -> String {
  folded(text).filter { $0.isLetter || $0.isNumber }
}

/// The ASCII letters and digits of the folded text: "FR 40-303 265" → "FR40303265".
package func asciiLettersAndDigits(_ text: String) -> String {
  folded(text).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
}

private func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard ("a"..."z").contains(scalar) else { return scalar }
  return Unicode.Scalar(UInt8(scalar.value) - 32)
}

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
