// CodedTermsTests.swift — what the codes of pages tell.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import EInvoicing

@Suite struct CodedTermsTests {
  private func terms(_ texts: String...) -> [String: String] {
    let box = Box(left: 0, top: 0, right: 10, bottom: 10)
    let draft = codedTerms(of: texts.map { PageCode(kind: "qr", page: 1, box: box, text: $0) })
    return Dictionary(
      uniqueKeysWithValues: draft.ordered.map { definition, extracted in
        let text =
          switch extracted.value {
          case .text(let text): text
          case .date(let date): "\(date)"
          case .amount(let amount): amount.plainText
          default: "?"
          }
        return (definition.name.name, text)
      }
    )
  }

  @Test(arguments: ["\n", "\r\n"])
  func `reads a SEPA credit transfer`(end: String) {
    let lines = [
      "BCD", "002", "1", "SCT", "", "Kessler GmbH", "DE61370802417940651403", "EUR119.5", "",
      "RF18539007547034",
    ]
    #expect(
      terms(lines.joined(separator: end)) == [
        "iban": "DE61370802417940651403", "amount_due": "119.50", "currency": "EUR",
        "payment_reference": "RF18539007547034",
      ]
    )
    #expect(terms(lines.dropLast(4).joined(separator: end)) == [:])
  }

  /// The example of the guidelines, with Swico's of its own syntax definition.
  @Test func `reads a Swiss QR-bill and its bill information`() {
    let lines = [
      "SPC", "0200", "1", "CH4431999123000889012", "S", "Robert Schneider AG", "Rue du Lac", "1268",
      "2501", "Biel", "CH", "", "", "", "", "", "", "", "1949.75", "CHF", "S", "Pia Rutschmann",
      "Marktgasse", "28", "9400", "Rorschach", "CH", "QRR", "210000000003139471430009017",
      "Order of 15.06.2020", "EPD",
      "//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30",
    ]
    let found = terms(lines.joined(separator: "\r\n"))
    #expect(found["iban"] == "CH4431999123000889012")
    #expect(found["amount_due"] == "1949.75" && found["currency"] == "CHF")
    #expect(found["payment_reference"] == "210000000003139471430009017")
    #expect(found["invoice_number"] == "10201409" && found["issue_date"] == "2019-05-12")
    #expect(found["seller_name"] == "Robert Schneider AG")
  }

  @Test func `reads the tax codes of Portugal and Spain`() {
    let portuguese = """
      A:501964843*B:999999990*C:PT*D:FT*E:N*F:20260131*G:FT AB2026/0035*H:CSDF7T5H-0035*I1:PT\
      *I7:100.00*I8:23.00*N:23.00*O:123.00*Q:TTV7*R:1234
      """
    #expect(
      terms(portuguese) == [
        "seller_vat_id": "PT501964843", "invoice_number": "FT AB2026/0035",
        "issue_date": "2026-01-31", "total_vat": "23.00", "total_with_vat": "123.00",
        "currency": "EUR",
      ]
    )
    let spanish = """
      https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQR?nif=B58378431\
      &numserie=12%2FA%26B&fecha=01-09-2026&importe=241.4
      """
    #expect(
      terms(spanish) == [
        "seller_vat_id": "ESB58378431", "invoice_number": "12/A&B", "issue_date": "2026-09-01",
        "total_with_vat": "241.40",
      ]
    )
  }

  @Test func `believes neither of two codes that differ`() {
    let other = "SPD*1.0*ACC:CZ6508000000192000145399*AM:480.55*CC:CZK*X-VS:1234567890"
    #expect(terms(other)["payment_reference"] == "1234567890")
    let found = terms(other, other.replacing("480.55", with: "480.56"))
    #expect(found["amount_due"] == nil && found["iban"] == "CZ6508000000192000145399")
  }

  @Test(arguments: [
    "", "BCD", "hello", "A:1*B:2*F:3", "SPC\n0200", "https://example.com/?nif=1&numserie=2",
    "SPD*1.0*ACC", "BCD\n002\n1\nSCT\n\nX\nDE00123\nEUR-1\n",
  ])
  func `reads nothing into other texts`(text: String) { #expect(terms(text) == [:]) }
}
