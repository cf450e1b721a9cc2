// PortugueseCode.swift — the fiscal QR code of Portuguese invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The fiscal QR code of Portugal (Portaria 195/2020): "A:123456789*B:…*D:FT*F:20260131*G:FT A/1*O:…".
struct PortugueseCode: CodeForm {
  func terms(of text: String) -> [FieldName: FieldValue]? {
    guard text.hasPrefix("A:"), text.contains("*B:"), text.contains("*F:") else { return nil }
    var fields: [Substring: Substring] = [:]
    for part in text.split(separator: "*") {
      guard let colon = part.firstIndex(of: ":") else { continue }
      fields[part[..<colon]] = part[part.index(after: colon)...]
    }
    guard let seller = fields["A"], let kind = fields["D"],
      let id = VATIdentifier("PT" + seller)
    else { return nil }
    var terms = Terms()
    terms.set(.sellerVATID, id.compact)
    terms.set(.invoiceNumber, fields["G"] ?? "")
    terms.set(.issueDate, fields["F"].flatMap(compactDay))
    terms.set(.totalVAT, fields["N"] ?? "", .euro)
    terms.set(.totalWithVAT, fields["O"] ?? "", .euro)
    terms.set(.currency, "EUR")
    if let buyer = fields["B"].flatMap({ VATIdentifier("PT" + $0) }), fields["B"] != "999999990" {
      terms.set(.buyerVATID, buyer.compact)
    }
    if kind == "NC" { terms.set(.invoiceType, "381") }
    return terms.values
  }
}

/// The day of "20260131".
func compactDay(_ text: some StringProtocol) -> CalendarDate? {
  guard text.utf8.count == 8, let number = Int(text) else { return nil }
  return CalendarDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
}
