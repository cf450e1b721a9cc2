// HistoryTests.swift — what is odd about an invoice beside what came before, each flag both ways.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Validation

@Suite struct HistoryTests {
  private let evidence = Evidence(
    origin: .computed(from: []),
    text: "",
    rule: "test",
    confidence: .certain
  )

  private func day(_ iso: String) -> CalendarDate? { CalendarDate(iso: iso) }

  private func euros(_ units: Int64) -> Money { Money(minorUnits: units * 100, currency: .euro) }

  private func draft(
    number: String = "FA-0118",
    on date: String = "2025-10-06",
    total: Int64 = 120,
    type: String = "380",
    iban: String? = nil
  ) -> Draft {
    var draft = Draft()
    draft.set(.invoiceNumber, to: number, evidence: evidence)
    draft.set(.invoiceType, to: type, evidence: evidence)
    draft.set(.sellerName, to: "Papeterie Dupont", evidence: evidence)
    if let day = day(date) { draft.set(.issueDate, to: day, evidence: evidence) }
    draft.set(.totalWithVAT, to: euros(total), evidence: evidence)
    draft.set(
      .totalWithoutVAT,
      to: Money(minorUnits: total * 1000 / 12, currency: .euro),
      evidence: evidence
    )
    if let iban { draft.set(.iban, to: iban, evidence: evidence) }
    return draft
  }

  private func earlier(
    _ number: String = "FA-0090",
    on date: String = "2025-07-01",
    total: Int64 = 110,
    isCreditNote: Bool = false,
    isApproved: Bool = true,
    isPaid: Bool = false
  ) -> EarlierInvoice {
    EarlierInvoice(
      id: 7,
      number: number,
      issueDate: day(date),
      total: euros(total),
      isCreditNote: isCreditNote,
      isApproved: isApproved,
      isPaid: isPaid
    )
  }

  private func codes(
    _ draft: Draft,
    _ history: SupplierHistory = SupplierHistory(),
    from address: String? = nil,
    limits: [Int64] = []
  ) -> [String] {
    let mail = address.map {
      MailHeader(messageID: "", address: $0, name: "", subject: "", date: nil)
    }
    let compared = ComparedDraft(
      draft: draft,
      history: history,
      mail: mail,
      approvalLimits: limits.map(euros)
    )
    let findings = compare(compared)
    #expect(findings.allSatisfy { historyCodes.contains($0.code) })
    return findings.map(\.code)
  }

  private func supplier(ibans: [String]) -> Supplier {
    Supplier(code: "F1", name: "Papeterie Dupont", ibans: ibans)
  }

  private let known = "FR76 1845 9246 0711 4654 1809 941"
  private let other = "FR7610778020895892828737797"

  @Test func `says nothing about an invoice like those before`() {
    let history = SupplierHistory(
      supplier: supplier(ibans: [known]),
      hasMaster: true,
      mailDomains: ["dupont.example"],
      invoices: [earlier()],
      bookedTotals: [euros(100), euros(130)]
    )
    let address = "compta@Dupont.example"
    #expect(codes(draft(iban: "FR7618459246071146541809941"), history, from: address) == [])
  }

  @Test func `blocks an account that neither the master nor an approved invoice has`() {
    let master = SupplierHistory(supplier: supplier(ibans: [known]), hasMaster: true)
    #expect(codes(draft(iban: other), master) == ["iban-changed"])
    let learned = SupplierHistory(approvedIBANs: ["FR7618459246071146541809941"])
    #expect(codes(draft(iban: other), learned) == ["iban-changed"])
    let approvedOnce = SupplierHistory(
      supplier: supplier(ibans: [known]),
      hasMaster: true,
      approvedIBANs: [other]
    )
    #expect(codes(draft(iban: other), approvedOnce) == [])
    // Nothing to compare with.
    let none = SupplierHistory(supplier: supplier(ibans: []), hasMaster: true)
    #expect(codes(draft(iban: other), none) == [])
    #expect(codes(draft(), master) == [])
  }

