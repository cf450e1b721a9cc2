// PartyTests.swift — who sells and who buys, with what is known beforehand.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Extraction

@Suite struct PartyTests {
  private let text = """
    Lumiere Energie                                         Ateliers Dupont SARL
    Vos contacts : 09 69 36 00 00                           12 rue des Lilas
                                                            69003 Lyon
    Facture LU-20 du 02/05/2025

                                       Total TTC        120,00 EUR

    2 boulevard des Rives 69007 Lyon - RCS Lyon 404 833 048 - TVA FR83404833048
    ----------
    """
  private let supplier = Supplier(code: "F1", name: "Lumière Énergies SA", vatID: "FR83404833048")

  private func draft(company: Company? = nil, suppliers: [Supplier] = []) throws -> Draft {
    extract(
      try MarkedText(text + "\n").document,
      rules: ShippedRules.book,
      company: company,
      suppliers: suppliers,
      receivedOn: CalendarDate(dayNumber: 20_484)
    ).draft
  }

  @Test func `gives the name of the supplier master where its identifier is printed`() throws {
    let found = try draft(suppliers: [supplier])[name: Field.sellerName.name]
    #expect(found?.value == .text("Lumière Énergies SA"))
    #expect(found?.evidence.rule == "supplier-master")
    #expect(found?.evidence.confidence ?? .none >= .promise)
  }

  @Test func `takes no name of the master when two suppliers have the identifier`() throws {
    let twin = Supplier(code: "F2", name: "Lumière Gaz SA", vatID: "FR83404833048")
    let found = try draft(suppliers: [supplier, twin])[name: Field.sellerName.name]
    #expect(found?.evidence.rule != "supplier-master")
  }

  @Test func `ignores suppliers of whom nothing is printed`() throws {
    let other = Supplier(code: "F3", name: "Autre SA", vatID: "FR44732829320")
    #expect(try draft(suppliers: [other]) == draft())
  }

  @Test func `knows the company in another spelling`() throws {
    let company = Company(name: "Ateliers Dupond", vatIDs: ["FR44732829320"])
    #expect(try draft(company: company)[.buyerName] == "Ateliers Dupond")
  }

  @Test(arguments: ["Lumi3re", "Lumiere"])
  func `never promises a name before which a word stands that may begin it`(first: String) throws {
    let text = """
      \(first) Energies SA                                     Ateliers Dupont SARL
      Facture LU-20 du 02/05/2025
                                         Total TTC        120,00 EUR
      2 boulevard des Rives 69007 Lyon - RCS Lyon 404 833 048 - TVA FR83404833048
      ----------

      """
    let page = try #require(try MarkedText(text).document.pages.first)
    let recognised = Page(
      number: 1,
      width: page.width,
      height: page.height,
      origin: .recognised,
      words: page.words
    )
    let document = Document(
      id: try MarkedText(text).document.id,
      format: .png,
      pages: [recognised]
    )
    let name = extract(
      document,
      rules: ShippedRules.book,
      company: nil,
      receivedOn: CalendarDate(dayNumber: 20_484)
    ).draft[name: Field.sellerName.name]
    let isWhole = first == "Lumiere"
    #expect(name?.value == .text(isWhole ? "Lumiere Energies SA" : "Energies SA"))
    #expect((name?.evidence.confidence ?? .none >= .promise) == isWhole)
  }

  @Test func `quotes the spelling that was read best`() throws {
    let text = """
      Kessier Präzleionsteile GmbH                            Ateliers Dupont SARL
                                                              12 rue des Lilas
                                                              69003 Lyon
      Rechnung RE-2025-118 vom 02.05.2025

                                         Gesamtbetrag        120,00 EUR

      Kessler Präzisionsteile GmbH - USt-IdNr. DE136695976
      ----------

      """
    let document = try MarkedText(text).document
    let page = document.pages[0]
    let words = page.words.map { word in
      let isTorn = ["Kessier", "Präzleionsteile"].contains(word.text)
      return Word(
        text: word.text,
        box: word.box,
        confidence: Confidence(permille: isTorn ? 520 : 960)
      )
    }
    let recognised = Document(
      id: document.id,
      format: .png,
      pages: [
        Page(
          number: 1,
          width: page.width,
          height: page.height,
          origin: .recognised,
          words: words
        )
      ]
    )
    let draft = extract(
      recognised,
      rules: ShippedRules.book,
      company: nil,
      receivedOn: CalendarDate(dayNumber: 20_484)
    ).draft
    #expect(draft[.sellerName] == "Kessler Präzisionsteile GmbH")
  }

  @Test(arguments: [
    (["VERRANE", "ATELIERS"], ["VERMANE", "ATELIERS"], true),
    (["KESSLER"], ["KESSLER", "GLAS"], true), (["FITS"], ["BERTHOLET", "FILS"], true),
    (["ABEL"], ["ABLE"], false), (["DURAND"], ["MARTIN"], false), ([], ["MARTIN"], false),
  ])
  func `tells spellings of one name`(left: [String], right: [String], isSame: Bool) {
    #expect(CompanyName.isSpelling(Set(left), Set(right)) == isSame)
    #expect(CompanyName.isSpelling(Set(right), Set(left)) == isSame)
  }
}
