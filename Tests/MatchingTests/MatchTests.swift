// MatchTests.swift — one small case for every status, and for what makes a match automatic.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Matching

private func codes(_ proposal: MatchProposal) -> Set<String> { Set(proposal.reasons.map(\.code)) }

@Suite struct MatchTests {
  @Test func `links alone what agrees in number, amount, supplier and date`() throws {
    let proposal = try #require(
      proposals([invoice()], in: [entry("A1", cents: -12_000, reference: "F-2025-118")]).first
    )
    #expect(proposal.status == .matched)
    #expect(proposal.automatic)
    #expect(proposal.entries.map(\.id) == ["A1"])
    #expect(proposal.residual == euros(0))
    #expect(proposal.confidence >= Confidence(permille: 995))
    let expected: Set = ["amount-equal", "reference-equal", "supplier-equal", "date-equal"]
    #expect(codes(proposal) == expected)
    let bits = proposal.reasons.map { abs($0.deciBits) }
    #expect(bits == bits.sorted(by: >))
  }

  @Test func `does not link alone against a blocking finding`() {
    let item = entry("A1", cents: -12_000, reference: "F-2025-118")
    let blocked = proposals([invoice()], in: [item], findings: [Finding(.blocking, "x")])
    #expect(blocked.map(\.status) == [.matched])
    #expect(blocked.map(\.automatic) == [false])
  }

  @Test func `expects a credit note on the debit side`() {
    let credit = invoice(type: "381")
    let wrong = entry("A1", cents: -12_000, reference: "F-2025-118")
    let right = entry("A2", cents: 12_000, reference: "F-2025-118")
    #expect(proposals([credit], in: [wrong, right]).first?.entries.map(\.id) == ["A2"])
  }

  @Test(arguments: [
    ("F-2O25-118", "reference-equal"), ("2025118", "reference-same-digits"),
    ("F-2052-118", "reference-near"), ("A33940", "reference-differs"),
  ])
  func `says how the numbers compare`(reference: String, code: String) throws {
    let item = entry("A1", cents: -12_000, reference: reference)
    let proposal = try #require(proposals([invoice()], in: [item]).first)
    #expect(proposal.entries.map(\.id) == ["A1"])
    #expect(codes(proposal).contains(code))
  }

  @Test func `calls a partly paid item partial and says what differs`() {
    let part = entry("A1", cents: -12_000, reference: "F-2025-118", isPartlyPaid: true)
    #expect(proposals([invoice()], in: [part]).map(\.status) == [.partial])
    let wrong = entry("A1", cents: -21_000, reference: "F-2025-118")
    let mismatch = proposals([invoice()], in: [wrong]).first
    #expect(mismatch?.status == .amountMismatch)
    #expect(mismatch?.automatic == false)
    #expect(mismatch?.residual == euros(9_000))
    #expect(mismatch?.reasons.contains { $0.code == "amount-differs" && $0.deciBits < 0 } == true)
  }

  @Test func `does not choose between two equal entries without a number`() {
    let twins = ["A1", "A2"].map { entry($0, cents: -12_000, label: "ZOE ABONNEMENT") }
    let proposal = proposals([invoice()], in: twins).first
    #expect(proposal?.status == .ambiguous)
    #expect(proposal?.entries == [])
    #expect(proposal?.runnersUp.map(\.id) == ["A1", "A2"])
  }

  @Test func `leaves an invoice alone whose supplier only has other numbers of the series`() {
    let series = (1...12).map { month in
      let number = "F-2025-\(100 + month)"
      return entry("A\(month)", cents: -12_000, reference: number, dated: "2025-01-\(10 + month)")
    }
    #expect(proposals([invoice(issued: "2025-04-30")], in: series).map(\.status) == [.unmatched])
    #expect(proposals([draft()], in: series, supplier: nil).map(\.status) == [.unmatched])
  }

  @Test func `calls the later of two copies a duplicate`() {
    let item = entry("A1", cents: -12_000, reference: "F-2025-118")
    let pair = proposals([invoice(), invoice()], in: [item])
    #expect(pair.map(\.status) == [.matched, .duplicate])
    #expect(pair.map(\.automatic) == [true, false])
    #expect(pair.last?.entries.map(\.id) == ["A1"])
    let late = proposals([invoice()], in: [item], held: [item.id: "F 2025 118"])
    #expect(late.map(\.status) == [.duplicate])
  }

  @Test func `gives an entry to one invoice only`() {
    let item = entry("A1", cents: -12_000, label: "ZOE MARS")
    let rivals = [invoice(number: "F-2025-117", issued: "2025-02-20"), invoice()]
    let both = proposals(rivals, in: [item])
    #expect(both.map(\.status) == [.unmatched, .matched])
    let held = proposals([invoice()], in: [item], held: [item.id: "F-2025-090"])
    #expect(held.map(\.status) == [.unmatched])
  }

  @Test func `never links alone against another supplier`() {
    let party = (code: "F9", name: "Marbrerie Dupont")
    let item = entry("A1", cents: -12_000, reference: "F-2025-118", party: party)
    let proposal = proposals([invoice()], in: [item]).first
    #expect(proposal?.automatic == false)
    #expect(proposal.map(codes)?.contains("supplier-differs") == true)
  }

  @Test func `reads the seller in the label of a sundry account`() {
    let item = entry(
      "A1",
      cents: -12_000,
      party: ("F9", "Fournisseurs divers"),
      label: "ZOE OUTIL F-2025-118"
    )
    let proposal = proposals([invoice()], in: [item], supplier: nil).first
    #expect(proposal?.status == .matched)
    #expect(proposal?.automatic == true)
    #expect(proposal.map(codes)?.isSuperset(of: ["name-in-label", "reference-equal"]) == true)
  }

  @Test(
    arguments: zip(
      [-10_000, -10_080, -10_400, -20_000, -8_000] as [Int64],
      [.matched, .matched, .amountMismatch, .partial, .amountMismatch] as [MatchProposal.Status]
    )
  )
  func `compares an order without VAT`(cents: Int64, status: MatchProposal.Status) {
    let order = entry(
      "CF25-77",
      cents: cents,
      reference: "CF25-77",
      dated: "2025-02-10",
      kind: .purchaseOrder
    )
    let proposal = proposals([invoice(order: "CF25-77")], in: [order]).first
    #expect(proposal?.status == status)
    #expect(proposal?.entries.map(\.id) == ["CF25-77"])
    #expect(proposal?.automatic == (status != .amountMismatch))
  }

  @Test func `takes an order whose number is not printed only at its amount`() {
    func order(_ cents: Int64) -> LedgerEntry {
      entry("CF25-77", cents: cents, dated: "2025-02-10", kind: .purchaseOrder)
    }
    #expect(proposals([invoice()], in: [order(-10_000)]).map(\.status) == [.matched])
    #expect(proposals([invoice()], in: [order(-20_000)]).map(\.status) == [.unmatched])
  }

  @Test func `prefers a booked item to an order and lets an order serve twice`() {
    let order = entry("C1", cents: -20_000, reference: "C1", kind: .purchaseOrder)
    let item = entry("A1", cents: -12_000, reference: "F-2025-118")
    let booked = proposals([invoice(order: "C1")], in: [order, item])
    #expect(booked.map { $0.entries.map(\.id) } == [["A1"]])
    let two = [invoice(order: "C1"), invoice(number: "F-2025-119", order: "C1")]
    #expect(proposals(two, in: [order]).map(\.status) == [.partial, .partial])
    #expect(proposals([two[0], two[0]], in: [order]).map(\.status) == [.partial, .duplicate])
  }

  @Test func `does not compare amounts of two currencies`() {
    let item = entry("A1", cents: -12_000, reference: "F-2025-118")
    var pounds = invoice()
    let evidence = Invoicing.Evidence(
      origin: .computed(from: []),
      text: "",
      rule: "t",
      confidence: .certain
    )
    pounds.set(.currency, to: "GBP", evidence: evidence)
    let proposal = proposals([pounds], in: [item]).first
    #expect(proposal?.automatic == false)
    #expect(proposal.map(codes)?.contains("currency-differs") == true)
  }

  @Test func `does not depend on the order of the ledger`() {
    let entries = (1...5).map { entry("A\($0)", cents: -12_000, dated: "2025-03-0\($0)") }
    let forward = proposals([invoice()], in: entries)
    #expect(forward == proposals([invoice()], in: entries.reversed()))
  }
}
