// DecimalSum.swift — exact sums of decimal numbers.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// An exact sum of decimal numbers of up to ten decimals; what stands behind them is cut off.
struct DecimalSum: Hashable, Comparable, Sendable {
  /// Of 10^−10: a million numbers of 64 bits fit.
  private var units: Int128 = 0

  /// The number, nothing for nil.
  init(_ number: DecimalNumber? = nil) {
    guard let number else { return }
    let factor = Int128(powerOfTen(abs(Self.scale - number.scale)) ?? 1)
    units =
      number.scale <= Self.scale
      ? Int128(number.mantissa) * factor : Int128(number.mantissa) / factor
  }

  /// Hundredths: a cent each.
  init(cents: Int) { units = Int128(cents) * 100_000_000 }

  private init(units: Int128) { self.units = units }

  private static let scale = 10

  var magnitude: DecimalSum { DecimalSum(units: units < 0 ? -units : units) }

  /// A rate in percent of it, exact but for what stands behind the ten decimals.
  func percent(_ rate: DecimalNumber) -> DecimalSum {
    let (product, overflow) = units.multipliedReportingOverflow(by: DecimalSum(rate).units / 100)
    return overflow ? self : DecimalSum(units: product / 10_000_000_000)
  }

  /// Plain text with at least two decimals: "119.88".
  var plainText: String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, Self.scale + 1 - digits.count)) + digits
    var decimals = padded.suffix(Self.scale)
    while decimals.count > 2, decimals.last == "0" { decimals.removeLast() }
    return (units < 0 ? "-" : "") + padded.dropLast(Self.scale) + "." + decimals
  }

  static func + (left: DecimalSum, right: DecimalSum) -> DecimalSum {
    DecimalSum(units: left.units + right.units)
  }

  static func - (left: DecimalSum, right: DecimalSum) -> DecimalSum {
    DecimalSum(units: left.units - right.units)
  }

  static func < (left: DecimalSum, right: DecimalSum) -> Bool { left.units < right.units }
}
