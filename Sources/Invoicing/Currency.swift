// Currency.swift — the unit of an amount (ISO 4217).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A currency by its ISO 4217 code.
package struct Currency: Hashable, Sendable, Codable, Comparable {
  /// The three capital letters, "EUR".
  package let code: String

  /// The currency of this code, or nil unless the code is three Latin letters.
  package init?(code: String) {
    // Before capitals are made: the long s of Fraktur would become an S.
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0 & 0xDF) }) else {
      return nil
    }
    let letters = code.uppercased()
    self.code = letters
  }

  private init(known code: String) { self.code = code }

  package static let euro = Currency(known: "EUR")
  package static let poundSterling = Currency(known: "GBP")
  package static let swissFranc = Currency(known: "CHF")
  package static let usDollar = Currency(known: "USD")

  /// How many decimals its minor unit has: 2 for most, 0 for JPY, 3 for TND (ISO 4217 table A.1).
  package var exponent: Int {
    switch code {
    case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
      "XAF", "XOF", "XPF":
      0
    case "TND", "KWD", "BHD", "JOD", "OMR", "LYD", "IQD": 3
    default: 2
    }
  }

  /// The sign people print for it, or its code.
  package var symbol: String {
    switch code {
    case "EUR": "€"
    case "GBP": "£"
    case "USD": "$"
    default: code
    }
  }

  package static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }

  package init(from decoder: any Decoder) throws {
    let code = try decoder.singleValueContainer().decode(String.self)
    guard let currency = Currency(code: code) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an ISO 4217 code: \(code)")
      )
    }
    self = currency
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
