// CopiesTests.swift — books that were imported in several forms are matched like one.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Matching

@Suite struct CopiesTests {
  /// The same booking as another source tells it.
  private func copy(
    of entry: LedgerEntry,
    in source: String,
    id: String,
    reference: String? = nil
  ) -> LedgerEntry {
    LedgerEntry(
      id: LedgerEntryID(source: source, id: id),
      kind: entry.kind,
      partyCode: entry.partyCode,
      partyName: entry.partyName,
      account: entry.account,
      reference: reference ?? entry.reference,
      documentDate: entry.documentDate,
      bookingDate: entry.bookingDate,
      dueDate: entry.dueDate,
      amount: entry.amount,
      label: entry.label,
      isOpen: entry.isOpen,
      sourceLine: 1
    )
  }

  private func booked(_ cents: Int64, _ reference: String? = "F-2025-118") -> [LedgerEntry] {
    let fec = entry("AC1", cents: cents, reference: reference)
    return [
      fec, copy(of: fec, in: "open_items", id: "OI1"), copy(of: fec, in: "hledger", id: "AC1"),
    ]
  }

  @Test func `links all copies of one booking, and alone as one`() throws {
    let proposal = try #require(proposals([invoice()], in: booked(-12_000)).first)
    #expect(proposal.status == .matched && proposal.automatic)
    #expect(proposal.entries.map(\.source) == ["fec", "hledger", "open_items"])
    #expect(proposal.runnersUp == [])
  }

  @Test func `knows a booking of another day by its reference`() throws {
    let fec = entry("AC1", cents: -12_000, reference: "F-2025-118")
    let later = entry("AC1", cents: -12_000, reference: "F 2025 118", dated: "2025-03-12")
    let books = [fec, copy(of: later, in: "hledger", id: "AC1")]
    let proposal = try #require(proposals([invoice()], in: books).first)
    #expect(proposal.automatic && proposal.entries.map(\.source) == ["fec", "hledger"])
  }

  @Test func `sees another amount in all copies, as in one`() throws {
    let proposal = try #require(proposals([invoice()], in: booked(-21_000)).first)
    #expect(proposal.status == .amountMismatch && !proposal.automatic)
    #expect(proposal.entries.count == 3)
  }

  @Test func `gives all copies to one invoice only`() {
    let second = invoice(number: "F-2025-119")
    let found = proposals([invoice(), second], in: booked(-12_000))
    #expect(found.map(\.entries.count) == [3, 0])
  }

  @Test func `does not take two bookings for one`() {
    let fec = entry("AC1", cents: -12_000)
    // Two of one source, and two with other numbers.
    let twice = [fec, entry("AC2", cents: -12_000), copy(of: fec, in: "open_items", id: "OI1")]
    #expect(proposals([invoice()], in: twice).map(\.status) == [.ambiguous])
    let other = copy(of: entry("AC1", cents: -12_000), in: "open_items", id: "OI1", reference: "X9")
    let numbered = [entry("AC1", cents: -12_000, reference: "F-2025-118"), other]
    #expect(proposals([invoice()], in: numbered).first?.entries.map(\.id) == ["AC1"])
  }
}
