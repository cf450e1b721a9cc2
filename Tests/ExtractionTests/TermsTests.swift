// TermsTests.swift — payment terms in words, in six languages.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Extraction
import Invoicing
import Testing

@Suite struct TermsTests {
  private static let thirty = DueRule.after(.days(30))
  private static let endOfMonth = DueRule.endOfMonth(after: .none, plusDays: 0)

  private static func monthEnd(_ days: Int, plus: Int = 0) -> DueRule {
    .endOfMonth(after: .days(days), plusDays: plus)
  }

  private static func rule(_ text: String) -> DueRule? { PaymentTerms.parse(text)?.rule }

  @Test(arguments: [
    ("2026-01-31", "2026-03-02 2026-03-31 2026-03-02 2026-03-31 2026-03-17 2026-04-15 2026-02-28"),
    ("2026-10-05", "2026-11-04 2026-11-30 2026-11-30 2026-11-30 2026-12-15 2026-12-15 2026-11-05"),
    ("2026-11-23", "2026-12-23 2026-12-31 2026-12-30 2027-01-31 2027-01-14 2027-01-15 2026-12-23"),
    ("2024-01-31", "2024-03-01 2024-03-31 2024-03-01 2024-03-31 2024-03-16 2024-04-15 2024-02-29"),
    ("2026-12-02", "2027-01-01 2027-01-31 2027-01-30 2027-01-31 2027-02-14 2027-02-15 2027-01-02"),
  ])
  func `counts the due date`(issue: String, dates: String) throws {
    let phrases = [
      "30 jours", "30 jours fin de mois", "fin de mois + 30 jours", "45 jours fin de mois",
      "45 jours à compter de la fin du mois", "30 jours fin de mois le 15", "1 mois",
    ]
    let day = try #require(CalendarDate(iso: issue))
    for (phrase, date) in zip(phrases, dates.split(separator: " ")) {
      let terms = try #require(PaymentTerms.parse(phrase), "\(phrase)")
      #expect(terms.dueDate(from: day).description == date, "\(phrase)")
    }
  }

  @Test(arguments: [
    ("30 jours", thirty), ("30j", thirty), ("30 jrs net", thirty),
    ("Paiement sous 45 jours", .after(.days(45))),
    ("Règlement à 30 jours date de facture", thirty),
    ("30 jours à réception de facture", thirty), ("Payable à trente (30) jours", thirty),
    ("45 jours nets, fin de mois", monthEnd(45)), ("45 J. F.D.M.", monthEnd(45)),
    ("Conditions de règlement : 30 jours FDM", monthEnd(30)),
    ("30 jours à compter de la date de facture, fin de mois", monthEnd(30)),
    ("Fin de mois + 45 jours", monthEnd(0, plus: 45)),
    ("30 jours après la fin du mois", monthEnd(0, plus: 30)),
    ("30 jours fin de mois le 10", .dayOfNextMonth(10, after: .days(30))),
    ("fin de mois le 15", .dayOfNextMonth(15, after: .none)),
    ("payable le 10 du mois suivant", .dayOfNextMonth(10, after: .none)),
    ("2 mois fin de mois", .endOfMonth(after: .months(2), plusDays: 0)),
    ("Paiement : fin de mois", endOfMonth),
    ("Paiement fin du mois suivant", .endOfMonth(after: .months(1), plusDays: 0)),
    ("à réception", .immediately), ("Paiement comptant", .immediately),
    ("Payable à réception de facture.", .immediately), ("Comptant à la livraison", .immediately),
  ])
  func `reads French`(text: String, rule: DueRule) {
    #expect(Self.rule(text) == rule)
  }

  @Test(arguments: [
    ("Net 30", thirty), ("Payment terms: Net 30 days", thirty), ("n/30", thirty),
    ("30 days from date of invoice", thirty), ("within 30 days of the invoice date", thirty),
    ("Payment is due within thirty days", thirty), ("30-day terms", thirty),
    ("30 days end of month", monthEnd(30)), ("Net 30 EOM", monthEnd(30)),
    ("45 days from the end of the month of invoice", monthEnd(0, plus: 45)),
    ("30 days following end of month", monthEnd(0, plus: 30)),
    ("Payable on the 15th of the following month", .dayOfNextMonth(15, after: .none)),
    ("Due on receipt", .immediately), ("payable immediately", .immediately),
    ("Payment due in two weeks", .after(.days(14))), ("EOM", endOfMonth),
  ])
  func `reads English`(text: String, rule: DueRule) {
    #expect(Self.rule(text) == rule)
  }

