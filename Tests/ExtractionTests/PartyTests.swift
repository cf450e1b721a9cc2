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
    let name = try recognised(text)[name: Field.sellerName.name]
    let isWhole = first == "Lumiere"
    #expect(name?.value == .text(isWhole ? "Lumiere Energies SA" : "Energies SA"))
    #expect((name?.evidence.confidence ?? .none >= .promise) == isWhole)
  }

  @Test func `never promises VAT ids that may be exchanged`() throws {
    func text(_ ownLabel: String, _ customers: String) -> String {
      """
      Trasmissioni Lombardini S.r.l.                                  Spett.le
                                                                      Ateliers Verrane SAS
      Via Artigianato 19 20864 Agrate Brianza                         Via dei Fonditori 7
      \(ownLabel) 00255910374   C.F. 00255910374                      10148 Torino

                                                        Partita IVA \(customers) IT08319030014
      Fattura 438/2025 del 10/01/2025

                                                 Totale documento    1.220,00 EUR
      ----------

      """
    }
    let read = try recognised(text("P.IVA", "cliente"))
    #expect(read[.sellerVATID] == "IT00255910374" && read[.buyerVATID] == "IT08319030014")
    let misread = try recognised(text("PA", "chente"))
    #expect(misread[.sellerVATID] == "IT08319030014")
    for field in [Field.sellerVATID.name, Field.buyerVATID.name] {
      #expect(try #require(read[name: field]).evidence.confidence >= .promise)
      #expect((misread[name: field]?.evidence.confidence ?? .none) < .promise)
    }
  }

  @Test(arguments: [(950, true), (600, false)])
  func `never promises a SIREN that was read badly`(permille: Int, isPromised: Bool) throws {
    let text = """
      Lumérance Énergies SA                                           Ateliers Verrane SAS
      69007 Lyon                                                      69700 Givors

      Facture FC-2025-12 du 10/01/2025

                                                 Total TTC    1 220,00 EUR

      Lumérance Énergies SA - Lyon RCS 463 615 005
      ----------

      """
    let draft = try recognised(text) { word in
      word.text == "615" ? Confidence(permille: permille) : word.confidence
    }
    #expect(draft[.sellerLegalID] == "463615005")
    let confidence = draft[name: Field.sellerLegalID.name]?.evidence.confidence ?? .none
    #expect((confidence >= .promise) == isPromised)
  }

  /// What is extracted from a page that was recognised.
  private func recognised(
    _ text: String,
    confidence: (Word) -> Confidence = { $0.confidence }
  ) throws -> Draft {
    let document = try MarkedText(text).document
    let pages = document.pages.map { page in
      Page(
        number: page.number,
        width: page.width,
        height: page.height,
        origin: .recognised,
        words: page.words.map { Word(text: $0.text, box: $0.box, confidence: confidence($0)) }
      )
    }
    return extract(
      Document(id: document.id, format: .png, pages: pages),
      rules: ShippedRules.book,
      company: nil,
      receivedOn: CalendarDate(dayNumber: 20_484)
    ).draft
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
    let torn = ["Kessier", "Präzleionsteile"]
    let draft = try recognised(text) { Confidence(permille: torn.contains($0.text) ? 520 : 960) }
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
