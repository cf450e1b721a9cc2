// MT940Tests.swift — what is read of MT940, and what is refused.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

private let statement = """
  :20:STARTUMS
  :25:50010517/0123456789
  :28C:1/1
  :60F:C250301EUR500,00
  :61:2503040305DR120,5NTRFNONREF//B77
  :86:116?00SEPA?20EREF+1SVWZ+F-2025-118 AC?21PTE?32ZOE OUT?33ILLAGE?38FR7630006000011234567890189
  :61:2512310101RD20,00NTRFABC
  :86:/EREF/1/NAME/Zoé/IBAN/FR1420041010050500013M02606/REMI/A/2025/0661/
  :62F:C250331EUR399,5
  :86:AUFTRAGGEBER
  -
  """

private func read(_ text: String) throws(Problem) -> LedgerImport {
  let file = LedgerFile(bytes: Array(text.utf8), name: "a.sta")
  return try LedgerFormats.read(file, settings: LedgerSettings())
}

@Suite struct MT940Tests {
  @Test func `reads lines with what is said about them`() throws {
    let books = try read(statement)
    #expect(books.source == "mt940")
    let line = try #require(books.entries.first)
    #expect(line.id == LedgerEntryID(source: "mt940", id: "B77"))
    #expect(line.amount == Money(minorUnits: -12_050, currency: .euro))
    #expect(line.bookingDate == CalendarDate(iso: "2025-03-05"))
    #expect(line.partyName == "ZOE OUTILLAGE")
    #expect(line.partyIBAN == "FR7630006000011234567890189")
    #expect(line.label == "F-2025-118 ACPTE")
    let reversal = try #require(books.entries.reversed().first)
    #expect(reversal.amount == Money(minorUnits: 2_000, currency: .euro))
    #expect(reversal.bookingDate == CalendarDate(iso: "2026-01-01"))
    #expect(reversal.label == "A/2025/0661 ABC")
    #expect(reversal.partyName == "Zoé")
  }

  @Test(arguments: [
    ("399,5", "399,6", "bank-unbalanced"), ("120,5", "12x", "bank-amount-unreadable"),
    (":61:250304", ":61:250234", "bank-date-unreadable"),
    ("C250301EUR", "C250301E1R", "bank-currency-unknown"),
  ])
  func `refuses what does not balance and what it cannot read`(
    old: String,
    new: String,
    code: String
  ) {
    do throws(Problem) {
      _ = try read(statement.replacing(old, with: new))
      Issue.record("it was read")
    } catch {
      #expect(error.code == code)
    }
  }
}
