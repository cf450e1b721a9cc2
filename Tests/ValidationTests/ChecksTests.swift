// ChecksTests.swift — each check with a draft that passes and one that does not.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Validation

@Suite struct ChecksTests {
  private static let company = Company(
    name: "Ateliers Dupont SAS",
    siren: "732829320",
    vatIDs: ["FR44732829320"]
  )

  private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  private func euros(_ minorUnits: Int64) -> Money {
    Money(minorUnits: minorUnits, currency: .euro)
  }

  private func evidence(_ permille: Int = 980) -> Evidence {
    Evidence(
      origin: .computed(from: []),
      text: "",
      rule: "test",
      confidence: Confidence(permille: permille)
    )
  }

  /// A sound invoice of 120.00 €.
  private func sound() throws -> Draft {
    var draft = Draft()
    draft.set(.invoiceNumber, to: "F-1", evidence: evidence())
    draft.set(.issueDate, to: try day("2025-03-01"), evidence: evidence())
    draft.set(.dueDate, to: try day("2025-03-31"), evidence: evidence())
    draft.set(.invoiceType, to: "380", evidence: evidence())
    draft.set(.sellerName, to: "Menuiserie Roche EURL", evidence: evidence())
    draft.set(.sellerVATID, to: "FR83404833048", evidence: evidence())
    draft.set(.sellerLegalID, to: "404833048", evidence: evidence())
    draft.set(.buyerName, to: "ATELIERS DUPONT", evidence: evidence())
    draft.set(.totalWithoutVAT, to: euros(10_000), evidence: evidence())
    draft.set(.totalVAT, to: euros(2_000), evidence: evidence())
    draft.set(.totalWithVAT, to: euros(12_000), evidence: evidence())
    draft.set(.amountDue, to: euros(12_000), evidence: evidence())
    return draft
  }

  private func codes(_ draft: Draft, company: Company? = Self.company) throws -> [String] {
    let checked = CheckedDraft(draft: draft, company: company, receivedOn: try day("2025-03-05"))
    return validate(checked).map(\.code)
  }

  @Test func `says nothing about a sound invoice`() throws {
    #expect(try codes(try sound()) == [])
  }

  @Test(arguments: [Int64.min, .min + 1, .max - 1, .max])
  func `checks amounts at the limit of 64 bits without a trap`(units: Int64) throws {
    var draft = try sound()
    for field in [Field.totalWithoutVAT, .totalVAT, .totalWithVAT, .amountDue, .prepaid] {
      draft.set(field, to: euros(units), evidence: evidence())
    }
    let line = InvoiceLine(description: "Vis", lineNet: euros(units))
    draft.set(.lines, to: [line, line], evidence: evidence())
    for other in [Int64.min, .max] {
      let row = VATBreakdownLine(
        taxableAmount: euros(units),
        vatAmount: euros(other),
        vatRate: VATRate(hundredthsOfPercent: 2_000)
      )
      draft.set(.vatBreakdown, to: [row, row], evidence: evidence())
      #expect(try codes(draft).contains("vat-mismatch"))
    }
  }

  @Test func `blocks totals that do not add up`() throws {
    var draft = try sound()
    draft.set(.totalVAT, to: euros(2_001), evidence: evidence())
    let checked = CheckedDraft(draft: draft, company: nil, receivedOn: try day("2025-03-05"))
    let finding = try #require(validate(checked).first)
    #expect(finding.code == "total-mismatch")
    #expect(finding.severity == .blocking)
    #expect(finding.arguments["difference"] == "-0.01")
  }

  @Test func `misses what an invoice cannot be booked without`() throws {
    var draft = try sound()
    draft[name: Field.invoiceNumber.name] = nil
    #expect(try codes(draft) == ["missing-field"])
  }

