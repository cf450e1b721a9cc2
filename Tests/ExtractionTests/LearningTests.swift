// LearningTests.swift — what one reviewed invoice teaches about the next.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Extraction

@Suite struct LearningTests {
  private static let day = CalendarDate(iso: "2026-03-01") ?? CalendarDate(dayNumber: 0)

  /// An invoice whose number no general rule finds: its label is the supplier's own.
  private static func invoice(_ number: String, account: String = iban) throws -> MarkedText {
    try MarkedText(
      """
      Menuiserie Castanet SARL
      12 rue du Port, 31000 Toulouse                     Facture

      Folio \(number)          Date : 03/02/2026
      Dossier CL/55-0001

      Désignation                        Quantité   Prix    Montant
      Porte en chêne                     1          500,00  500,00

      Total HT                           500,00
      TVA 20 %                           100,00
      Total TTC                          600,00

      IBAN \(account)
      SIRET 732 829 320 00074   N° TVA FR44732829320
      ----------
      total_with_vat: 600.00
      """
    )
  }

  private static let iban = "FR76 3000 6000 0112 3456 7890 189"

  private static func reviewed(_ text: MarkedText, number: String) -> ReviewedInvoice {
    var draft = found(text, ShippedRules.book)
    let evidence = Evidence(
      origin: .entered(by: "person"),
      text: "",
      rule: "decision",
      confidence: .certain
    )
    draft.set(.invoiceNumber, to: number, evidence: evidence)
    draft.set(.sellerName, to: "Menuiserie Castanet SARL", evidence: evidence)
    return ReviewedInvoice(id: 7, document: text.document, draft: draft, receivedOn: day)
  }

  private static func found(_ text: MarkedText, _ rules: RuleBook) -> Draft {
    extract(text.document, rules: rules, company: nil, receivedOn: day).draft
  }

  private static func book(_ profile: LearnedProfile) -> RuleBook {
    let shipped = ShippedRules.files
    return RuleBook.load(shipped + [RuleFile(path: "learned/x.yml", text: profile.text)]).book
  }

  private static func learned() throws -> LearnedProfile {
    let text = try invoice("MC26-00417")
    return try Learner(rules: ShippedRules.book, company: nil)
      .profile(from: [reviewed(text, number: "MC26-00417")])
  }

  @Test func `a learned label finds the number of the next invoice, and says which file knew`()
    throws
  {
    let profile = try Self.learned()
    #expect(profile.name == "learned/FR44732829320")
    let next = Self.found(try Self.invoice("MC26-00533"), Self.book(profile))
    #expect(next[.invoiceNumber] == "MC26-00533")
    let rule = next[name: Field.invoiceNumber.name]?.evidence.rule.path
    #expect(rule == "learned/FR44732829320/invoice_number")
    #expect(next[.sellerName] == "Menuiserie Castanet SARL")
  }

  @Test func `what was learned is a rule file that reads without a mistake`() throws {
    let profile = try Self.learned()
    let (book, problems) = RuleBook.load([RuleFile(path: "x.yml", text: profile.text)])
    #expect(problems.isEmpty && book.suppliers.count == 1)
    #expect(profile.text.contains("label: \"Folio\""))
    #expect(profile.fields.contains(Field.invoiceNumber.name))
  }

  @Test func `another account with check digits that agree is never taken for the known one`()
    throws
  {
    let other = "FR14 2004 1010 0505 0001 3M02 606"
    let next = Self.found(
      try Self.invoice("MC26-00533", account: other),
      Self.book(try Self.learned())
    )
    #expect(next[.iban] == "FR1420041010050500013M02606")
    let before = Self.found(
      try Self.invoice("MC26-00533", account: other),
      ShippedRules.book
    )
    #expect(next.confidence(of: Field.iban.name) < before.confidence(of: Field.iban.name))
  }

  @Test func `a number of another form lowers the confidence and is not invented`() throws {
    let text = try Self.invoice("9-77")
    let next = Self.found(text, Self.book(try Self.learned()))
    #expect(next[.invoiceNumber] != "MC26-00417")
    #expect(next.confidence(of: Field.invoiceNumber.name) < Confidence(permille: 950))
  }

  /// An invoice whose due date stands below a heading and again in a sentence.
  private static func terms(heading: String, sentence: String) throws -> MarkedText {
    try MarkedText(
      """
      Quincaillerie Bertholet SAS
      12 rue du Port, 31000 Toulouse                     Facture

      N° de facture          Date                Échéance
      FC202501268            04/03/2025          \(heading)

      Total HT                           500,00
      TVA 20 %                           100,00
      Total TTC                          600,00

      Conditions de règlement : 30 jours fin de mois, échéance le \(sentence)
      SIRET 732 829 320 00074   N° TVA FR44732829320
      ----------
      total_with_vat: 600.00
      """
    )
  }

  @Test func `where one of two places is misread, no date is promised`() throws {
    let first = try Self.terms(heading: "30/04/2025", sentence: "30/04/2025")
    let profile = try Learner(rules: ShippedRules.book, company: nil)
      .profile(from: [Self.reviewed(first, number: "FC202501268")])
    #expect(profile.text.contains("label: \"échéance le\""))
    #expect(profile.text.contains("label: \"Échéance\""))
    let next = Self.found(
      try Self.terms(heading: "30/03/2025", sentence: "30/04/2025"),
      Self.book(profile)
    )
    let found = try #require(next[name: Field.dueDate.name])
    let dates = [found.value] + found.alternatives.map(\.value)
    #expect(dates.contains(.date(try #require(CalendarDate(iso: "2025-04-30")))))
    #expect(next.confidence(of: Field.dueDate.name) < .promise)
  }

