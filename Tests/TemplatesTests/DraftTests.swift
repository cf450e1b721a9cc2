// DraftTests.swift — what templates find, as fields with a place on the page.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Templates

@Suite struct DraftTests {
  private let fields = """
    invoice_number: No\\s+(\\S+)
    date: Date\\s+(\\S+)
    amount: Total\\s+(\\S+)
    amount_tax: Tax\\s+(\\S+)
    vat: VAT id\\s+(.+)
    iban: IBAN\\s+(.+)
    static_partner_coc: 732 829 320
    """
  private let options = "options: {date_formats: ['%d/%m/%Y'], currency: CHF}"
  private let page = """
    Made Shop           No  17-B
    Date 03/04/2024     VAT id FR40 303 265 045
    Tax   4.10          IBAN FR76 3000 6000 0112 3456 7890 189
    Total 24.60
    """

  @Test func `maps to the names of EN 16931 with evidence`() throws {
    let draft = try #require(try reading(template(fields, options), of: page)?.draft)
    #expect(draft[.invoiceNumber] == "17-B")
    #expect(draft[.issueDate]?.description == "2024-04-03")
    #expect(draft[.totalWithVAT] == Money(minorUnits: 2460, currency: .swissFranc))
    #expect(draft[.totalVAT]?.plainText == "4.10")
    #expect(draft[.sellerVATID] == "FR40303265045")
    #expect(draft[.iban] == "FR7630006000011234567890189")
    #expect(draft[.sellerLegalID] == "732829320")
    #expect(draft[.sellerName] == "Made Shop")
    let total = try #require(draft[name: Field.totalWithVAT.name]?.evidence)
    #expect(
      total.origin == .printed(page: 1, box: Box(left: 360, top: 360, right: 660, bottom: 460))
    )
    #expect(total.text == "24.60")
    #expect(total.rule.path == "invoice2data/shop.yml/amount")
    #expect(draft[name: Field.sellerName.name]?.evidence.origin == .computed(from: []))
  }

  @Test func `keeps the place through prepared text`() throws {
    let prepared = """
      options:
        remove_whitespace: true
        lowercase: true
        replace: [['total(\\d+)\\.', 'sum \\1,']]
        decimal_separator: ','
      """
    let found = try reading(template("amount: sum (\\S+)", prepared), of: page)
    #expect(found?.draft[.totalWithVAT]?.minorUnits == 2460)
    let evidence = found?.draft[name: Field.totalWithVAT.name]?.evidence
    #expect(evidence?.text.contains("24.60") == true)
  }

  @Test func `doubts identifiers whose check digits disagree, and several values`() throws {
    let wrong = page.replacing("265 045", with: "265 046").replacing("3000 6000", with: "3000 6001")
    let draft = try #require(
      try reading(template(fields + "\npartner_name: (Tax|Total)", options), of: wrong)?.draft
    )
    for field in [Field.sellerVATID, .iban, .sellerName] {
      #expect(draft.confidence(of: field.name) <= Confidence(permille: 500))
    }
  }

  @Test func `a negative total is a credit note`() throws {
    let credit = page.replacing("24.60", with: "-24.60").replacing("4.10", with: "-4.10")
    let draft = try #require(try reading(template(fields, options), of: credit)?.draft)
    #expect(draft.isCreditNote)
    #expect(draft[.totalWithVAT]?.minorUnits == 2460)
    #expect(draft[.totalVAT]?.minorUnits == 410)
  }

  @Test func `writes JSON as it is read elsewhere`() {
    var record = TemplateRecord()
    record["a\"b"] = TracedValue(.text("é\n\u{1}\\"))
    record["f"] = TracedValue(.number(DecimalNumber(mantissa: 100)))
    record["l"] = TracedValue(.list([TracedValue(.null), TracedValue(.flag(true))]))
    #expect(record.json == #"{"a\"b": "é\n\u0001\\", "f": 100.0, "l": [null, true]}"#)
  }
}
