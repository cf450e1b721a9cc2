// SpanishCode.swift — the VeriFactu QR code of Spanish invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The QR code of Spain's VeriFactu (Orden HAC/1177/2024, article 21): the address of a service with
/// nif, numserie, fecha (day-month-year) and importe; it is read and never asked.
struct SpanishCode: CodeForm {
  func terms(of text: String) -> [FieldName: FieldValue]? {
    let host = text.dropFirst("https://".count).prefix { $0 != "/" }
    guard text.hasPrefix("https://"),
      host == "agenciatributaria.gob.es" || host.hasSuffix(".agenciatributaria.gob.es"),
      let question = text.firstIndex(of: "?")
    else { return nil }
    var fields: [Substring: String] = [:]
    for part in text[text.index(after: question)...].split(separator: "&") {
      guard let equals = part.firstIndex(of: "=") else { continue }
      fields[part[..<equals]] = decoded(part[part.index(after: equals)...])
    }
    guard let seller = fields["nif"].flatMap({ VATIdentifier("ES" + $0) }),
      let number = fields["numserie"]
    else { return nil }
    var terms = Terms()
    terms.set(.sellerVATID, seller.compact)
    terms.set(.invoiceNumber, number)
    let day = (fields["fecha"] ?? "").split(separator: "-").compactMap { Int($0) }
    if day.count == 3 {
      terms.set(.issueDate, CalendarDate(year: day[2], month: day[1], day: day[0]))
    }
    terms.set(.totalWithVAT, fields["importe"] ?? "", .euro)
    return terms.values
  }

  /// The text behind percent signs (RFC 3986 section 2.1).
  private func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if first == UInt8(ascii: "%"), digits.utf8.count == 2, let byte = UInt8(digits, radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(first == UInt8(ascii: "+") ? 32 : first)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
