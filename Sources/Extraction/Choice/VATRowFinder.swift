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
      guard number.currency == nil, number.decimals <= 2 || number.isPercent else { return nil }
      return VATRate(percent: number.value.magnitude).flatMap { VATRates.isKnown($0) ? $0 : nil }
    }
    let amounts = numbers.compactMap { segment, number -> (Segment, PrintedNumber, Int64)? in
      guard !number.isPercent, number.decimals == exponent,
        let minor = number.value.magnitude.rounded(toPlaces: exponent)
      else { return nil }
      return (segment, number, minor)
    }
    return Set(rates).sorted(by: >).flatMap { rate in
      amounts.flatMap { base in
        amounts.compactMap { tax -> VATRow? in
          guard tax.2 > 0, tax.2 < base.2, abs(rate.tax(on: base.2) - tax.2) <= 1 else {
            return nil
          }
          let box = base.0.box(of: base.1.words).union(tax.0.box(of: tax.1.words))
          return VATRow(
            rate: rate,
            taxableAmount: base.2,
            vatAmount: tax.2,
            page: base.0.page,
            box: box,
            text: row.map(\.text).joined(separator: "  "),
            reading: min(
              base.0.confidence(of: base.1.words),
              tax.0.confidence(of: tax.1.words)
            )
          )
        }
      }
    }
  }
}
