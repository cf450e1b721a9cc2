// DecimalNumber.swift — exact decimal numbers: quantities, unit prices, rates.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// An exact decimal number, never a binary fraction.
///
/// Its value is `mantissa` × 10^−`scale`.
package struct DecimalNumber: Hashable, Sendable {
  package let mantissa: Int64
  /// Digits behind the decimal mark, 0...18; never more than needed, so that equal numbers are equal.
  package let scale: Int

  /// The number `mantissa` × 10^−`scale`, trailing zeros removed.
  ///
  /// - Precondition: `scale` is in 0...18.
  package init(mantissa: Int64, scale: Int = 0) {
    precondition((0...18).contains(scale), "scale \(scale) is outside 0...18")
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// The number that this plain text writes ("-12.50", point as mark, no groups), or nil.
  package init?(_ text: some StringProtocol) {
    var digits: [UInt8] = []
    var scale: Int?
    var negative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: ".") where scale == nil: scale = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte - 48)
        scale = scale.map { $0 + 1 }
      default: return nil
      }
    }
    guard !digits.isEmpty, scale ?? 0 <= 18 else { return nil }
    // Counted downwards, because the least Int64 has no positive counterpart.
    var mantissa: Int64 = 0
    for digit in digits {
      let (shifted, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, carried) = shifted.subtractingReportingOverflow(Int64(digit))
      guard !overflow, !carried else { return nil }
      mantissa = sum
    }
    let (positive, overflow) = Int64(0).subtractingReportingOverflow(mantissa)
    guard negative || !overflow else { return nil }
    self.init(mantissa: negative ? mantissa : positive, scale: scale ?? 0)
  }

  package static let zero = DecimalNumber(mantissa: 0)

  /// Its magnitude; that of the least mantissa is held at the greatest.
  package var magnitude: DecimalNumber {
    DecimalNumber(mantissa: Int64(clamping: mantissa.magnitude), scale: scale)
  }

  /// The number × 10^`places`, rounded half away from zero; nil when it leaves 64 bits.
  package func rounded(toPlaces places: Int) -> Int64? {
    if mantissa == 0 { return 0 }
    if places >= scale {
      guard let factor = powerOfTen(places - scale) else { return nil }
      let (value, overflow) = mantissa.multipliedReportingOverflow(by: factor)
      return overflow ? nil : value
    }
    // Half of 10^20 is more than any mantissa; half of 10^19 is not.
    guard scale - places <= 19 else { return 0 }
    let divisor = (0..<(scale - places)).reduce(Int128(1)) { power, _ in power * 10 }
    let half = divisor / 2
    return Int64((Int128(mantissa) + (mantissa < 0 ? -half : half)) / divisor)
  }

  /// The exact sum, or nil when it leaves 64 bits.
  package func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let scale = max(scale, other.scale)
    guard let left = rounded(toPlaces: scale), let right = other.rounded(toPlaces: scale) else {
      return nil
    }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalNumber(mantissa: sum, scale: scale)
  }

  /// The exact product, or nil when it leaves 64 bits or 18 decimals.
  package func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    guard !overflow, scale + other.scale <= 18 else { return nil }
    return DecimalNumber(mantissa: product, scale: scale + other.scale)
  }
}

/// 10^`exponent`, or nil beyond 64 bits.
package func powerOfTen(_ exponent: Int) -> Int64? {
  guard (0...18).contains(exponent) else { return nil }
  return (0..<exponent).reduce(1) { power, _ in power * 10 }
}

extension DecimalNumber: Comparable {
  package static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    let scale = max(left.scale, right.scale)
    return left.scaled(to: scale) < right.scaled(to: scale)
  }

  /// The mantissa at a scale of up to 18 digits: below 10^37, so it always fits.
  private func scaled(to scale: Int) -> Int128 {
    Int128(mantissa) * Int128(powerOfTen(scale - self.scale) ?? 1)
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// Plain text with a point: "-12.5".
  package var description: String { plainDecimal(mantissa, scale: scale) }
}

extension DecimalNumber: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let number = DecimalNumber(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a decimal number: \(text)")
      )
    }
    self = number
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// `value` × 10^−`scale` as plain text with exactly `scale` decimals.
func plainDecimal(_ value: Int64, scale: Int) -> String {
  let digits = String(value.magnitude)
  let sign = value < 0 ? "-" : ""
  guard scale > 0 else { return sign + digits }
  let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
  return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
}