  @Test(arguments: [
    ("FR", "2025-03-01", 2_000, true), ("FR", "2025-03-01", 1_900, false),
    ("DE", "2025-03-01", 1_600, false), ("DE", "2020-11-01", 1_600, true),
    // Within 90 days of the change, as a credit note may be.
    ("DE", "2021-02-01", 1_600, true), ("CH", "2023-06-01", 810, false),
    // A country that nobody listed has any rate.
    ("US", "2025-03-01", 1_600, true),
  ])
  func `warns of a rate that the seller's country did not have`(
    country: String,
    date: String,
    rate: Int32,
    isLawful: Bool
  ) throws {
    var draft = try sound()
    let row = VATBreakdownLine(
      taxableAmount: euros(10_000),
      vatAmount: euros(Int64(rate)),
      vatRate: VATRate(hundredthsOfPercent: rate)
    )
    draft.set(.issueDate, to: try day(date), evidence: evidence())
    draft.set(.dueDate, to: try day(date), evidence: evidence())
    draft.set(.sellerCountry, to: country, evidence: evidence())
    draft.set(.vatBreakdown, to: [row], evidence: evidence())
    #expect(try codes(draft, company: nil).contains("vat-rate-unlawful") != isLawful)
  }

  @Test func `wants the VAT of each rate to follow from its base`() throws {
    var draft = try sound()
    let row = VATBreakdownLine(
      taxableAmount: euros(10_000),
      vatAmount: euros(1_900),
      vatRate: VATRate(hundredthsOfPercent: 2_000)
    )
    draft.set(.vatBreakdown, to: [row], evidence: evidence())
    #expect(try codes(draft) == ["vat-mismatch"])
  }

  @Test func `accepts a cent of rounding in the VAT of a rate`() throws {
    var draft = try sound()
    let row = VATBreakdownLine(
      taxableAmount: euros(10_003),
      vatAmount: euros(2_000),
      vatRate: VATRate(hundredthsOfPercent: 2_000)
    )
    draft.set(.vatBreakdown, to: [row], evidence: evidence())
    #expect(try codes(draft) == [])
  }

  @Test func `counts a deposit against the amount due`() throws {
    var draft = try sound()
    draft.set(.prepaid, to: euros(2_000), evidence: evidence())
    #expect(try codes(draft) == ["amount-due-mismatch"])
    draft.set(.amountDue, to: euros(10_000), evidence: evidence())
    #expect(try codes(draft) == [])
  }

  @Test func `leaves the lines of an e-invoice to the rules of its norm`() throws {
    var draft = try sound()
    let line = InvoiceLine(description: "Vis", lineNet: euros(11_000))
    draft.set(.lines, to: [line], evidence: evidence())
    #expect(try codes(draft) == ["lines-mismatch"])
    let structured = Evidence(
      origin: .structured(path: "InvoiceLine"),
      text: "",
      rule: "e-invoice/ubl",
      confidence: .certain
    )
    draft.set(.lines, to: [line], evidence: structured)
    #expect(try codes(draft) == [])
  }

  private func entered() -> Evidence {
    Evidence(origin: .entered(by: "person"), text: "", rule: "decision", confidence: .certain)
  }

  @Test func `blocks a typed IBAN with wrong check digits`() throws {
    var draft = try sound()
    draft.set(.iban, to: "FR7630006000011234567890189", evidence: entered())
    #expect(try codes(draft) == [])
    draft.set(.iban, to: "FR7630006000011234567890188", evidence: entered())
    let checked = CheckedDraft(draft: draft, company: nil, receivedOn: try day("2025-03-05"))
    #expect(validate(checked).map(\.code) == ["iban-invalid"])
    #expect(validate(checked).map(\.severity) == [.blocking])
  }

  @Test(
    arguments: [
      ("732829320", nil, []), ("732829321", nil, ["legal-id-invalid"]),
      ("732 829 320 00075", nil, ["legal-id-invalid"]), ("RCS 12", nil, []),
      ("732829321", "DE", []), ("RCS 12", "FR", ["legal-id-invalid"]),
    ] as [(String, String?, [String])]
  )
  func `doubts a typed SIREN or SIRET of a French seller with wrong check digits`(
    legalID: String,
    country: String?,
    expected: [String]
  ) throws {
    var draft = try sound()
    draft.set(.sellerVATID, to: "FR44732829320", evidence: evidence())
    draft.set(.sellerLegalID, to: legalID, evidence: entered())
    if let country { draft.set(.sellerCountry, to: country, evidence: evidence()) }
    #expect(try codes(draft).filter { $0 == "legal-id-invalid" } == expected)
  }

