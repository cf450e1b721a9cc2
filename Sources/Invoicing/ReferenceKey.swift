// ReferenceKey.swift — normal forms by which references are found and compared.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Normal forms of a reference, the same for "FA-2O26-118" and "fa 2026 118".
package enum ReferenceKey {
  /// Letters and digits in capitals, with characters that recognition confuses made one:
  /// O, Q, D → 0, I, L → 1, Z → 2, S → 5, G → 6, B → 8.
  package static func skeleton(of reference: String) -> String {
    normalised(folded(reference).unicodeScalars)
  }

  private static func normalised(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var skeleton = String.UnicodeScalarView()
    for scalar in scalars {
      guard isLetterOrNumber(scalar) else { continue }
      skeleton.append(confusable[scalar] ?? scalar)
    }
    return String(skeleton)
  }

  private static func isLetterOrNumber(_ scalar: Unicode.Scalar) -> Bool {
    // Most are ASCII, and need no look at Unicode's tables.
    if scalar.isASCII {
      return ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("a"..."z").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The longest run of digits of the skeleton without leading zeros, or nil when it has under 3.
  ///
  /// A word such as "Rechnung" before the number is left out first: its last letter would become a
  /// digit of the number.
  package static func digits(of reference: String) -> String? {
    let runs = normalised(withoutLabel(folded(reference).unicodeScalars)).utf8.split {
      !(48...57).contains($0)
    }
    let longest = runs.map { $0.drop { $0 == 48 } }.max { $0.count < $1.count }
    guard let longest, longest.count >= 3 else { return nil }
    return String(decoding: longest, as: UTF8.self)
  }

  /// The scalars after a leading label that a run of at least three digits follows.
  private static func withoutLabel(
    _ scalars: String.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    let word = scalars.prefix { ("A"..."Z").contains($0) }
    let rest = scalars[word.endIndex...].drop { !$0.properties.isAlphabetic && !isDigit($0) }
    let isLabel = labels.contains(String(word)) && rest.prefix { isDigit($0) }.count >= 3
    return isLabel ? rest : scalars[...]
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let labels: Set<String> = [
    "FACTURE", "FACT", "FA", "FAC", "INVOICE", "INV", "RECHNUNG", "RE", "NR", "NO", "N", "REF",
  ]

  private static let confusable: [Unicode.Scalar: Unicode.Scalar] = [
    "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8",
  ]
}
