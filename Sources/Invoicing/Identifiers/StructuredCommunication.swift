// StructuredCommunication.swift — payment references of Belgium (OGM, VCS).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A Belgian reference of twelve digits, the last two of which are the first ten modulo 97 (0 as 97).
package struct StructuredCommunication: CheckedIdentifier {
  package let compact: String

  /// The reference that "+++010/8068/17183+++" or "***010/8068/17183***" or bare digits write.
  package init?(_ text: String) {
    guard let marked = compacted(text, keeping: "+*") else { return nil }
    let bytes = marked.filter { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "*") }
    guard bytes.count == 12, let digits = digitValues(bytes) else { return nil }
    let remainder = CheckSums.remainder(digits.prefix(10), dividedBy: 97)
    guard (remainder == 0 ? 97 : remainder) == digits[10] * 10 + digits[11] else { return nil }
    compact = asciiText(bytes)
  }

  /// As it is printed: "+++010/8068/17183+++".
  package var grouped: String {
    let digits = compact
    return "+++\(digits.prefix(3))/\(digits.dropFirst(3).prefix(4))/\(digits.suffix(5))+++"
  }
}