  @Test(arguments: [
    ("zahlbar innerhalb von 14 Tagen ohne Abzug", .after(.days(14))), ("30 Tage netto", thirty),
    ("Zahlbar netto 30 Tage ab Rechnungsdatum", thirty), ("sofort rein netto", .immediately),
    ("Zahlungsziel: 30 Tage zum Monatsende", monthEnd(30)),
    ("30 Tage nach Monatsende", monthEnd(0, plus: 30)), ("Zahlbar sofort ohne Abzug", .immediately),
    ("Bitte überweisen Sie den Betrag innerhalb von 10 Tagen", .after(.days(10))),
    ("zahlbar innerhalb von 14\nTagen nach Rechnungserhalt", .after(.days(14))),
    ("Zahlung innerhalb von vierzehn Tagen", .after(.days(14))),
    ("Zahlbar am 15. des Folgemonats", .dayOfNextMonth(15, after: .none)),
  ])
  func `reads German`(text: String, rule: DueRule) {
    #expect(Self.rule(text) == rule)
  }

  @Test(arguments: [
    ("14 dagen na factuurdatum", .after(.days(14))), ("Betaling binnen 30 dagen", thirty),
    ("30 dagen einde maand", monthEnd(30)), ("30 dagen na einde maand", monthEnd(0, plus: 30)),
    ("Gelieve te betalen binnen 8 dgn.", .after(.days(8))), ("netto 30 dagen", thirty),
    ("Contant te betalen", .immediately), ("Betaling bij ontvangst", .immediately),
    ("Betalingstermijn: 1 maand", .after(.months(1))),
  ])
  func `reads Dutch`(text: String, rule: DueRule) {
    #expect(Self.rule(text) == rule)
  }

  @Test(arguments: [
    ("30 gg D.F.F.M.", monthEnd(30)), ("30 gg. D.F.F.M.", monthEnd(30)), ("30 gg FM", monthEnd(30)),
    ("Bonifico 60 giorni data fattura fine mese", monthEnd(60)),
    ("data fattura fine mese", endOfMonth),
    ("Pagamento: 30 gg d.f.", thirty), ("entro 30 giorni dalla data fattura", thirty),
    ("30 gg f.m. + 10", monthEnd(30, plus: 10)), ("rimessa diretta", .immediately),
    ("30 giorni dalla fine del mese", monthEnd(0, plus: 30)),
    ("30 gg FM il 10", .dayOfNextMonth(10, after: .days(30))),
    ("Pagamento a vista fattura", .immediately),
  ])
  func `reads Italian`(text: String, rule: DueRule) {
    #expect(Self.rule(text) == rule)
  }

  @Test(arguments: [
    ("al contado", .immediately), ("a 30 días fecha factura", thirty),
    ("Pago a 60 días", .after(.days(60))),
    ("30 días fin de mes", monthEnd(30)), ("Transferencia a 30 días", thirty),
    ("30 días después de fin de mes", monthEnd(0, plus: 30)), ("Pago a la vista", .immediately),
    ("Forma de pago: 1 mes", .after(.months(1))),
  ])
  func `reads Spanish`(text: String, rule: DueRule) {
    #expect(Self.rule(text) == rule)
  }

  @Test(arguments: [
    ("Échéance : 31/12/2026", "2026-12-31"), ("A régler le 5 janvier 2027", "2027-01-05"),
    ("Due date: December 31, 2026", "2026-12-31"), ("zahlbar bis 15.01.27", "2027-01-15"),
    ("Fällig am 3. März 2026", "2026-03-03"), ("Vervaldatum 2026-11-30", "2026-11-30"),
    ("Scadenza: 30-11-2026", "2026-11-30"), ("Vencimiento 1 de marzo de 2026", "2026-03-01"),
    ("Échéance le 31/12/2026, soit 30 jours fin de mois", "2026-12-31"),
  ])
  func `prefers a printed date`(text: String, date: String) {
    #expect(Self.rule(text) == CalendarDate(iso: date).map(DueRule.on))
  }

  @Test(arguments: [
    ("Pénalités de retard exigibles 30 jours après l'échéance."), ("Indemnité forfaitaire : 40 €"),
    ("Interest is charged 30 days after the due date."), ("Verzugszinsen nach 30 Tagen"),
    ("Mahngebühr ab 10 Tagen: 5 EUR"), ("Intérêts de retard au-delà de 30 jours"), (""),
    ("Garantie 24 mois"), ("Offre valable 30 jours"), ("Reklamationen innerhalb von 8 Tagen"),
    ("Délai de livraison : 10 jours"), ("Location nacelle 5 jours"), ("Nettoyage 3 jours"),
    ("Abonnement 12 mois"), ("Poids net 30 kg"), ("Net 120,50"), ("30/60/90 jours"),
    ("Paiement de 30 à 60 jours"), ("Paiement sous 10 jours ouvrés"), ("M. F. M. Dupont"),
    ("Merci de votre confiance"), ("2 % par mois"), ("9999999999 jours"), ("+++ /// ## %% ,,,, 30"),
  ])
  func `states nothing where nothing is stated`(text: String) {
    #expect(PaymentTerms.parse(text) == nil)
  }

