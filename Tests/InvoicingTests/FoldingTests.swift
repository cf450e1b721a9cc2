// FoldingTests.swift — text and references in the form in which they are compared.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Échéance", "ECHEANCE"), ("E\u{301}che\u{301}ance", "ECHEANCE"), ("Straße", "STRASSE"),
    ("œuvre", "OEUVRE"), ("Łódź", "LODZ"), ("ﬁn", "FIN"), ("l’avoir", "L'AVOIR"),
    ("1\u{202F}240,00\u{A0}€", "1 240,00 €"), ("n°", "N°"), ("nº", "N°"), ("fällig", "FALLIG"),
    ("30–60", "30-60"), ("ĲSSEL", "IJSSEL"), ("τιμολόγιο", "ΤΙΜΟΛΟΓΙΟ"), ("", ""),
  ])
  func `makes capitals without marks`(text: String, expected: String) {
    #expect(folded(text) == expected)
    #expect(folded(folded(text)) == folded(text))
  }

  @Test(arguments: [
    ("FA-2O26-118", "FA2026118"), ("fa 2026 118", "FA2026118"), ("F/É 12", "FE12"), ("", ""),
    ("BIL-SQ", "811-50".filter { $0 != "-" }), ("①②", "12"), ("1⃣2", "12"), ("§§", ""),
  ])
  func `makes one skeleton of readings that are alike`(reference: String, skeleton: String) {
    #expect(ReferenceKey.skeleton(of: reference) == skeleton)
  }

  @Test(arguments: [
    ("FA-2O26-118", "2026118"), ("INV-000123", "123"), ("A12", nil), ("", nil), ("000", nil),
    ("2024/0117", "20240117"), ("Rechnung 1234", "1234"), ("N° 00456", "456"), ("No. 4711", "4711"),
    ("RE 12-4567X89", "124567"), ("٣٣٣", nil),
  ])
  func `finds the longest run of digits`(reference: String, digits: String?) {
    #expect(ReferenceKey.digits(of: reference) == digits)
  }
}
