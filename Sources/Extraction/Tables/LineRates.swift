// LineRates.swift — the VAT rate of each line, printed as a rate or as a code.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Tells the VAT rate of lines from what stands in their column and from the VAT breakdown.
struct LineRates {
  private let breakdown: [VATBreakdownLine]
  private let codes: [String: VATRate]

  /// `vatRows` may carry the codes by which lines name their rates.
  init(breakdown: [VATBreakdownLine], vatRows: [VATRow]) {
    self.breakdown = breakdown
    let coded = vatRows.compactMap { row in row.code.map { (folded($0), row.rate) } }
    // A code of two rates was misread once.
    codes = Dictionary(grouping: coded, by: \.0).filter { $0.value.count == 1 }
      .compactMapValues { $0.first?.1 }
  }

  /// The rates of the lines in their order; nil where it cannot be told.
  func rates(of rows: [LineRow]) -> [VATRate?] {
    let known = Set(breakdown.map(\.vatRate))
    if known.count == 1, let only = known.first { return rows.map { _ in only } }
    var codes = self.codes.merging(summedCodes(of: rows)) { $1 }
    if let (code, rate) = remainingCode(of: rows, known: known, codes: codes) { codes[code] = rate }
    var rates = rows.map { row -> VATRate? in
      if let code = row.rateCode, let rate = codes[folded(code)] { return rate }
      let printed = row.rate.flatMap { VATRate(percent: $0.value) }
      if let printed, known.isEmpty ? VATRates.isKnown(printed) : known.contains(printed) {
        return printed
      }
      // Without a heading over the rates: a number of the row that can be nothing else.
      let possible = Set(row.others.compactMap { VATRate(percent: $0.value) }).intersection(known)
      return possible.count == 1 ? possible.first : nil
    }
    if let rate = missingRate(of: rows, rates: rates) { rates = rates.map { $0 ?? rate } }
    return rates
  }

  /// The most used code without a rate, where all rates but one have their code.
  private func remainingCode(
    of rows: [LineRow],
    known: Set<VATRate>,
    codes: [String: VATRate]
  ) -> (String, VATRate)? {
    let open = known.subtracting(codes.values)
    guard open.count == 1, let rate = open.first, known.count > 1 else { return nil }
    let printed = rows.compactMap { $0.rateCode.map { folded($0) } }.filter { codes[$0] == nil }
    let counts = Dictionary(printed.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let most, most.value * 2 > printed.count else { return nil }
    return (most.key, rate)
  }

  /// The codes whose lines sum up to the taxable amount of exactly one rate.
  private func summedCodes(of rows: [LineRow]) -> [String: VATRate] {
    guard let exponent = breakdown.first?.taxableAmount.currency.exponent else { return [:] }
    let byCode = Dictionary(grouping: rows.filter { $0.rateCode != nil }) {
      folded($0.rateCode ?? "")
    }
    return byCode.compactMapValues { rows in
      let sum = rows.reduce(Int128(0)) { sum, row in
        sum + Int128(row.net?.number.value.rounded(toPlaces: exponent) ?? 0)
      }
      let rates = breakdown.filter {
        Int128($0.taxableAmount.minorUnits).magnitude == sum.magnitude
      }
      return rates.count == 1 ? rates[0].vatRate : nil
    }
  }

  /// The one rate that all lines without a rate make up: their nets are what its taxable amount lacks,
  /// and no other lacks anything.
  private func missingRate(of rows: [LineRow], rates: [VATRate?]) -> VATRate? {
    var missing: [VATRate: Int128] = [:]
    for line in breakdown { missing[line.vatRate] = Int128(line.taxableAmount.minorUnits) }
    guard let exponent = breakdown.first?.taxableAmount.currency.exponent else { return nil }
    for (row, rate) in zip(rows, rates) {
      guard let rate else { continue }
      guard let net = row.net?.number.value.rounded(toPlaces: exponent) else { return nil }
      missing[rate, default: 0] -= Int128(net)
    }
    let open = missing.filter { $0.value != 0 }
    return open.count == 1 ? open.keys.first : nil
  }
}
