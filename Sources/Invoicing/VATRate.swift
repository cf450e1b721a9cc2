// VATRate.swift — a rate of value added tax (EN 16931-1 BT-119).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A VAT rate in hundredths of a percent: 2000 is 20 %, 550 is 5.5 %.
package struct VATRate: Hashable, Comparable, Sendable, Codable {
  package let hundredthsOfPercent: Int32

  package init(hundredthsOfPercent: Int32) { self.hundredthsOfPercent = hundredthsOfPercent }

  /// The rate of so many percent, or nil when it is negative, above 100 or finer than 0.01 %.
  package init?(percent: DecimalNumber) {
    guard percent.scale <= 2, let value = percent.rounded(toPlaces: 2), (0...10_000).contains(value)
    else { return nil }
    hundredthsOfPercent = Int32(value)
  }

  /// "20", "5.5": percent as plain text without needless zeros.
  package var plainText: String {
    DecimalNumber(mantissa: Int64(hundredthsOfPercent), scale: 2).description
  }

  /// The tax on `taxableAmount`, rounded half away from zero to a minor unit (BR-CO-17).
  ///
  /// A rate above 100 % of a huge amount is held at the limit of 64 bits.
  package func tax(on taxableAmount: Int64) -> Int64 {
    let product = Int128(taxableAmount) * Int128(hundredthsOfPercent)
    return Int64(clamping: (product + (product < 0 ? -5_000 : 5_000)) / 10_000)
  }

  package static func < (left: VATRate, right: VATRate) -> Bool {
    left.hundredthsOfPercent < right.hundredthsOfPercent
  }
}
