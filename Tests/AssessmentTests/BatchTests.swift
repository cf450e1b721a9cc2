// BatchTests.swift — several invoices in one file, and mails that bring one.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Invoicing
import Testing

@testable import Assessment

@Suite struct BatchTests {
  private static let rules = RuleFile(
    path: "test.yml",
    text: """
      profile: generic/test
      language: fr
      words: [facture]
      document_types: {invoice: [facture], letter: [madame]}
      fields:
        invoice_number: [{label: "facture n°", weight: 950}]
        total_with_vat: [{label: total ttc, weight: 950}]
        iban: [{label: iban, weight: 900}]
      """
  )

  private func premises() throws -> Premises {
    Premises(
      rules: RuleBook.load([Self.rules]).book,
      company: nil,
      suppliers: [],
      receivedOn: try #require(CalendarDate(iso: "2025-06-01"))
    )
  }

  private func id(_ digit: Character) throws -> DocumentID {
    try #require(DocumentID(hex: String(repeating: digit, count: 64)))
  }

  private func page(_ number: Int, _ lines: [String], certain: Bool = true) -> Page {
    let words = gridWords(lines, confidence: certain ? .certain : Confidence(permille: 800))
    return Page(number: number, width: 5950, height: 8420, origin: .textLayer, words: words)
  }

  private func invoice(_ number: String) -> [String] {
    [
      "FACTURE", "Facture n° \(number)", "Vis et boulons  10,00", "Total TTC    120,00",
      "Merci de votre commande",
    ]
  }

  private func pages(_ sheets: [[String]], codes: [PageCode] = []) throws -> [Assessment] {
    let document = Document(
      id: try id("0"),
      format: .pdf,
      pages: sheets.enumerated().map { page($0 + 1, $1) },
      codes: codes
    )
    return assess(document, under: try premises()).invoices
  }

