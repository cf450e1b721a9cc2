// PaymentFindingTests.swift — an invoice that a bank line paid is told.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Service

@Suite struct PaymentFindingTests {
  private func entry(
    _ kind: LedgerEntry.Kind,
    _ id: String,
    on day: Int = 20_000,
    units: Int64 = -12_000
  ) -> LedgerEntry {
    LedgerEntry(
      id: LedgerEntryID(source: "x", id: id),
      kind: kind,
      partyCode: nil,
      partyName: nil,
      account: nil,
      reference: nil,
      documentDate: nil,
      bookingDate: CalendarDate(dayNumber: day),
      dueDate: nil,
      amount: Money(minorUnits: units, currency: .euro),
      label: "",
      isOpen: true,
      sourceLine: 1
    )
  }

  private func paymentFinding(_ match: MatchProposal, _ linked: [LedgerEntry]) -> Finding? {
    Service.paymentFinding(match, linked, ofCreditNote: false)
  }

  private func match(
    _ status: MatchProposal.Status = .matched,
    automatic: Bool = true,
    residual: Int64 = 0,
    reasons: [MatchReason] = [MatchReason(code: "amount-equal", deciBits: 90)]
  ) -> MatchProposal {
    MatchProposal(
      status: status,
      automatic: automatic,
      entries: [],
      residual: Money(minorUnits: residual, currency: .euro),
      confidence: .certain,
      reasons: reasons
    )
  }

  @Test func `a sure bank line of the whole has paid it`() {
    let lines = [entry(.bankLine, "B1"), entry(.bankLine, "B2", on: 20_010)]
    let finding = paymentFinding(match(), lines)
    #expect(finding?.severity == .info)
    #expect(
      finding?.arguments == [
        "date": CalendarDate(dayNumber: 20_010).description, "entry": "B1, B2",
      ]
    )
    #expect(paymentFinding(match(.partial), lines) == nil)
    #expect(paymentFinding(match(automatic: false), lines) == nil)
  }

  @Test func `an entry of the books has not, unless a bank line beside it has`() {
    let item = entry(.openItem, "A")
    #expect(paymentFinding(match(), [item]) == nil)
    let both = [item, entry(.bankLine, "B1")]
    #expect(paymentFinding(match(), both) == nil)
    let reason = MatchReason(code: "paid-by-bank-line", deciBits: 0)
    #expect(paymentFinding(match(reasons: [reason]), both)?.arguments["entry"] == "B1")
  }

  @Test func `one that a person chose has, if nothing is left`() {
    let lines = [entry(.bankLine, "B1")]
    let chosen = match(automatic: false, reasons: [.acceptedByPerson])
    #expect(paymentFinding(chosen, lines) != nil)
    let short = match(automatic: false, residual: 5, reasons: [.acceptedByPerson])
    #expect(paymentFinding(short, lines) == nil)
  }

  @Test(arguments: ["amount-of-several", "amount-in-account-currency", "amount-differs"])
  func `a line whose amount was not compared has not paid it`(code: String) {
    let reason = MatchReason(code: code, deciBits: 0)
    #expect(paymentFinding(match(reasons: [reason]), [entry(.bankLine, "B1")]) == nil)
  }

  @Test func `what comes in pays a credit note and no invoice`() {
    let refund = [entry(.bankLine, "B1", units: 12_000)]
    let chosen = match(automatic: false, reasons: [.acceptedByPerson])
    #expect(paymentFinding(match(), refund) == nil && paymentFinding(chosen, refund) == nil)
    #expect(Service.paymentFinding(match(), refund, ofCreditNote: true) != nil)
    let sent = [entry(.bankLine, "B1")]
    #expect(Service.paymentFinding(match(), sent, ofCreditNote: true) == nil)
  }
}
