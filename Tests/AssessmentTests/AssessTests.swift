// AssessTests.swift — extract, decide, validate.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Invoicing
import Testing

@testable import Assessment

@Suite struct AssessTests {
  private static let rules = RuleFile(
    path: "test.yml",
    text: """
      profile: generic/test
      language: fr
      words: [facture]
      document_types: {invoice: [facture], quote: [devis]}
      fields:
        invoice_number: [{label: "facture n°", weight: 950}]
        total_with_vat: [{label: total ttc, weight: 950}]
        total_without_vat: [{label: total ht, weight: 950}]
        total_vat: [{label: tva, weight: 950}]
      """
  )

  private func premises() throws -> Premises {
    let (book, problems) = RuleBook.load([Self.rules])
    #expect(problems == [])
    return Premises(
      rules: book,
      company: nil,
      suppliers: [],
      receivedOn: try #require(CalendarDate(iso: "2025-06-01"))
    )
  }

  /// Lines of text, a word every 60 tenths of a point per character.
  private func document(_ lines: [String]) throws -> Document {
    let words = gridWords(lines)
    let page = Page(number: 1, width: 5950, height: 8420, origin: .textLayer, words: words)
    let id = try #require(DocumentID(hex: String(repeating: "0", count: 64)))
    return Document(id: id, format: .text, pages: [page])
  }

  private func invoice(carrying total: String) throws -> Document {
    let printed = try invoice()
    let transaction = MarkupElement(
      "SupplyChainTradeTransaction",
      children: [
        MarkupElement(
          "ApplicableHeaderTradeSettlement",
          children: [
            MarkupElement(
              "SpecifiedTradeSettlementHeaderMonetarySummation",
              children: [MarkupElement("GrandTotalAmount", text: total)]
            )
          ]
        )
      ]
    )
    let tree = MarkupTree(
      namespace: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
      root: MarkupElement("CrossIndustryInvoice", children: [transaction])
    )
    return Document(id: printed.id, format: .pdf, pages: printed.pages, markup: tree)
  }

  @Test func `takes an e-invoice before the page, and the page for the rest`() throws {
    let assessed = assess(try invoice(carrying: "120.00"), under: try premises())
    let draft = try #require(assessed.invoices.first?.draft)
    #expect(draft[.totalWithVAT] == Money(minorUnits: 12000, currency: .euro))
    #expect(draft[name: Field.totalWithVAT.name]?.evidence.rule == "e-invoice/cii")
    #expect(draft[.invoiceNumber] != nil)
    let codes = assessed.invoices.first?.findings.map(\.code) ?? []
    #expect(!codes.contains("e-invoice-differs-from-page"))
  }

  @Test func `stops where an e-invoice and its page differ`() throws {
    let assessed = assess(try invoice(carrying: "121.00"), under: try premises())
    let finding = try #require(
      assessed.invoices.first?.findings.first { $0.code == "e-invoice-differs-from-page" }
    )
    #expect(finding.severity == .blocking && finding.field == Field.totalWithVAT.name)
    #expect(finding.arguments == ["told": "121.00", "page": "120.00"])
  }

  private func invoice() throws -> Document {
    try document([
      "Facture n° F-17", "Total HT    100,00", "TVA 20 %    20,00", "Total TTC    120,00",
    ])
  }

  @Test func `gives one invoice with its findings`() throws {
    let result = assess(try invoice(), under: try premises())
    let assessment = try #require(result.invoices.first)
    #expect(assessment.draft[.invoiceNumber] == "F-17")
    #expect(assessment.draft[.totalWithVAT]?.plainText == "120.00")
    #expect(assessment.findings.contains { $0.code == "missing-field" })
    #expect(assessment.needsReview)
  }

  @Test func `lets a person have the last word`() throws {
    let number = Decision.correct(field: Field.invoiceNumber.name, value: .text("F-71"))
    let result = assess(try invoice(), under: try premises(), decisions: [1: [number]])
    let draft = try #require(result.invoices.first).draft
    #expect(draft[.invoiceNumber] == "F-71")
    #expect(draft.confidence(of: Field.invoiceNumber.name) == .certain)
    guard case .entered = draft[name: Field.invoiceNumber.name]?.evidence.origin else {
      Issue.record("the evidence does not name the person")
      return
    }
  }

  @Test func `takes a field away that a person says is not there`() throws {
    let nothing = Decision.correct(field: Field.totalVAT.name, value: nil)
    let result = assess(try invoice(), under: try premises(), decisions: [1: [nothing]])
    #expect(try #require(result.invoices.first).draft[.totalVAT] == nil)
  }

  @Test func `tells a quote from an invoice, unless a person declares it one`() throws {
    let quote = try document([
      "DEVIS", "Menuiserie Roche EURL", "Total TTC    120,00", "Valable un mois",
    ])
    let premises = try premises()
    #expect(assess(quote, under: premises).documentType == .quote)
    #expect(assess(quote, under: premises).invoices == [])
    let declared = assess(quote, under: premises, decisions: [0: [.declare(.invoice)]])
    #expect(declared.invoices.count == 1)
  }

  @Test func `has a key that changes with rules and suppliers`() throws {
    let first = try premises()
    let (book, _) = RuleBook.load([RuleFile(path: "test.yml", text: Self.rules.text + "\n# more")])
    let other = Premises(rules: book, company: nil, suppliers: [], receivedOn: first.receivedOn)
    let supplied = Premises(
      rules: first.rules,
      company: nil,
      suppliers: [Supplier(code: "F1", name: "Roche")],
      receivedOn: first.receivedOn
    )
    #expect(first.key == (try premises()).key)
    #expect(Set([first.key, other.key, supplied.key]).count == 3)
  }
}
