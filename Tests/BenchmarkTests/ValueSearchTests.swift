// ValueSearchTests.swift — printed values are found in every form in which people print them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import facturier_bench

@Suite struct ValueSearchTests {
  private func finds(_ name: String, _ value: String, in text: String) -> Bool {
    ValueSearch(text).finds(TruthValue(name: name, value: value))
  }

  @Test(arguments: ["1 234,50", "1.234,50", "1'234.50", "1,234.50", "1234.50", "1\u{202F}234,50"])
  func `finds an amount in every usual form`(printed: String) {
    #expect(finds("total_with_vat", "1234.5", in: "Total \(printed) EUR"))
  }

  @Test func `does not take an amount for another`() {
    #expect(!finds("total_with_vat", "1234.50", in: "Total 1 234,60 EUR"))
    #expect(!finds("total_with_vat", "1234.50", in: "Total 1 234 EUR"))
  }

  @Test func `finds an amount whose digits stand apart`() {
    #expect(finds("total_with_vat", "1234.50", in: "Total 1 234 , 50 EUR"))
  }

  @Test(
    arguments: [
      "03/02/2024", "3.2.24", "2024-02-03", "02/03/2024", "3 février 2024", "3 de marzo de 2024",
      "February 3rd, 2024",
    ]
  )
  func `finds a date in every usual form`(printed: String) {
    #expect(finds("issue_date", "2024-02-03", in: "le \(printed) à Lyon"))
  }

  @Test func `does not take a date for another`() {
    #expect(!finds("issue_date", "2024-02-03", in: "le 04/02/2024 à Lyon"))
  }

  @Test func `finds identifiers without blanks and marks`() {
    #expect(finds("invoice_number", "F-2024/017", in: "Facture n° f 2024 017"))
    #expect(finds("seller_vat_id", "ESB12345674", in: "CIF: B-12345674"))
    #expect(!finds("seller_legal_id", "ES12345674", in: "12345674"))
  }

  @Test func `finds an IBAN that is broken over two lines`() {
    let iban = "FR7630006000011234567890189"
    #expect(finds("iban", iban, in: "FR76 3000 6000 0112\nBIC AGRIFRPP\n3456 7890 189"))
    #expect(!finds("iban", iban, in: "FR76 3000 6000 0112\nBIC AGRIFRPP\n3456 7890 188"))
  }
}