  @Test func `finds dates that cannot be`() throws {
    var draft = try sound()
    draft.set(.dueDate, to: try day("2025-02-01"), evidence: evidence())
    #expect(try codes(draft) == ["due-before-issue"])
    draft.set(.dueDate, to: try day("2025-05-01"), evidence: evidence())
    draft.set(.issueDate, to: try day("2025-04-01"), evidence: evidence())
    #expect(try codes(draft) == ["issue-date-in-future"])
  }

  @Test(arguments: [
    // 60 days; 45 days, then to the end of the month; to the end of the month, then 45 days.
    ("2025-03-01", "2025-04-30", true), ("2025-03-01", "2025-05-15", true),
    ("2025-03-01", "2025-05-16", false), ("2025-03-20", "2025-05-31", true),
  ])
  func `tells terms longer than French law allows`(
    issued: String,
    due: String,
    isLawful: Bool
  ) throws {
    var draft = try sound()
    draft.set(.sellerCountry, to: "FR", evidence: evidence())
    draft.set(.issueDate, to: try day(issued), evidence: evidence())
    draft.set(.dueDate, to: try day(due), evidence: evidence())
    func told() throws -> Bool {
      let checked = CheckedDraft(
        draft: draft,
        company: Self.company,
        receivedOn: try day("2025-06-01")
      )
      return validate(checked).contains { $0.code == "terms-beyond-cap" && $0.severity == .info }
    }
    #expect(try told() == !isLawful)
    draft.set(.sellerCountry, to: "DE", evidence: evidence())
    #expect(try !told())
  }

  @Test(
    arguments: [
      ("AE", 0, false), ("AE", 2_000, true), ("E", 2_000, true), ("S", 2_000, false),
      (nil, 2_000, false),
    ] as [(String?, Int64, Bool)]
  )
  func `tells VAT that an exemption forbids`(category: String?, vat: Int64, isOdd: Bool) throws {
    var draft = try sound()
    let row = VATBreakdownLine(
      taxableAmount: euros(10_000),
      vatAmount: euros(vat),
      vatRate: VATRate(hundredthsOfPercent: vat == 0 ? 0 : 2_000),
      category: category
    )
    draft.set(.vatBreakdown, to: [row], evidence: evidence())
    #expect(try codes(draft).contains("vat-despite-exemption") == isOdd)
  }

  @Test func `wants VAT id and SIREN to be of one company`() throws {
    var draft = try sound()
    draft.set(.sellerLegalID, to: "732829320", evidence: evidence())
    #expect(try codes(draft) == ["identifiers-disagree"])
  }

  @Test func `blocks an invoice of somebody else`() throws {
    var draft = try sound()
    draft.set(.buyerName, to: "Boulangerie Martin SAS", evidence: evidence())
    #expect(try codes(draft) == ["wrong-addressee"])
    #expect(try codes(draft, company: nil) == [])
  }

  @Test func `notices that the seller is ourselves`() throws {
    var draft = try sound()
    draft.set(.sellerVATID, to: "FR44732829320", evidence: evidence())
    draft.set(.sellerLegalID, to: "732829320", evidence: evidence())
    #expect(try codes(draft) == ["seller-is-buyer"])
  }

  @Test func `asks about a total that is not sure`() throws {
    var draft = try sound()
    draft.set(.totalWithVAT, to: euros(12_000), evidence: evidence(700))
    #expect(try codes(draft) == ["doubtful-field"])
  }

  @Test func `lists every check of the folder`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Validation/Checks")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .map { $0.replacing(".swift", with: "") }
    #expect(Set(Checks.all.map(\.name)) == Set(files))
  }
}
