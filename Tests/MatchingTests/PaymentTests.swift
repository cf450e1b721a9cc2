// PaymentTests.swift — invoices and the bank lines that pay them.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Matching

private let otherAccount = "FR1420041010050500013M02606"

/// A line that goes out to Zoé's account for the invoice F-2025-118, due on 2 April.
private func line(
  _ id: String = "B1",
  cents: Int64 = -12_000,
  text: String = "F-2025-118",
  dated: String = "2025-04-02",
  iban: String? = zoe.ibans.first,
  name: String? = "ZOE OUTILLAGE",
  currency: Currency = .euro
) -> LedgerEntry {
  LedgerEntry(
    id: LedgerEntryID(source: "camt", id: id),
    kind: .bankLine,
    partyCode: nil,
    partyName: name,
    partyIBAN: iban,
    account: "512",
    reference: nil,
    documentDate: day(dated),
    bookingDate: day(dated),
    dueDate: nil,
    amount: Money(minorUnits: cents, currency: currency),
    label: text,
    isOpen: true,
    sourceLine: 1
  )
}

private func due(_ draft: Draft, prepaid: Int64? = nil) -> Draft {
  var draft = draft
  let evidence = Invoicing.Evidence(
    origin: .computed(from: []),
    text: "",
    rule: "test",
    confidence: .certain
  )
  draft.set(.dueDate, to: day("2025-04-02"), evidence: evidence)
  if let prepaid, let total = draft[.totalWithVAT] {
    draft.set(.prepaid, to: euros(prepaid), evidence: evidence)
    draft.set(.amountDue, to: total - euros(prepaid), evidence: evidence)
  }
  return draft
}

private func proposal(_ lines: [LedgerEntry], _ draft: Draft = due(invoice())) -> MatchProposal {
  proposals([draft], in: lines).first ?? .unmatched
}

@Suite struct PaymentTests {
  @Test func `links alone what pays the whole and names the number`() {
    let match = proposal([line()])
    #expect(match.status == .matched)
    #expect(match.automatic)
    #expect(match.entries.map(\.id) == ["B1"])
    #expect(match.residual == euros(0))
    let codes = Set(match.reasons.map(\.code))
    #expect(codes == ["number-named", "iban-equal", "amount-equal", "paid-when-due"])
  }

  @Test(arguments: [
    (-12_300, "F-2025-118", "2025-04-02", "amount-with-fees", MatchProposal.Status.matched, 300),
    (-11_760, "F-2025-118", "2025-03-10", "amount-discounted", .matched, -240),
    (-6_000, "F-2025-118 ACPTE", "2025-04-02", "amount-paid-in-part", .partial, -6_000),
  ])
  func `explains another amount beside the number`(
    cents: Int64,
    text: String,
    dated: String,
    code: String,
    status: MatchProposal.Status,
    residual: Int64
  ) {
    let match = proposal([line(cents: cents, text: text, dated: dated)])
    #expect(match.status == status)
    #expect(match.reasons.map(\.code).contains(code))
    #expect(match.residual == euros(residual))
    #expect(match.automatic)
  }

  @Test func `shares one transfer between the invoices that it names`() {
    let transfer = line(cents: -30_000, text: "F-2025-118 F-2025-131")
    let second = due(invoice(number: "F-2025-131", total: 18_000))
    let both = proposals([due(invoice()), second], in: [transfer])
    #expect(both.map(\.status) == [.matched, .matched])
    #expect(both.map { $0.entries.map(\.id) } == [["B1"], ["B1"]])
  }

  @Test(arguments: [
    (-12_000, "F-2025-118", "paid-by-bank-line"),
    (-6_000, "F-2025-118 ACPTE", "paid-in-part-by-bank-line"),
    (-500, "VIR ZOE F-2025-118 CDE 45017", "named-by-bank-line"),
  ])
  func `says beside an entry of the books what a bank line paid of it`(
    cents: Int64,
    text: String,
    code: String
  ) {
    let item = entry("A", cents: -12_000, reference: "F-2025-118")
    let match = proposal([item, line(cents: cents, text: text)])
    let codes = match.reasons.map(\.code).filter { $0.hasSuffix("-by-bank-line") }
    #expect(codes == [code] && match.entries.map(\.id).contains("B1"))
  }

  @Test func `a line that names several or is of another currency does not pay the whole`() {
    #expect(proposal([line()]).paysWhole)
    #expect(!proposal([line(cents: -500, text: "F-2025-118 CDE 45017")]).paysWhole)
    #expect(!proposal([line(currency: .usDollar)]).paysWhole)
    #expect(!proposal([line(cents: -6_000)]).paysWhole)
    #expect(proposal([line("B1", cents: -6_000), line("B2", cents: -6_000)]).paysWhole)
  }

  @Test func `finds the number where blanks stand inside it or a letter was read as a digit`() {
    #expect(proposal([line(cents: -6_000, text: "FACT F 2025 118 SOLDE")]).status == .partial)
    let misread = due(invoice(number: "FX20257118A"))
    let group = line(cents: -50_000, text: "FX2025T118A FX2025T150A")
    #expect(proposal([group], misread).entries.map(\.id) == ["B1"])
    #expect(!proposal([group], misread).automatic)
  }

