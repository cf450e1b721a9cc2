// DisplayText.swift — text of others, safe to show on a terminal.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The text with everything escaped that could move a cursor, colour a line or turn the writing
/// direction: names of files and words of documents are hostile.
func displayText(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isUnsafe) else { return text }
  return text.unicodeScalars.reduce(into: "") { result, scalar in
    if scalar.isUnsafe {
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isUnsafe: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: false
    }
  }
}
