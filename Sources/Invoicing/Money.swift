// Money.swift — amounts in minor units (ISO 4217).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// An amount in whole minor units of its currency: 12345 with EUR is 123.45 €.
package struct Money: Hashable, Sendable, Codable {
  /// From here on, an amount in minor units is none that an invoice or a ledger holds (ten thousand
  /// billion euros), and still nine thousand of them add up in 64 bits.
  package static let absurdMinorUnits: Int64 = 1_000_000_000_000_000

  package let minorUnits: Int64
  package let currency: Currency

  package init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The amount nearest to `number` (half away from zero), or nil when it leaves 64 bits.
  package init?(_ number: DecimalNumber, currency: Currency) {
    guard let minorUnits = number.rounded(toPlaces: currency.exponent) else { return nil }
    self.init(minorUnits: minorUnits, currency: currency)
  }

  /// Plain text with a point and every decimal of the currency: "123.45".
  package var plainText: String { plainDecimal(minorUnits, scale: currency.exponent) }

  package var magnitude: Money {
    Money(minorUnits: Int64(clamping: minorUnits.magnitude), currency: currency)
  }

  /// The sum, held at the limit of 64 bits: absurd amounts of a hostile page then fail the checks of
  /// the totals instead of ending the process.
  ///
  /// - Precondition: both are of one currency.
  package static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "amounts of two currencies cannot be added")
    let sum = Int128(left.minorUnits) + Int128(right.minorUnits)
    return Money(minorUnits: Int64(clamping: sum), currency: left.currency)
  }

  /// The difference, held at the limit of 64 bits.
  ///
  /// - Precondition: both are of one currency.
  package static func - (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "amounts of two currencies cannot be subtracted")
    let difference = Int128(left.minorUnits) - Int128(right.minorUnits)
    return Money(minorUnits: Int64(clamping: difference), currency: left.currency)
  }
}
