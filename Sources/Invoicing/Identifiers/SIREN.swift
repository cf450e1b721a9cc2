// SIREN.swift — the number of a French company (INSEE).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The number of a French company: nine digits with a Luhn check.
package struct SIREN: CheckedIdentifier {
  package let compact: String

  package init?(_ text: String) {
    guard let bytes = compacted(text), bytes.count == 9, let digits = digitValues(bytes),
      CheckSums.luhn(digits) == 0
    else { return nil }
    compact = asciiText(bytes)
  }

  /// As people print it: "732 829 320".
  package var grouped: String { Invoicing.grouped(compact, by: 3) }

  /// Its remainder by 97, the base of the key of the French VAT id.
  var remainderBy97: Int { CheckSums.mod97(compact.utf8) }
}
