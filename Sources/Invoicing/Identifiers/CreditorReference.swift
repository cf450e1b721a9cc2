// CreditorReference.swift — structured creditor references (ISO 11649).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A reference "RF", two check digits and 1 to 21 letters or digits (MOD 97-10).
package struct CreditorReference: CheckedIdentifier {
  package let compact: String

  package init?(_ text: String) {
    guard let bytes = compacted(text), (5...25).contains(bytes.count),
      asciiText(bytes.prefix(2)) == "RF", bytes[2..<4].allSatisfy({ (48...57).contains($0) }),
      CheckSums.mod97(bytes.dropFirst(4) + bytes.prefix(4)) == 1
    else { return nil }
    compact = asciiText(bytes)
  }

  /// In groups of four: "RF18 5390 0754 7034".
  package var grouped: String { Invoicing.grouped(compact, by: 4) }
}