  /// An invoice whose total stands in a corner without a label.
  private static func corner(_ total: String) throws -> MarkedText {
    try MarkedText(
      """
      Menuiserie Castanet SARL
      12 rue du Port, 31000 Toulouse                     Facture

      Facture n° F2025-036   Date : 03/02/2026

      Désignation                        Quantité
      Porte en chêne                     1

      Merci de votre confiance.                                        \(total) €

      SIRET 732 829 320 00074   N° TVA FR44732829320
      ----------
      currency: EUR
      """
    )
  }

  @Test func `a total beside its label is not looked for below the heading of the lines`() throws {
    let profile = try Self.learned()
    #expect(profile.text.contains("label: \"Total HT\", place: [right]"))
    #expect(!profile.text.contains("label: \"Montant\", place: [below]"))
  }

  @Test func `a total without a label is known by its place, and is not promised`() throws {
    let text = try Self.corner("600,00")
    var draft = Self.found(text, ShippedRules.book)
    let evidence = Evidence(
      origin: .entered(by: "person"),
      text: "",
      rule: "decision",
      confidence: .certain
    )
    for field in [Field.totalWithVAT, .amountDue] {
      draft.set(field, to: Money(minorUnits: 600_00, currency: .euro), evidence: evidence)
    }
    let profile = try Learner(rules: ShippedRules.book, company: nil).profile(
      from: [
        ReviewedInvoice(id: 7, document: text.document, draft: draft, receivedOn: Self.day)
      ]
    )
    #expect(profile.fields.contains(Field.totalWithVAT.name))
    let next = Self.found(try Self.corner("720,00"), Self.book(profile))
    #expect(next[.totalWithVAT] == Money(minorUnits: 720_00, currency: .euro))
    #expect(next.confidence(of: Field.totalWithVAT.name) < .promise)
  }

  @Test func `a draft of a sample finds the next number and promises what it reads back`() throws {
    let text = try Self.invoice("MC26-00417")
    let learner = Learner(rules: ShippedRules.book, company: nil)
    let profile = try learner.draft(
      from: Self.reviewed(text, number: "MC26-00417"),
      suffix: ".pdf"
    )
    #expect(profile.name == "suppliers/menuiserie-castanet-sarl")
    #expect(profile.sample == "samples/menuiserie-castanet-sarl.pdf")
    let next = Self.found(try Self.invoice("MC26-00533"), Self.book(profile))
    #expect(next[.invoiceNumber] == "MC26-00533")
    let read = RuleBook.load([RuleFile(path: "suppliers/x.yml", text: profile.text)])
    #expect(read.problems.isEmpty)
    let example = try #require(read.book.examples.first)
    #expect(example.sample == "suppliers/samples/menuiserie-castanet-sarl.pdf")
    #expect(example.example.fields[Field.invoiceNumber.name] == .text("MC26-00417"))
    let total = example.example.fields[Field.totalWithVAT.name]
    #expect(total == .amount(DecimalNumber(mantissa: 600)))
  }

  @Test func `a draft says which confirmed value no rule finds, and does not promise it`() throws {
    let text = try Self.invoice("MC26-00417")
    let profile = try Learner(rules: ShippedRules.book, company: nil).draft(
      from: Self.reviewed(text, number: "NOT-PRINTED-9"),
      suffix: ".pdf"
    )
    #expect(profile.missed == [Field.invoiceNumber.name])
    #expect(!profile.readBack.contains(Field.invoiceNumber.name))
    #expect(!profile.text.contains("invoice_number: \"NOT-PRINTED-9\""))
  }

  @Test func `what stands beside a label is offered for a field that nothing finds`() throws {
    let text = try Self.invoice("MC26-00417")
    let choices = Learner(rules: ShippedRules.book, company: nil)
      .choices(on: text.document, receivedOn: Self.day)
    let number = try #require(
      choices.questions.first { $0.field.name == Field.invoiceNumber.name }
    )
    #expect(
      number.choices.contains(
        SampleChoices.Choice(value: .text("MC26-00417"), label: "Folio")
      )
    )
    #expect(choices.invoices == 1)
  }

  @Test func `the company itself is no seller to learn`() throws {
    let text = try Self.invoice("MC26-00417")
    let company = Company(name: "Castanet", vatIDs: ["FR44732829320"])
    #expect(throws: Problem.self) {
      try Learner(rules: ShippedRules.book, company: company)
        .profile(from: [Self.reviewed(text, number: "MC26-00417")])
    }
  }
}

@Suite struct ValueFormTests {
  @Test(arguments: [
    ("TG##B#####", "TG25B08110", "TG25B08110"), ("TG##B#####", "TG25808110", "TG25B08110"),
    ("######T######", "2025111559978", "202511T559978"), ("FA-###", "FA-1O3", "FA-103"),
    ("FA-###", "FA-1000", "FA-1000"),
  ])
  func `a misread number is brought back to its form`(form: String, read: String, value: String) {
    #expect(ValueForm(form)?.fit(read)?.value == value)
  }

  @Test(arguments: [("FA-###", "FB-103"), ("FA-###", "FA-1"), ("FA-###", "FA-XYV")])
  func `a number of another form is refused`(form: String, read: String) {
    #expect(ValueForm(form)?.fit(read) == nil)
  }

  @Test func `two numbers give the form of both`() {
    let other = ValueForm(of: "B-20")
    #expect(other.flatMap { ValueForm(of: "A-17")?.joined(with: $0) }?.text == "@-##")
  }
}
