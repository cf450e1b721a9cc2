// BIC.swift — business identifier codes of banks (ISO 9362).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A bank's code of the right shape: 4 letters, country, 2 characters, and 3 for a branch or none.
package struct BIC: CheckedIdentifier {
  package let compact: String

  package init?(_ text: String) {
    guard let bytes = compacted(text), bytes.count == 8 || bytes.count == 11,
      bytes.prefix(6).allSatisfy({ (65...90).contains($0) })
    else { return nil }
    compact = asciiText(bytes)
  }

  /// The country by ISO 3166-1 alpha-2.
  package var country: String { String(compact.dropFirst(4).prefix(2)) }

  /// Whether a bank of this code can hold the account: their countries agree.
  ///
  /// French territories use French account numbers, the Crown dependencies British ones.
  package func canHold(_ account: IBAN) -> Bool {
    switch account.country {
    case "FR", "MC":
      [
        "FR", "MC", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF", "TF",
      ].contains(country)
    case "GB": ["GB", "JE", "GG", "IM"].contains(country)
    default: account.country == country
    }
  }
}
