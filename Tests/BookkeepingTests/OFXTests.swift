// OFXTests.swift — what is read of OFX in both syntaxes, and what is refused.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

private let sgml = """
  OFXHEADER:100
  DATA:OFXSGML
  CHARSET:1252

  <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>0001</BANKACCTFROM>
  <BANKTRANLIST><DTSTART>20250101
  <STMTTRN><TRNTYPE>XFER<DTPOSTED>20250304120000[+1:CET]<TRNAMT>-1200,50<FITID>77
  <NAME>ZOE &amp; FILS<MEMO>F-2025-118</STMTTRN>
  <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250305<TRNAMT>10.00<FITID>78<NAME>CLIENT
  </BANKTRANLIST><LEDGERBAL><BALAMT>5<DTASOF>20250331</LEDGERBAL></STMTRS></STMTTRNRS></OFX>
  """

private let xml = """
  <?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="220"?>
  <OFX><CCSTMTRS><CURDEF>EUR</CURDEF><CCACCTFROM><ACCTID>0001</ACCTID></CCACCTFROM>
  <BANKTRANLIST><STMTTRN><DTPOSTED>20250304</DTPOSTED><TRNAMT>-1200.50</TRNAMT>
  <FITID>77</FITID><NAME>ZOE &amp; FILS</NAME><BANKACCTTO><ACCTID>9</ACCTID></BANKACCTTO>
  <MEMO>F-2025-118</MEMO></STMTTRN></BANKTRANLIST></CCSTMTRS></OFX>
  """

private func read(_ text: String) throws(Problem) -> LedgerImport {
  let file = LedgerFile(bytes: Array(text.utf8), name: "a.ofx")
  return try LedgerFormats.read(file, settings: LedgerSettings())
}

@Suite struct OFXTests {
  @Test(arguments: [sgml, xml])
  func `reads both syntaxes alike`(text: String) throws {
    let books = try read(text)
    #expect(books.source == "ofx")
    let line = try #require(books.entries.first)
    #expect(line.id == LedgerEntryID(source: "ofx", id: "77"))
    #expect(line.kind == .bankLine)
    #expect(line.amount == Money(minorUnits: -120_050, currency: .euro))
    #expect(line.bookingDate == CalendarDate(iso: "2025-03-04"))
    #expect(line.partyName == "ZOE & FILS")
    #expect(line.label == "F-2025-118")
    #expect(line.account == "0001")
  }

  @Test func `ends a transaction that is not closed with the list`() throws {
    let books = try read(sgml)
    #expect(books.entries.map(\.amount.minorUnits) == [-120_050, 1_000])
    #expect(books.control == ControlSums(rowCount: 2, totalDebit: 1_000, totalCredit: 120_050))
  }

  @Test(arguments: [
    ("-1200,50", "x", "bank-amount-unreadable"), ("-1200,50", "1.234", "bank-amount-unreadable"),
    ("20250304120000[+1:CET]", "20250231", "bank-date-unreadable"),
    ("EUR", "E1", "bank-currency-unknown"),
  ])
  func `names the line of what it cannot read`(old: String, new: String, code: String) throws {
    do throws(Problem) {
      _ = try read(sgml.replacing(old, with: new))
      Issue.record("it was read")
    } catch {
      #expect(error.code == code)
      #expect((5...8).contains(Int(error.arguments["line"] ?? "") ?? 0))
    }
  }

  @Test func `survives a file that is cut off`() {
    for count in stride(from: 40, to: sgml.utf8.count, by: 7) {
      _ = try? read(String(decoding: Array(sgml.utf8.prefix(count)), as: UTF8.self))
    }
  }
}