  @Test func `does not take the payment of another invoice of the series`() {
    let next = line(text: "F-2025-119")
    #expect(proposal([next]).status == .unmatched)
    // Two digits swapped are a slip beside the same amount, another invoice beside another.
    #expect(proposal([line(text: "F-2025-181")]).status == .matched)
    #expect(proposal([line(cents: -9_000, text: "F-2025-181")]).status == .unmatched)
  }

  @Test func `shows a payment that names another number, and never links it alone`() {
    let match = proposal([line(text: "VIR 88123")])
    #expect(match.entries.map(\.id) == ["B1"])
    #expect(!match.automatic)
    #expect(proposal([line(text: "PRLV DU 02/04/25")]).automatic)
    #expect(proposal([line(text: "VIR 88123", dated: "2025-02-28")]).status == .unmatched)
  }

  @Test func `takes a card payment of the same day by amount and name`() {
    let receipt = draft(
      [(.sellerName, "Brasserie du Quai Nord SARL"), (.invoiceNumber, "040453")],
      total: 9_490,
      issued: "2025-04-03"
    )
    let card = line(
      cents: -9_490,
      text: "CARTE 03/04 LE QUAI NORD",
      dated: "2025-04-03",
      iban: nil,
      name: "LE QUAI NORD"
    )
    let found = proposals([receipt], in: [card], supplier: nil)
    #expect(found.map(\.entries).first?.map(\.id) == ["B1"])
    let stranger = line(cents: -9_490, text: "PRLV", dated: "2025-04-03", iban: nil, name: "ACME")
    #expect(proposals([receipt], in: [stranger], supplier: nil).map(\.status) == [.unmatched])
  }

  @Test func `adds the deposit that was paid before`() {
    let deposit = line("B0", cents: -3_000, text: "ACOMPTE ZOE", dated: "2025-02-20")
    let older = line("A9", cents: -3_000, text: "ACOMPTE ZOE", dated: "2024-12-20")
    let rest = line("B1", cents: -9_000)
    let whole = proposal([older, deposit, rest], due(invoice(), prepaid: 3_000))
    #expect(whole.entries.map(\.id) == ["B0", "B1"])
    #expect(whole.status == .matched)
    #expect(whole.residual == euros(0))
    let open = proposal([older, deposit], due(invoice(), prepaid: 3_000))
    #expect(open.entries.map(\.id) == ["B0"])
    #expect(open.status == .partial)
  }

  @Test func `adds up parts that name the invoice`() {
    let parts = [line("B1", cents: -7_000), line("B2", cents: -5_000, dated: "2025-04-20")]
    let match = proposal(parts)
    #expect(match.entries.map(\.id) == ["B1", "B2"])
    #expect(match.status == .matched)
    #expect(match.residual == euros(0))
  }

  @Test func `a transfer that came back has paid nothing`() {
    let sent = line("B1")
    let back = line("B2", cents: 12_000, text: "RETOUR F-2025-118", dated: "2025-04-05")
    let again = line("B3", dated: "2025-04-20")
    #expect(proposal([sent, back]).status == .unmatched)
    #expect(proposal([sent, back, again]).entries.map(\.id) == ["B3"])
    #expect(proposal([back, again]).entries.map(\.id) == ["B3"])
  }

  @Test func `a credit note is settled by the transfer that names it beside an invoice`() {
    let credit = due(invoice(number: "A-2025-9", total: 2_000, type: "381"))
    let transfer = line(cents: -10_000, text: "F-2025-118 A-2025-9")
    let both = proposals([due(invoice()), credit], in: [transfer])
    #expect(both.map(\.status) == [.matched, .matched])
    #expect(both.map { $0.entries.map(\.id) } == [["B1"], ["B1"]])
  }

  @Test func `a changed account is never linked alone`() {
    let match = proposal([line(iban: otherAccount)])
    #expect(match.entries.map(\.id) == ["B1"])
    #expect(!match.automatic)
    #expect(match.reasons.contains { $0.code == "iban-differs" && $0.deciBits < 0 })
  }

  @Test func `a payment in another currency is known by its text alone`() {
    let match = proposal([line(cents: -13_377, currency: Currency(code: "CHF") ?? .euro)])
    #expect(match.status == .matched)
    #expect(match.residual == nil)
    let unnamed = line(cents: -12_000, text: "VIR", currency: Currency(code: "CHF") ?? .euro)
    #expect(proposal([unnamed]).status == .unmatched)
  }

  @Test func `names the payment beside the item of the books`() {
    let item = entry("A1", cents: -12_000, reference: "F-2025-118")
    let match = proposal([item, line()])
    #expect(match.entries.map(\.id) == ["B1", "A1"])
    #expect(match.residual == euros(0))
    #expect(match.reasons.contains { $0.code == "paid-by-bank-line" })
  }
}
