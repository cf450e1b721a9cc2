// ExchangeRate.swift — what a euro was worth on a day (ECB euro foreign exchange reference rates).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What a euro was worth in another currency on a day.
package struct ExchangeRate: Hashable, Sendable, Codable {
  package let currency: Currency
  package let date: CalendarDate
  /// Units of the currency for one euro; above zero.
  package let perEuro: DecimalNumber

  package init(currency: Currency, date: CalendarDate, perEuro: DecimalNumber) {
    self.currency = currency
    self.date = date
    self.perEuro = perEuro
  }

  /// An amount in the currency, in euros, rounded half away from zero to a cent; nil beyond 64 bits.
  package func euros(for amount: Money) -> Money? {
    let euro = Currency.euro
    guard perEuro.mantissa > 0,
      let up = powerOfTen(perEuro.scale), let cents = powerOfTen(euro.exponent),
      let down = powerOfTen(amount.currency.exponent)
    else { return nil }
    let (scaled, overflow) = Int128(amount.minorUnits)
      .multipliedReportingOverflow(by: Int128(up) * Int128(cents))
    let divisor = Int128(perEuro.mantissa) * Int128(down)
    guard !overflow else { return nil }
    let half = divisor / 2
    let units = (scaled + (scaled < 0 ? -half : half)) / divisor
    return Int64(exactly: units).map { Money(minorUnits: $0, currency: euro) }
  }
}

/// The rates of one currency over some time.
package struct ExchangeRates: Hashable, Sendable, Codable {
  /// The earliest first.
  private let list: [ExchangeRate]

  package init(_ list: [ExchangeRate] = []) { self.list = list.sorted { $0.date < $1.date } }

  /// So many days after its date a rate still stands for the days without one.
  package static let longestGap = 7

  /// The rate of a day, or the last before it: none is published on holidays.
  package func rate(on day: CalendarDate) -> ExchangeRate? {
    guard let rate = list.last(where: { $0.date <= day }),
      day.days(since: rate.date) <= Self.longestGap
    else { return nil }
    return rate
  }
}
