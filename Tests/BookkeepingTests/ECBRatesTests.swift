// ECBRatesTests.swift — the reference rates of the ECB, as published.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

@Suite struct ECBRatesTests {
  private func read(_ text: String) throws(Problem) -> LedgerImport {
    let file = LedgerFile(bytes: Array(text.utf8), name: "eurofxref-hist.csv")
    return try LedgerFormats.read(file, settings: LedgerSettings())
  }

  @Test func `reads a row for each day and a column for each currency`() throws {
    let books = try read(
      "Date,USD,JPY,CYP,\n2025-11-28,1.1566,180.57,N/A,\n2025-11-27,1.159,181.02,N/A,\n"
    )
    #expect(books.source == "ecb-rates" && books.entries.isEmpty)
    #expect(books.rates.count == 4)
    #expect(
      books.rates.first
        == ExchangeRate(
          currency: .usDollar,
          date: try #require(CalendarDate(iso: "2025-11-28")),
          perEuro: DecimalNumber(mantissa: 11566, scale: 4)
        )
    )
  }

  @Test func `names the line of what it cannot read`() {
    #expect(throws: Problem(.refusal, "rates-unreadable", ["line": "2"])) {
      try read("Date,USD,\n2025-11-28,0,\n")
    }
    #expect(throws: Problem(.refusal, "rates-date-unreadable", ["line": "3"])) {
      try read("Date,USD,\n2025-11-28,1.1,\n28/11/2025,1.1,\n")
    }
  }
}