  @Test func `tells a seller that nobody knows`() {
    #expect(codes(draft(), SupplierHistory(hasMaster: true)) == ["seller-unknown"])
    let waiting = SupplierHistory(hasMaster: true, invoices: [earlier(isApproved: false)])
    #expect(codes(draft(), waiting) == ["seller-unknown"])
    #expect(codes(draft(), SupplierHistory(hasMaster: true, invoices: [earlier()])) == [])
    #expect(codes(draft(), SupplierHistory(hasMaster: false)) == [])
  }

  @Test(arguments: [
    ("a@dupont.example", [String]()), ("a@dupond.example", ["sender-lookalike"]),
    ("a@xn--dupnt-jua.example", ["sender-lookalike"]), ("a@poste.example", ["sender-changed"]),
  ])
  func `compares the sender with earlier ones`(address: String, expected: [String]) {
    let history = SupplierHistory(mailDomains: ["dupont.example"])
    #expect(codes(draft(), history, from: address) == expected)
    #expect(codes(draft(), SupplierHistory(), from: address) == [])
  }

  @Test func `tells a number that is given twice in a year`() {
    func history(_ invoice: EarlierInvoice) -> SupplierHistory {
      SupplierHistory(invoices: [invoice])
    }
    #expect(codes(draft(), history(earlier("FA 0I18"))) == ["number-reused"])
    #expect(codes(draft(), history(earlier("FA-0118", on: "2024-07-01"))) == [])
    // The same total is a duplicate, which is told elsewhere.
    #expect(codes(draft(), history(earlier("FA-0118", total: 120))) == [])
    #expect(codes(draft(type: "384"), history(earlier("FA-0118"))) == [])
    #expect(codes(draft(), history(earlier("FA-0118", isCreditNote: true, isPaid: true))) == [])
  }

  @Test func `tells the same invoice under another seller's name`() {
    func codes(_ number: String, _ other: EarlierInvoice) -> [String] {
      self.codes(draft(number: number), SupplierHistory(lookalikes: [other]))
    }
    #expect(codes("FA-20251018", earlier("20251018", total: 120)) == ["same-as-other-seller"])
    #expect(codes("FA-20251018", earlier("20251019", total: 120)) == [])
    // Short numbers meet by chance.
    #expect(codes("FA-0118", earlier("118", total: 120)) == [])
  }

  @Test(arguments: [
    ("FA-0119", "2025-08-01", true), ("FA-0119", "2025-09-20", false),
    ("FA-0117", "2025-08-01", false), ("FB-0119", "2025-08-01", false),
    ("FA-0119", "2024-12-01", false),
  ])
  func `tells a number smaller than an earlier one`(number: String, date: String, isOdd: Bool) {
    let history = SupplierHistory(invoices: [earlier(number, on: date)])
    #expect(codes(draft(), history) == (isOdd ? ["number-out-of-sequence"] : []))
  }

  @Test func `tells a seller with no other customer`() {
    func history(_ numbers: [String]) -> SupplierHistory {
      let dates = ["2025-09-01", "2025-08-01", "2025-07-01"]
      return SupplierHistory(invoices: zip(numbers, dates).map { earlier($0, on: $1) })
    }
    #expect(codes(draft(), history(["FA-0117", "FA-0115", "FA-0114"])) == ["only-customer"])
    #expect(codes(draft(), history(["FA-0117", "FA-0105", "FA-0104"])) == [])
    #expect(codes(draft(), history(["FA-0117", "FA-0115"])) == [])
  }

  @Test(
    arguments: [
      ([100, 110, 120, 130, 140, 150], 119, false), ([100, 110, 120, 130, 140, 150], 500, true),
      ([100, 110, 120, 130, 140, 150], 20, true),
      // An erratic seller is allowed more.
      ([20, 40, 150, 900, 2000, 5000], 9001, false),
      ([100, 110, 120], 500, false), ([100, 110, 120], 700, true), ([100, 110], 9001, false),
    ] as [([Int64], Int64, Bool)]
  )
  func `tells a total out of all proportion`(before: [Int64], total: Int64, isOdd: Bool) {
    let approved = SupplierHistory(invoices: before.map { earlier("X\($0)", total: $0) })
    let booked = SupplierHistory(bookedTotals: before.map(euros))
    for history in [approved, booked] {
      #expect(codes(draft(number: "A", total: total), history) == (isOdd ? ["amount-unusual"] : []))
    }
  }