  @Test func `cuts at blank sheets between invoices`() throws {
    let found = try pages([
      invoice("FA-2025-0017"), [], invoice("FB-2025-0218"), ["."], invoice("FC-2025-0319"),
    ])
    #expect(found.map(\.pages) == [[1], [3], [5]])
    #expect(
      found.map { $0.draft[.invoiceNumber] } == ["FA-2025-0017", "FB-2025-0218", "FC-2025-0319"]
    )
    #expect(!found.flatMap(\.findings).contains { $0.code == "batch-cut-proposed" })
  }

  @Test func `cuts at a sheet where a number was not read but two other things differ`() throws {
    func sheet(_ total: String, _ iban: String) -> [String] {
      ["FACTURE", "Vis et boulons  10,00", "Total TTC    \(total)", "IBAN \(iban)"]
    }
    let (one, other) = ("DE61370802417940651403", "FR7630006000011234567890189")
    let numbered = invoice("FA-2025-0017") + ["IBAN \(one)"]
    #expect(try pages([numbered, [], sheet("77,00", other)]).map(\.pages) == [[1], [3]])
    #expect(try pages([sheet("77,00", other), [], numbered]).map(\.pages) == [[1], [3]])
    // A digit that differs is another number where all else does as well.
    let next = ["FACTURE", "Facture n° FA-2025-0018", "Total TTC    77,00", "IBAN \(other)"]
    let scanned = [numbered, [], next].enumerated().map { index, lines in
      let sheet = page(index + 1, lines, certain: false)
      return Page(
        number: sheet.number,
        width: sheet.width,
        height: sheet.height,
        origin: .recognised,
        words: sheet.words
      )
    }
    let stack = Document(id: try id("0"), format: .pdf, pages: scanned)
    #expect(assess(stack, under: try premises()).invoices.map(\.pages) == [[1], [3]])
    // A page with what was carried over goes on.
    #expect(try pages([numbered, [], sheet("77,00", one)]).map(\.pages) == [[1, 2, 3]])
  }

  @Test func `takes the blank back of a page for no cut`() throws {
    let terms = [
      "Conditions de vente",
      "Les marchandises voyagent aux risques et périls du client, même en port payé",
    ]
    let found = try pages([invoice("FA-2025-0017"), [], terms, [], invoice("FB-2025-0218")])
    #expect(found.map(\.pages) == [[1, 3], [5]])
    #expect(
      try pages([invoice("FA-2025-0017"), [], invoice("FA-2025-0017")]).map(\.pages) == [[1, 2, 3]]
    )
  }

  @Test func `proposes a cut where another invoice begins, and says so`() throws {
    let found = try pages([
      invoice("FA-2025-0017"), ["Suite de la page 1 : conditions du 01/02/2025"],
      invoice("GA-2025-0999"),
    ])
    #expect(found.map(\.pages) == [[1, 2], [3]])
    let cuts = found.map { $0.findings.filter { $0.code == "batch-cut-proposed" } }
    #expect(cuts.map(\.count) == [1, 1] && found.allSatisfy(\.needsReview))
    #expect(cuts.first?.first?.arguments == ["first": "1", "last": "2"])
  }

  @Test func `keeps what people decided with its invoice`() throws {
    let document = Document(
      id: try id("0"),
      format: .pdf,
      pages: [invoice("FA-2025-0017"), [], invoice("FB-2025-0218")].enumerated().map {
        page($0 + 1, $1)
      }
    )
    let number = Decision.correct(field: Field.invoiceNumber.name, value: .text("FB-2025-0281"))
    let found = assess(document, under: try premises(), decisions: [3: [number]]).invoices
    #expect(found.map { $0.draft[.invoiceNumber] } == ["FA-2025-0017", "FB-2025-0281"])
  }

  @Test func `takes the sender's name where the page has none, and is not sure`() throws {
    let header = MailHeader(
      messageID: "1",
      address: "a@roche.example",
      name: "Menuiserie Roche",
      subject: "",
      date: nil
    )
    let document = Document(
      id: try id("0"),
      format: .mail,
      pages: [page(1, invoice("FA-2025-0017"))]
    )
    let found = assess(document, under: try premises(), mail: header).invoices
    let name = try #require(found.first?.draft[name: Field.sellerName.name])
    #expect(name.value == .text("Menuiserie Roche"))
    #expect(name.evidence.origin == .mail(header: "From"))
    #expect(name.evidence.confidence < Confidence(permille: 950))
  }

  private func code(_ iban: String) -> PageCode {
    PageCode(
      kind: "qr",
      page: 1,
      box: Box(left: 1, top: 2, right: 3, bottom: 4),
      text: "BCD\n002\n1\nSCT\n\nRoche\n\(iban)\nEUR120.00"
    )
  }

  @Test func `believes a code before the print that was read doubtfully`() throws {
    let right = "DE61370802417940651403"
    let found = try #require(try pages([invoice("FA-2025-0017")], codes: [code(right)]).first)
    let iban = try #require(found.draft[name: Field.iban.name])
    #expect(iban.value == .text(right) && iban.evidence.confidence < .promise)
    guard case .code(kind: "qr", page: 1, box: _) = iban.evidence.origin else {
      Issue.record("\(iban.evidence.origin)")
      return
    }
  }

  @Test func `pairs an e-invoice with the pages that show it`() throws {
    let printed = Document(id: try id("1"), format: .pdf, pages: [page(1, invoice("FA-2025-0017"))])
    let other = Document(id: try id("2"), format: .pdf, pages: [page(1, invoice("FB-2025-0218"))])
    let eInvoice = Document(
      id: try id("3"),
      format: .xml,
      pages: [],
      markup: try tree("FA-2025-0017")
    )
    func pairs(_ documents: [Document]) throws -> [DocumentID: DocumentID] {
      companions(among: documents, under: try premises())
    }
    #expect(try pairs([printed, other, eInvoice]) == [printed.id: eInvoice.id])
    let copy = Document(id: try id("4"), format: .pdf, pages: printed.pages)
    #expect(try pairs([printed, copy, eInvoice]) == [:])
    #expect(try pairs([other, eInvoice]) == [:])
    let whole = assess(printed.carrying(try tree("FA-2025-0017")), under: try premises()).invoices
    #expect(whole.count == 1)
  }

  @Test func `loses no invoice of a stack into which an e-invoice was joined`() throws {
    let sheets = [invoice("FA-2025-0017"), [], invoice("GB-2025-0999")]
    func found(_ number: String) throws -> [Assessment] {
      let document = Document(
        id: try id("0"),
        format: .pdf,
        pages: sheets.enumerated().map { page($0 + 1, $1) },
        markup: try tree(number)
      )
      return assess(document, under: try premises()).invoices
    }
    let joined = try found("GB-2025-0999")
    #expect(joined.map(\.pages) == [[1], [3]])
    let rules = joined.map { $0.draft[name: Field.invoiceNumber.name]?.evidence.rule.path ?? "" }
    #expect(!rules[0].hasPrefix("e-invoice") && rules[1].hasPrefix("e-invoice"))
    // An e-invoice of none of them is not given to any.
    #expect(try found("HC-2025-0001").map(\.pages) == [[1, 2, 3]])
  }

  @Test func `takes no pages for a copy that hold more than the e-invoice`() throws {
    func pairs(_ pages: [Page], _ number: String) throws -> Int {
      let printed = Document(id: try id("1"), format: .pdf, pages: pages)
      let file = Document(id: try id("3"), format: .xml, pages: [], markup: try tree(number))
      return companions(among: [printed, file], under: try premises()).count
    }
    let first = page(1, invoice("FA-2025-0017"))
    #expect(try pairs([first], "FA-2025-0017") == 1)
    // A second invoice lies in the same scan.
    #expect(try pairs([first, page(2, invoice("GB-2025-0999"))], "FA-2025-0017") == 0)
    #expect(try pairs([first, page(2, []), page(3, invoice("GB-2025-0999"))], "FA-2025-0017") == 0)
    // Number and total stand on pages of two invoices.
    let split = [page(1, ["Facture n° FA-2025-0017"]), page(2, ["Rappel", "Total TTC    120,00"])]
    #expect(try pairs(split, "FA-2025-0017") == 0)
    #expect(try pairs([page(1, invoice("17"))], "17") == 0)
  }

  @Test func `a code that names our own account is for somebody else`() throws {
    let own = "DE61370802417940651403"
    let document = Document(
      id: try id("0"),
      format: .pdf,
      pages: [page(1, invoice("FA-2025-0017"))],
      codes: [code(own)]
    )
    let company = Company(name: "Verrane", ibans: ["DE61 3708 0241 7940 6514 03"])
    let premises = Premises(
      rules: RuleBook.load([Self.rules]).book,
      company: company,
      suppliers: [],
      receivedOn: try #require(CalendarDate(iso: "2025-06-01"))
    )
    #expect(assess(document, under: premises).invoices.first?.draft[.iban] == nil)
  }

  private func tree(_ number: String) throws -> MarkupTree {
    let total = MarkupElement("GrandTotalAmount", text: "120.00")
    let settlement = MarkupElement(
      "ApplicableHeaderTradeSettlement",
      children: [
        MarkupElement("SpecifiedTradeSettlementHeaderMonetarySummation", children: [total])
      ]
    )
    return MarkupTree(
      namespace: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
      root: MarkupElement(
        "CrossIndustryInvoice",
        children: [
          MarkupElement("ExchangedDocument", children: [MarkupElement("ID", text: number)]),
          MarkupElement("SupplyChainTradeTransaction", children: [settlement]),
        ]
      )
    )
  }
}
