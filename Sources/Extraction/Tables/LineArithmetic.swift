// LineArithmetic.swift — quantity × price, less a discount, is the net of a line.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Quantity, unit price and net of a line.
struct LineNumbers: Hashable, Sendable {
  var quantity: PrintedNumber
  var price: PrintedNumber
  var net: PrintedNumber
}

/// Tells which numbers of a row are quantity, price and net, and mends one misread digit.
struct LineArithmetic: Sendable {
  /// Decimals of an amount.
  let exponent: Int

  /// The places of the numbers of a row that agree: net the rightmost possible, price and quantity
  /// nearest to it.
  ///
  /// Numbers between price and net may be a discount in percent, or two in a row.
  func places(in row: [PrintedNumber]) -> (quantity: Int, price: Int, net: Int)? {
    // No line has more numbers; a hostile row must not take time.
    guard row.count <= 16 else { return nil }
    for netIndex in row.indices.reversed() where isAmount(row[netIndex]) {
      for priceIndex in row[..<netIndex].indices.reversed() where !row[priceIndex].isPercent {
        for quantityIndex in row[..<priceIndex].indices.reversed()
        where !row[quantityIndex].isPercent {
          let found = LineNumbers(
            quantity: row[quantityIndex],
            price: row[priceIndex],
            net: row[netIndex]
          )
          let discounts = row[(priceIndex + 1)..<netIndex].map(\.value)
          if agrees(found, discounts: []) || agrees(found, discounts: discounts) {
            return (quantityIndex, priceIndex, netIndex)
          }
        }
      }
    }
    return nil
  }

  /// Whether quantity × price, less the discounts in percent one after the other, is the net to the
  /// minor unit.
  func agrees(_ numbers: LineNumbers, discounts: [DecimalNumber]) -> Bool {
    guard numbers.quantity.value.mantissa != 0, numbers.price.value.mantissa != 0,
      var product = numbers.quantity.value.multiplied(by: numbers.price.value)
    else { return false }
    let hundred = DecimalNumber(mantissa: 100)
    for discount in discounts {
      guard discount.mantissa >= 0, discount < hundred, discount.scale <= 2,
        let percent = discount.rounded(toPlaces: 2),
        let less = product.multiplied(by: DecimalNumber(mantissa: 10_000 - percent, scale: 4))
      else { return false }
      product = less
    }
    guard let expected = product.rounded(toPlaces: exponent),
      let net = numbers.net.value.rounded(toPlaces: exponent)
    else { return false }
    let (difference, overflow) = expected.subtractingReportingOverflow(net)
    // A discounted price is rounded once more than we see.
    return !overflow && difference.magnitude <= (discounts.isEmpty ? 0 : 1)
  }

  /// The numbers with the one digit changed that makes them agree; nil when no single change does,
  /// or more than one.
  func mended(_ numbers: LineNumbers) -> LineNumbers? {
    var found: LineNumbers?
    for part in [\LineNumbers.quantity, \.price, \.net] {
      for other in variants(of: numbers[keyPath: part]) {
        var changed = numbers
        changed[keyPath: part] = other
        guard agrees(changed, discounts: []) else { continue }
        if found != nil { return nil }
        found = changed
      }
    }
    return found
  }

  /// The numbers with decimal marks put where price or net lost theirs, when they agree then.
  func marked(_ numbers: LineNumbers) -> LineNumbers? {
    func marks(_ number: PrintedNumber) -> [PrintedNumber] {
      guard number.decimals == 0, let value = number.value.rounded(toPlaces: 0) else {
        return [number]
      }
      return [number.with(value: DecimalNumber(mantissa: value, scale: exponent), exponent)]
    }
    var marked = numbers
    for price in marks(numbers.price) {
      for net in marks(numbers.net) {
        (marked.price, marked.net) = (price, net)
        if marked != numbers, agrees(marked, discounts: []) { return marked }
      }
    }
    return nil
  }

  /// How many of this price cost the net, when that is a whole number.
  func quantity(price: PrintedNumber, net: PrintedNumber) -> Int64? {
    let places = max(price.value.scale, net.value.scale)
    guard let one = price.value.rounded(toPlaces: places),
      let all = net.value.rounded(toPlaces: places),
      one > 0, all > 0, all.isMultiple(of: one), all / one < 10_000
    else { return nil }
    return all / one
  }

  /// The number with one of its printed digits changed.
  private func variants(of number: PrintedNumber) -> [PrintedNumber] {
    guard let printed = number.value.rounded(toPlaces: number.decimals), printed > 0 else {
      return []
    }
    var variants: [PrintedNumber] = []
    var place: Int64 = 1
    while place <= printed, place < 1_000_000_000 {
      let digit = printed / place % 10
      for other in Int64(0)...9 where other != digit {
        let value = printed + (other - digit) * place
        variants.append(number.with(value: DecimalNumber(mantissa: value, scale: number.decimals)))
      }
      place *= 10
    }
    return variants
  }

  private func isAmount(_ number: PrintedNumber) -> Bool {
    !number.isPercent && number.decimals == exponent
  }
}

extension PrintedNumber {
  /// The same place on the page with another value.
  func with(value: DecimalNumber, _ decimals: Int? = nil) -> PrintedNumber {
    PrintedNumber(
      value: value,
      decimals: decimals ?? self.decimals,
      isPercent: isPercent,
      currency: currency,
      words: words
    )
  }
}
