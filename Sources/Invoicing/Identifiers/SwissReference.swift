// SwissReference.swift — QR references of Swiss payments (QRR).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A Swiss reference of 27 digits with a recursive check digit (modulo 10).
package struct SwissReference: CheckedIdentifier {
  package let compact: String

  package init?(_ text: String) {
    guard let bytes = compacted(text), bytes.count == 27, let digits = digitValues(bytes) else {
      return nil
    }
    let table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]
    let carry = digits.dropLast().reduce(0) { table[($0 + $1) % 10] }
    guard (10 - carry) % 10 == digits[26] else { return nil }
    compact = asciiText(bytes)
  }

  /// As it is printed: "21 00000 00003 13947 14300 09017".
  package var grouped: String { Invoicing.grouped(compact, by: 5, first: 2) }
}
