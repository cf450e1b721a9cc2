// Register+Rates.swift — exchange rates of the euro, by currency and day.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
package import Invoicing

extension Register {
  /// Takes over exchange rates; one of a known day replaces it.
  package func importRates(_ rates: [ExchangeRate]) async throws(Problem) {
    guard !rates.isEmpty else { return }
    try await write { database in
      let statement = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO exchange_rate (currency, date, per_euro) VALUES (?, ?, ?)"
      )
      for rate in rates {
        try statement.execute(
          arguments: [rate.currency.code, rate.date.description, rate.perEuro.description]
        )
      }
    }
  }
}

/// The rates of a currency in some time, and those that still stand at its beginning.
func exchangeRates(
  of currency: Currency,
  in dates: ClosedRange<CalendarDate>,
  in database: Database
) throws -> ExchangeRates {
  let statement = try database.cachedStatement(
    sql: "SELECT date, per_euro FROM exchange_rate WHERE currency = ? AND date BETWEEN ? AND ?"
  )
  let first = dates.lowerBound.adding(days: -ExchangeRates.longestGap)
  let rows = try Row.fetchAll(
    statement,
    arguments: [currency.code, first.description, dates.upperBound.description]
  )
  return ExchangeRates(
    try rows.map { row in
      guard let date = row.day("date"), let rate = DecimalNumber(row["per_euro"] as String) else {
        throw Problem(.fault, "register-damaged", ["detail": "per_euro"])
      }
      return ExchangeRate(currency: currency, date: date, perEuro: rate)
    }
  )
}
