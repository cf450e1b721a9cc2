// VATIdentifier.swift — VAT identification numbers (EN 16931-1 BT-31, BT-48).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A VAT identification number whose shape and check digits are those of its country.
package struct VATIdentifier: CheckedIdentifier {
  /// The letters before the number: the country's, except EL (Greece) and XI (Northern Ireland).
  package let prefix: String
  /// The national number without prefix: "40303265045", "B58378431", "E107787577IVA" (CH).
  package let number: String

  /// The id that this text writes with its prefix, or nil.
  ///
  /// GR is taken for EL; a Belgian number of nine digits gets its leading zero.
  package init?(_ text: String) {
    guard let bytes = compacted(text, keeping: "+*"), bytes.count > 3 else { return nil }
    self.init(prefix: asciiText(bytes.prefix(2)), national: Array(bytes.dropFirst(2)))
  }

  /// The id that this text writes without its prefix (or with it) in a country, or nil.
  ///
  /// `country` is ISO 3166-1 alpha-2 or a VAT prefix.
  package init?(_ text: String, country: String) {
    guard let prefix = VATNumberChecks.prefix(ofCountry: country),
      let bytes = compacted(text, keeping: "+*")
    else { return nil }
    if let identifier = VATIdentifier(text), identifier.prefix == prefix {
      self = identifier
    } else {
      // The prefix CH is part of the national form "CHE-107.787.577".
      let national = prefix == "CH" && bytes.first != UInt8(ascii: "E") ? [69] + bytes : bytes
      self.init(prefix: prefix, national: national)
    }
  }

  /// The French id of a company, its key computed.
  package init(_ siren: SIREN) {
    let key = (12 + 3 * siren.remainderBy97) % 97
    prefix = "FR"
    number = (key < 10 ? "0" : "") + String(key) + siren.compact
  }

  private init?(prefix: String, national: [UInt8]) {
    guard let known = VATNumberChecks.prefix(ofCountry: prefix),
      let number = VATNumberChecks.normalised(national, prefix: known)
    else { return nil }
    self.prefix = known
    self.number = asciiText(number)
  }

  /// Whether this text writes a valid id with its prefix.
  package static func isValid(_ text: String) -> Bool { VATIdentifier(text) != nil }

  /// ISO 3166-1 alpha-2: GR for EL, GB for XI, MC for the Monegasque numbers of the prefix FR.
  package var country: String {
    switch prefix {
    case "EL": "GR"
    case "XI": "GB"
    case "FR" where number.dropFirst(2).hasPrefix("000"): "MC"
    default: prefix
    }
  }

  /// With the prefix: "FR40303265045".
  package var compact: String { prefix + number }

  /// The company behind a French id, or nil for others.
  package var siren: SIREN? { country == "FR" ? SIREN(String(number.suffix(9))) : nil }
}
