// CFONBTests.swift — what is read of a French statement in fixed records, and what is refused.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

/// A record with these texts at these columns.
private func record(_ cells: [(Int, String)]) -> String {
  var characters = [Character](repeating: " ", count: 120)
  for (column, text) in cells {
    for (offset, character) in text.enumerated() { characters[column + offset] = character }
  }
  return String(characters)
}

private func balance(_ code: String, _ amount: String) -> String {
  record([
    (0, code), (2, "30004"), (11, "00821"), (16, "EUR2"), (21, "00010157848"), (34, "310325"),
    (90, amount),
  ])
}

private func movement(_ amount: String, date: String = "040325") -> String {
  record([
    (0, "04"), (16, "EUR2"), (34, date), (48, "VIR SEPA"), (90, amount), (104, "0000000"),
  ])
}

private func more(_ qualifier: String, _ text: String) -> String {
  record([(0, "05"), (45, qualifier), (48, text)])
}

private let lines = [
  balance("01", "0000000050000{"), movement("0000000012000}"), more("NBE", "ZOE OUTILLAGE"),
  more("LCC", "F-2025-118"), more("MMO", "EUR2"), movement("0000000000123D"),
  balance("07", "0000000038123E"),
]

private func read(_ lines: [String], end: String = "\n") throws(Problem) -> LedgerImport {
  let file = LedgerFile(bytes: Array(lines.joined(separator: end).utf8), name: "releve.txt")
  return try LedgerFormats.read(file, settings: LedgerSettings())
}

private func code(_ lines: [String]) -> String? {
  do throws(Problem) { _ = try read(lines) } catch { return error.code }
  return nil
}

@Suite struct CFONBTests {
  @Test(arguments: ["\n", "\r\n", ""])
  func `reads records on lines or behind each other`(end: String) throws {
    var balanced = lines
    balanced[6] = balance("07", "0000000038123D")
    let books = try read(balanced, end: end)
    #expect(books.source == "cfonb")
    let line = try #require(books.entries.first)
    #expect(line.kind == .bankLine)
    #expect(line.amount == Money(minorUnits: -120_000, currency: .euro))
    #expect(line.bookingDate == CalendarDate(iso: "2025-03-04"))
    #expect(line.partyName == "ZOE OUTILLAGE")
    #expect(line.label == "VIR SEPA F-2025-118")
    #expect(line.account == "300040082100010157848")
    #expect(books.entries.reversed().first?.amount.minorUnits == 1_234)
    #expect(books.control == ControlSums(rowCount: 2, totalDebit: 1_234, totalCredit: 120_000))
  }

  @Test func `names a line the same each time`() throws {
    let twice = [movement("0000000012000}"), movement("0000000012000}")]
    let first = [balance("01", "0000000050000{")] + twice
    let ids = try read(first).entries.map(\.id.id)
    #expect(Set(ids).count == 2)
    #expect(try read(first).entries.map(\.id.id) == ids)
  }

  @Test func `refuses what does not balance and what it cannot read`() {
    #expect(code(lines) == "bank-unbalanced")
    #expect(code([lines[0], movement("00000000120001")]) == "bank-amount-unreadable")
    #expect(code([lines[0], movement("0000000012000}", date: "310225")]) == "bank-date-unreadable")
    #expect(code([lines[0], String(lines[1].prefix(90))]) == "bank-record-short")
  }

  @Test func `the other side is the beneficiary of what goes out and the payer of what comes in`()
    throws
  {
    let both = [more("NPY", "CHANTIERS ADAM"), more("NBE", "VERRANE SAS")]
    let account = more("IBE", "FR7630006000011234567890189")
    let rows = [lines[0], movement("0000000012000{")] + both + [movement("0000000012000}")] + both
    let entries = try read(rows + [account, more("IPY", "FR41ZZZ002305")]).entries
    #expect(entries.map(\.partyName) == ["CHANTIERS ADAM", "VERRANE SAS"])
    #expect(entries.map(\.partyIBAN) == [nil, "FR7630006000011234567890189"])
  }

  @Test func `an account stands before its type, and what is no account takes none away`() throws {
    let field = "FR7630006000011234567890189" + String(repeating: " ", count: 8) + "IBAN"
    let rows = [lines[0], movement("0000000012000}"), more("IBE", field), more("IBE", "0001 OTHR")]
    #expect(try read(rows).entries.map(\.partyIBAN) == ["FR7630006000011234567890189"])
  }

  @Test func `reads several accounts, each in its currency, decimals and balance`() throws {
    func account(_ code: String, _ name: String, _ money: String, _ amount: String) -> String {
      record([
        (0, code), (2, "30004"), (11, "00821"), (16, money), (21, name), (34, "310325"),
        (90, amount),
      ])
    }
    let file = [
      account("01", "00000000001", "JPY0", "0000000000000{"),
      account("04", "00000000001", "JPY0", "0000000018057{"),
      account("07", "00000000001", "JPY0", "0000000018057{"),
      account("01", "00000000002", "EUR3", "0000000000100{"),
      account("04", "00000000002", "EUR3", "0000000001234}"),
      account("07", "00000000002", "EUR3", "0000000001134}"),
    ]
    let entries = try read(file).entries
    #expect(entries.map(\.amount.plainText) == ["180570", "-12.34"])
    #expect(Set(entries.map(\.account)).count == 2)
    let wrong = file.dropLast() + [account("07", "00000000002", "EUR3", "0000000001135}")]
    #expect(code(Array(wrong)) == "bank-unbalanced")
  }
}
