// JournalDialectTests.swift — postings as ledger and beancount write them.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

@Suite struct JournalDialectTests {
  private func read(_ text: String) throws(Problem) -> LedgerImport {
    try LedgerFormats.read(
      LedgerFile(bytes: Array(text.utf8), name: "a.csv"),
      settings: LedgerSettings()
    )
  }

  @Test func `reads the postings of ledger`() throws {
    let books = try read(
      """
      ledger,"4","2025-01-03","AC1","Zoé | FACT ""A"" 2","ref:2025-0498, due:2025-02-01","expenses:a","100","EUR",""
      ledger,"4","2025-01-03","AC1","Zoé | FACT ""A"" 2","ref:2025-0498, due:2025-02-01","liabilities:payable:F1","-100","EUR",""
      ledger,"9","2025-02-03","BQ1","Zoé | VIR 2025-0498","","liabilities:payable:F1","40","EUR",""
      ledger,"9","2025-02-03","BQ1","Zoé | VIR 2025-0498","","assets:bank:512","-40","EUR",""

      """
    )
    #expect(books.source == "ledger")
    #expect(books.control == ControlSums(rowCount: 4, totalDebit: 14_000, totalCredit: 14_000))
    let entry = try #require(books.entries.first)
    #expect(books.entries.count == 1)
    #expect(entry.id == LedgerEntryID(source: "ledger", id: "AC1"))
    #expect(entry.partyCode == "F1" && entry.partyName == "Zoé")
    #expect(entry.reference == "2025-0498" && entry.label == "FACT \"A\" 2")
    #expect(entry.dueDate == CalendarDate(iso: "2025-02-01"))
    #expect(entry.amount == Money(minorUnits: -10_000, currency: .euro))
    #expect(entry.isOpen && entry.isPartlyPaid)
  }

  @Test func `reads the postings of beancount, padded and linked`() throws {
    let books = try read(
      """
      id,date,payee,narration,account,number,currency,links,ref,due
      e8,2025-01-03,Zoé SARL,"Facture, janvier",Expenses:F6155       ,  954.23,EUR,"FA-2025-0498,X",,2025-02-01
      e8,2025-01-03,Zoé SARL,"Facture, janvier",Assets:F44566        ,  190.85,EUR,"FA-2025-0498,X",,2025-02-01
      e8,2025-01-03,Zoé SARL,"Facture, janvier",Liabilities:F401:Zoe ,-1145.08,EUR,"FA-2025-0498,X",,2025-02-01

      """
    )
    #expect(books.source == "beancount")
    let entry = try #require(books.entries.first)
    #expect(entry.id.id == "FA-2025-0498" && entry.reference == "FA-2025-0498")
    #expect(entry.partyName == "Zoé SARL" && entry.partyCode == "Zoe")
    #expect(entry.booking?.vatRate == VATRate(hundredthsOfPercent: 2_000))
    #expect(entry.booking?.chargeAccount == "6155")
    #expect(entry.label == "Facture, janvier")
    #expect(entry.dueDate == CalendarDate(iso: "2025-02-01"))
    #expect(entry.amount == Money(minorUnits: -114_508, currency: .euro))
  }

  @Test func `refuses what beancount would have called out of balance`() {
    #expect(
      throws: Problem(
        .refusal,
        "journal-entry-unbalanced",
        ["entry": "Zoé | VIR", "line": "2", "difference": "0.01"]
      )
    ) {
      try read(
        """
        id,date,payee,narration,account,number,currency,links,ref,due
        e8,2025-01-03,Zoé,VIR,Liabilities:F401:Zoe,1.01,EUR,,,
        e8,2025-01-03,Zoé,VIR,Assets:Bank:F512,-1.00,EUR,,,
        """
      )
    }
  }
}
