// ConvertedAmountTests.swift — invoices in dollars beside entries in euros.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Matching

@Suite struct ConvertedAmountTests {
  /// F-2025-118 of 1,156.60 dollars, which were 1,000.00 euros on its day.
  private var dollars: Draft {
    var draft = invoice()
    let total = Money(minorUnits: 115_660, currency: .usDollar)
    let evidence = Invoicing.Evidence(
      origin: .computed(from: []),
      text: "",
      rule: "test",
      confidence: .certain
    )
    draft.set(.totalWithVAT, to: total, evidence: evidence)
    draft.set(.totalWithoutVAT, to: total, evidence: evidence)
    draft.set(.currency, to: "USD", evidence: evidence)
    return draft
  }

  private let rates = [
    ExchangeRate(
      currency: .usDollar,
      date: day("2025-02-28"),
      perEuro: DecimalNumber(mantissa: 11566, scale: 4)
    )
  ]

  private func proposal(_ entries: [LedgerEntry], rated: Bool = true) -> MatchProposal {
    proposals([dollars], in: entries, rates: rated ? rates : []).first ?? .unmatched
  }

  private func codes(_ match: MatchProposal) -> Set<String> { Set(match.reasons.map(\.code)) }

  @Test func `an entry in euros matches at the rate of its day, and says so`() throws {
    let match = proposal([entry("A", cents: -100_450, reference: "F-2025-118")])
    #expect(match.status == .matched && match.entries.map(\.id) == ["A"])
    let reason = try #require(match.reasons.first { $0.code == "amount-converted" })
    #expect(
      reason.arguments == [
        "converted": "1000.00", "rate": "1.1566", "date": "2025-02-28", "currency": "USD",
        "apart": "0.4",
      ]
    )
    #expect(match.automatic)
  }

  @Test func `without rates it is as before: the currency differs`() {
    let match = proposal([entry("A", cents: -100_000, reference: "F-2025-118")], rated: false)
    #expect(codes(match).contains("currency-differs") && !match.automatic)
  }

  @Test func `beyond three per cent it is another amount`() {
    let match = proposal([entry("A", cents: -104_000, reference: "F-2025-118")])
    #expect(match.status == .amountMismatch && !match.automatic)
    #expect(codes(match).contains("amount-not-converted"))
  }

  @Test func `the amount alone is never sure, nor with the supplier`() {
    let match = proposal([entry("A", cents: -100_000, reference: "ZZ-1", dated: "2025-03-03")])
    #expect(!match.automatic)
    let unnamed = proposal([entry("A", cents: -100_000)])
    #expect(!unnamed.automatic && unnamed.entries.map(\.id) == ["A"])
  }

  @Test func `a bank line in euros that names it paid it at the rate of its day`() {
    func line(_ cents: Int64, _ text: String) -> LedgerEntry {
      LedgerEntry(
        id: LedgerEntryID(source: "camt", id: "B1"),
        kind: .bankLine,
        partyCode: nil,
        partyName: "ZOE OUTILLAGE",
        partyIBAN: zoe.ibans.first,
        account: "512",
        reference: nil,
        documentDate: day("2025-03-05"),
        bookingDate: day("2025-03-05"),
        dueDate: nil,
        amount: euros(cents),
        label: text,
        isOpen: true,
        sourceLine: 1
      )
    }
    let match = proposal([line(-100_900, "F-2025-118")])
    #expect(match.status == .matched && match.automatic)
    #expect(codes(match).contains("amount-converted"))
    let part = proposal([line(-50_000, "F-2025-118")])
    #expect(!part.automatic && codes(part).contains("amount-not-converted"))
    #expect(!proposal([line(-100_000, "")]).automatic)
  }
}
