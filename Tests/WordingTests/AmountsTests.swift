// AmountsTests.swift — amounts and dates as a language writes them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Wording

struct AmountsTests {
  @Test(arguments: [
    (124_000, "1 240,00 EUR", "1,240.00 EUR"), (5, "0,05 EUR", "0.05 EUR"),
    (-123_456_789, "-1 234 567,89 EUR", "-1,234,567.89 EUR"), (99_999, "999,99 EUR", "999.99 EUR"),
    (Int64.min, "-92 233 720 368 547 758,08 EUR", "-92,233,720,368,547,758.08 EUR"),
  ])
  func `amounts have groups of three and the mark of the language`(
    _ minorUnits: Int64,
    _ french: String,
    _ english: String
  ) {
    let money = Money(minorUnits: minorUnits, currency: .euro)
    #expect(amount(money, in: .french) == french)
    #expect(amount(money, in: .english) == english)
  }

  @Test func `yen have no decimals`() throws {
    let yen = try #require(Currency(code: "JPY"))
    #expect(amount(Money(minorUnits: 1_240, currency: yen), in: .french) == "1 240 JPY")
  }

  @Test func `what is no number stays as it is`() {
    #expect(decimal("about 12", in: .french) == "about 12")
    #expect(decimal("-12.5", in: .french) == "-12,5")
  }

  @Test func `dates are written by ISO 8601`() throws {
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 3))
    #expect(date(day, in: .french) == "2026-11-03")
  }

  @Test func `printed dates have the form of the language`() throws {
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 3))
    #expect(printedDate(day, in: .french) == "03/11/2026")
    #expect(printedDate(day, in: .english) == "2026-11-03")
  }
}
