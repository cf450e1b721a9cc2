// ReferenceKey.swift — normal forms by which references are found and compared.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Normal forms of a reference, the same for "FA-2O26-118" and "fa 2026 118".
package enum ReferenceKey {
  /// Letters and digits in capitals, with characters that recognition confuses made one:
  /// O, Q, D → 0, I, L → 1, Z → 2, S → 5, G → 6, B → 8.
  package static func skeleton(of reference: String) -> String {
    String(folded(reference).compactMap { $0.isLetter || $0.isNumber ? confusable[$0] ?? $0 : nil })
  }

  /// The longest run of digits of the skeleton without leading zeros, or nil when it has under 3.
  package static func digits(of reference: String) -> String? {
    let runs = skeleton(of: reference).split { !("0"..."9").contains($0) }
    let longest = runs.map { $0.drop { $0 == "0" } }.max { $0.count < $1.count }
    guard let longest, longest.count >= 3 else { return nil }
    return String(longest)
  }

  private static let confusable: [Character: Character] = [
    "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8",
  ]
}
