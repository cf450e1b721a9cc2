// VATRowFinder.swift — rows in which a rate, a taxable amount and its VAT agree.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A taxable amount and its VAT at a rate, printed in one row, that agree to the cent or nearly.
struct VATRow: Hashable, Sendable {
  let rate: VATRate
  /// Magnitudes in minor units.
  let taxableAmount: Int64
  let vatAmount: Int64
  let page: Int
  let box: Box
  let text: String
  let reading: Confidence
  /// What lines print for this rate, when the row begins with it: "2", "A".
  var code: String?
}

/// Finds VAT rows by arithmetic alone, in whatever order their columns stand.
enum VATRowFinder {
  /// The rows of all pages, each combination of rate and amounts once, in reading order.
  static func rows(in scene: Scene) -> [VATRow] {
    var found: [VATRow] = []
    var seen: Set<[Int64]> = []
    for page in scene.pages {
      for row in page.rows {
        for vat in rows(in: row, scene: scene)
        where seen.insert([
          Int64(vat.rate.hundredthsOfPercent), vat.taxableAmount, vat.vatAmount,
        ]).inserted {
          found.append(vat)
        }
      }
    }
    return found
  }

  private static func rows(in row: [Segment], scene: Scene) -> [VATRow] {
    let numbers = row.flatMap { segment in
      scene.values.numbers.numbers(in: segment).map { (segment, $0) }
    }
    guard numbers.count >= 3, numbers.count <= 12 else { return [] }
    let exponent = scene.values.currency.exponent
    let rates = numbers.compactMap { _, number -> VATRate? in
      guard mayBeRate(number) else { return nil }
      return VATRate(percent: number.value.magnitude).flatMap { VATRates.isKnown($0) ? $0 : nil }
    }
    let amounts = numbers.compactMap { segment, number -> Amount? in
      guard !number.isPercent, number.decimals == exponent,
        let minor = number.value.magnitude.rounded(toPlaces: exponent)
      else { return nil }
      return Amount(segment: segment, number: number, minorUnits: minor)
    }
    let found = Set(rates).sorted(by: >).flatMap {
      vatRows(amounts, rate: $0, within: 1, row, scene)
    }
    guard found.isEmpty, row.contains(where: { $0.confidence(of: $0.words.indices) != .certain })
    else { return found }
    // A rate with one misread digit, where base and tax leave no other: 3,50 for 5,50.
    let mended = Set(numbers.map(\.1).filter(mayBeRate).flatMap(misread)).sorted(by: >)
      .flatMap { vatRows(amounts, rate: $0, within: 0, row, scene) }
    return mended.count == 1 ? mended : []
  }

  private struct Amount {
    let segment: Segment
    let number: PrintedNumber
    let minorUnits: Int64
  }

  private static func mayBeRate(_ number: PrintedNumber) -> Bool {
    number.currency == nil && (number.decimals <= 2 || number.isPercent)
  }

  /// The known rates of which one digit was read as another.
  private static func misread(_ number: PrintedNumber) -> [VATRate] {
    let text = plain(number)
    return VATRates.all.filter { rate in
      let other = plain(
        number.with(value: DecimalNumber(mantissa: Int64(rate.hundredthsOfPercent), scale: 2))
      )
      return text.count == other.count && zip(text, other).count { $0 != $1 } == 1
    }
  }

  private static func plain(_ number: PrintedNumber) -> String {
    String(number.value.magnitude.rounded(toPlaces: max(number.decimals, 1)) ?? 0)
  }

  private static func vatRows(
    _ amounts: [Amount],
    rate: VATRate,
    within tolerance: Int64,
    _ row: [Segment],
    _ scene: Scene
  ) -> [VATRow] {
    amounts.flatMap { base in
      amounts.compactMap { tax -> VATRow? in
        guard tax.minorUnits > 0, tax.minorUnits < base.minorUnits,
          abs(rate.tax(on: base.minorUnits) - tax.minorUnits) <= tolerance
        else { return nil }
        let boxes = [base, tax].map { $0.segment.box(of: $0.number.words) }
        return VATRow(
          rate: rate,
          taxableAmount: base.minorUnits,
          vatAmount: tax.minorUnits,
          page: base.segment.page,
          box: boxes[0].union(boxes[1]),
          text: row.map(\.text).joined(separator: "  "),
          reading: min(
            base.segment.confidence(of: base.number.words),
            tax.segment.confidence(of: tax.number.words)
          ),
          code: code(of: row, rate: rate, scene: scene)
        )
      }
    }
  }

  /// The short word at the start of a row, unless it is the rate itself.
  private static func code(of row: [Segment], rate: VATRate, scene: Scene) -> String? {
    guard let segment = row.first, let word = segment.words.first, word.text.count <= 2,
      word.text.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    let number = scene.values.numbers.numbers(in: segment).first
    guard number?.words != 0..<1 || number.flatMap({ VATRate(percent: $0.value) }) != rate else {
      return nil
    }
    return word.text
  }
}
