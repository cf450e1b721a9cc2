// ExchangeRateTests.swift — amounts in euros at the rate of the day.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Invoicing

@Suite struct ExchangeRateTests {
  private func rate(_ day: Int, _ text: String, _ currency: Currency = .usDollar) throws
    -> ExchangeRate
  {
    ExchangeRate(
      currency: currency,
      date: CalendarDate(dayNumber: day),
      perEuro: try #require(DecimalNumber(text))
    )
  }

  @Test func `converts to the cent, half away from zero`() throws {
    let dollars = Money(minorUnits: -115_660, currency: .usDollar)
    #expect(
      try rate(1, "1.1566").euros(for: dollars) == Money(minorUnits: -100_000, currency: .euro)
    )
    let yen = try #require(Currency(code: "JPY"))
    let some = Money(minorUnits: 18_057, currency: yen)
    #expect(try rate(1, "180.57", yen).euros(for: some)?.minorUnits == 10_000)
    let half = Money(minorUnits: 1, currency: .usDollar)
    #expect(try rate(1, "2").euros(for: half)?.minorUnits == 1)
    let most = Money(minorUnits: .max, currency: .usDollar)
    #expect(try rate(1, "0.000001").euros(for: most) == nil)
  }

  @Test func `a day without a rate has the last one, for a week`() throws {
    let rates = ExchangeRates([try rate(20, "1.2"), try rate(10, "1.1")])
    #expect(rates.rate(on: CalendarDate(dayNumber: 12))?.perEuro.description == "1.1")
    #expect(rates.rate(on: CalendarDate(dayNumber: 20))?.perEuro.description == "1.2")
    #expect(rates.rate(on: CalendarDate(dayNumber: 18)) == nil)
    #expect(rates.rate(on: CalendarDate(dayNumber: 9)) == nil)
  }
}
