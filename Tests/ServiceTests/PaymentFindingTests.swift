// PaymentFindingTests.swift — an invoice that a bank line paid is told.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Service

@Suite struct PaymentFindingTests {
  private func entry(
    _ kind: LedgerEntry.Kind,
    _ id: String,
    on day: Int = 20_000
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
      amount: Money(minorUnits: -12_000, currency: .euro),
      label: "",
      isOpen: true,
      sourceLine: 1
    )
  }

  private func match(
    _ status: MatchProposal.Status = .matched,
    automatic: Bool = true,
    residual: Int64 = 0,
    reasons: [MatchReason] = []
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
}