  @Test func `tells a round thousand from a seller that seldom has them`() {
    #expect(codes(draft(total: 2400)) == ["amount-round"])
    #expect(codes(draft(total: 2401)) == [])
    #expect(codes(draft(total: 600)) == [])
    let rounds = SupplierHistory(invoices: [earlier("B", total: 1200), earlier("C", total: 2400)])
    #expect(codes(draft(total: 2400), rounds) == [])
  }

  @Test func `tells totals just below a limit of approval`() {
    #expect(codes(draft(total: 970), limits: [1000, 5000]) == ["below-approval-limit"])
    #expect(codes(draft(total: 1001), limits: [1000, 5000]) == [])
    #expect(codes(draft(total: 970)) == [])
    let split = SupplierHistory(invoices: [earlier("FA-0117", on: "2025-10-01", total: 850)])
    #expect(codes(draft(total: 901), split, limits: [1000]) == ["split-below-approval-limit"])
    #expect(codes(draft(total: 401), split, limits: [1000]) == [])
    let earlierMonth = SupplierHistory(invoices: [earlier("FA-0117", on: "2025-08-01", total: 850)])
    #expect(codes(draft(total: 901), earlierMonth, limits: [1000]) == [])
  }

  @Test func `tells a credit note that waits to be set off`() {
    func history(on date: String, isPaid: Bool = false) -> SupplierHistory {
      SupplierHistory(invoices: [earlier("AV-1", on: date, isCreditNote: true, isPaid: isPaid)])
    }
    #expect(codes(draft(), history(on: "2025-08-01")) == ["credit-note-open"])
    #expect(codes(draft(), history(on: "2025-10-01")) == [])
    #expect(codes(draft(), history(on: "2025-08-01", isPaid: true)) == [])
  }

  // MARK: Terms

  private func due(in days: Int?) -> Draft {
    var draft = draft()
    if let days, let issue = draft[.issueDate] {
      draft.set(.dueDate, to: issue.adding(days: days), evidence: evidence)
    }
    return draft
  }

  @Test func `estimates a missing due date from three steady ones, and leaves a printed one`()
    throws
  {
    func history(_ days: [Int]) throws -> SupplierHistory {
      let issue = try #require(day("2025-01-10"))
      return SupplierHistory(
        invoices: days.map { days in
          EarlierInvoice(
            id: 7,
            number: nil,
            issueDate: issue,
            total: nil,
            dueDate: issue.adding(days: days),
            isApproved: true
          )
        }
      )
    }
    let steady = try history([30, 31, 30])
    #expect(codes(due(in: nil), steady) == ["due-date-estimated"])
    #expect(codes(due(in: 32), steady).isEmpty)
    #expect(codes(due(in: 8), steady) == ["terms-unusual"])
    #expect(codes(due(in: nil), try history([30, 30])).isEmpty)
    #expect(codes(due(in: nil), try history([8, 30, 60])).isEmpty)
    let issue = try #require(day("2025-01-10"))
    let booked = SupplierHistory(
      habits: SupplierHabits(
        of: (1...4).map { _ in
          BookedInvoice(
            source: "hledger",
            total: euros(5),
            documentDate: issue,
            dueDate: issue.adding(days: 30)
          )
        }
      )
    )
    #expect(codes(due(in: nil), booked) == ["due-date-estimated"])
    #expect(codes(due(in: 8), booked).isEmpty)
    let finding = compare(ComparedDraft(draft: due(in: nil), history: steady)).first
    #expect(finding?.arguments["due_date"] == "2025-11-05" && finding?.severity == .info)
  }
}