  @Test(arguments: [
    (
      "Paiement à 45 jours. Pénalités de retard : 30 jours après échéance, 10 %.",
      DueRule.after(.days(45))
    ),
    ("Pénalités : taux BCE + 10 points ; règlement sous 15 jours", .after(.days(15))),
    (
      "Zahlbar in 14 Tagen. Bei Verzug werden nach 30 Tagen Mahngebühren erhoben.",
      .after(.days(14))
    ),
    (
      "Règlement à 60 jours\nIndemnité forfaitaire pour frais de recouvrement 40 €",
      .after(.days(60))
    ),
  ])
  func `drops clauses about penalties`(text: String, rule: DueRule) {
    #expect(Self.rule(text) == rule)
  }

  @Test(arguments: [
    ("10 Tage 2 % Skonto, 30 Tage netto", "2", 10, 30),
    ("10 Tage 2% Skonto 30 Tage netto", "2", 10, 30),
    ("30 Tage netto, 2 % Skonto bei Zahlung innerhalb von 10 Tagen", "2", 10, 30),
    ("8 Tage 3 %, 30 Tage netto", "3", 8, 30), ("2/10 net 30", "2", 10, 30),
    ("2% 10, n/30", "2", 10, 30), ("1.5/10 net 45", "1.5", 10, 45),
    ("2% discount if paid within 10 days, otherwise net 30 days", "2", 10, 30),
    ("Escompte de 2,5 % pour paiement sous 8 jours, sinon 30 jours", "2.5", 8, 30),
    ("#SKONTO#TAGE=14#PROZENT=2.25#\nZahlbar in 30 Tagen", "2.25", 14, 30),
    ("2% korting binnen 8 dagen, netto 30 dagen", "2", 8, 30),
    ("Sconto 3% a 10 giorni, pagamento 60 giorni", "3", 10, 60),
  ])
  func `keeps a discount apart`(text: String, percent: String, days: Int, net: Int) throws {
    let terms = try #require(PaymentTerms.parse(text))
    #expect(terms.rule == .after(.days(net)))
    #expect(terms.discount?.percent == DecimalNumber(percent))
    #expect(terms.discount?.days == days)
  }

  @Test(arguments: [
    "30 jours, pas d'escompte", "30 jours. Escompte néant", "Escompte 0 %, 30 jours",
    "30 Tage ohne Abzug", "30 days, no discount", "30 jours, escompte 1,5 % par mois",
  ])
  func `finds no discount where none is granted`(text: String) {
    let terms = PaymentTerms.parse(text)
    #expect(terms?.rule == Self.thirty)
    #expect(terms?.discount == nil)
  }

  @Test func `takes the days of a discount for no due date`() {
    #expect(PaymentTerms.parse("2 % Skonto bei Zahlung innerhalb von 10 Tagen") == nil)
  }

  @Test func `tells the last day of a discount`() throws {
    let terms = try #require(PaymentTerms.parse("10 Tage 2 % Skonto, 30 Tage netto"))
    let issue = try #require(CalendarDate(iso: "2026-10-25"))
    #expect(terms.discount?.lastDay(from: issue).description == "2026-11-04")
  }

  @Test(arguments: [
    ("Prélèvement à 30 jours", PaymentMode.directDebit), ("30 days by direct debit", .directDebit),
    ("Lastschrift in 30 Tagen", .directDebit), ("Virement 30 jours fin de mois", .transfer),
    ("LCR 30 jours fin de mois", .bill), ("Bonifico 30 gg FM", .transfer), ("30 jours", nil),
    ("Virement à 30 jours. Domiciliation : BNP Paribas", .transfer),
  ])
  func `tells the means of payment`(text: String, mode: PaymentMode?) throws {
    #expect(try #require(PaymentTerms.parse(text)).mode == mode)
  }

  @Test func `points at the words that state the rule`() throws {
    let text = "Conditions : règlement à 30 jours fin de mois le 10, par virement."
    let terms = try #require(PaymentTerms.parse(text))
    #expect(text[terms.range] == "30 jours fin de mois le 10")
    let italian = "Pagamento 30 gg D.F.F.M. con bonifico"
    #expect(italian[try #require(PaymentTerms.parse(italian)).range] == "30 gg D.F.F.M")
  }

  @Test func `survives any text`() {
    var state: UInt64 = 7
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces = [
      "30", "9999", "jours", "fin de mois", "le", "2", "%", "Skonto", ",", ".", "/", "+", "F.D.M.",
      "net", "n", "#SKONTO#TAGE=", "à compter de la", "\n", "31/12/2026", "Échéance", "é\u{301}",
      "🎉",
      "10 du mois suivant", "one", "-", ";", " ",
    ]
    var found = 0
    for _ in 0..<3_000 {
      let text = (0..<random(below: 14)).map { _ in pieces[random(below: pieces.count)] }
        .joined(separator: random(below: 2) == 0 ? " " : "")
      guard let terms = PaymentTerms.parse(text) else { continue }
      found += 1
      let last = CalendarDate(dayNumber: 2_932_896)
      #expect(terms.dueDate(from: last) <= last)
      #expect(terms.range.upperBound <= text.endIndex)
    }
    #expect(found > 100)
    let long = String(repeating: "30 jours 2 % Skonto 30 jours ", count: 5_000)
    #expect(PaymentTerms.parse(long)?.rule == Self.thirty)
  }
}
