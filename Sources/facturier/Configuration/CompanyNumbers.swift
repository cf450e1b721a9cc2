// CompanyNumbers.swift — the numbers of the company as the configuration holds them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The numbers by which a company is known, checked and without blanks.
enum CompanyNumbers {
  static func siren(_ text: String) -> String? { SIREN(text)?.compact }

  static func siret(_ text: String) -> String? { SIRET(text)?.compact }

  static func vatID(_ text: String) -> String? { VATIdentifier(text)?.compact }

  static func iban(_ text: String) -> String? { IBAN(text)?.compact }

  /// An amount above zero in euros: "5000".
  static func euros(_ text: String) -> Money? {
    guard let money = DecimalNumber(text).flatMap({ Money($0, currency: .euro) }),
      money.minorUnits > 0
    else { return nil }
    return money
  }

  /// Two letters (ISO 3166-1 alpha-2), or nil.
  static func country(_ text: String) -> String? {
    let letters = text.uppercased()
    return letters.utf8.count == 2 && letters.utf8.allSatisfy { (65...90).contains($0) }
      ? letters : nil
  }
}
