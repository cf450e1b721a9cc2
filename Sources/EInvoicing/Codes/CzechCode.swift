// CzechCode.swift — the payment QR code of the Czech Republic.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The Czech "Short Payment Descriptor" (ČBA standard 26): "SPD*1.0*ACC:CZ58…+BIC*AM:480.55*CC:CZK".
struct CzechCode: CodeForm {
  func terms(of text: String) -> [FieldName: FieldValue]? {
    guard text.hasPrefix("SPD*1.") else { return nil }
    var fields: [Substring: Substring] = [:]
    for part in text.split(separator: "*").dropFirst(2) {
      guard let colon = part.firstIndex(of: ":") else { continue }
      fields[part[..<colon]] = part[part.index(after: colon)...]
    }
    guard let account = fields["ACC"] else { return nil }
    var terms = Terms()
    terms.set(iban: account.prefix { $0 != "+" })
    if let currency = Currency(code: fields["CC"].map(String.init) ?? "CZK") {
      terms.set(.amountDue, fields["AM"] ?? "", currency)
      terms.set(.currency, currency.code)
    }
    terms.set(.paymentReference, fields["X-VS"] ?? fields["RF"] ?? "")
    return terms.values
  }
}
