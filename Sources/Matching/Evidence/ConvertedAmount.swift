// ConvertedAmount.swift — an amount in foreign currency beside an entry in euros.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Compares an entry in euros with what the invoice's amount was worth on the entry's day by the ECB.
///
/// Within a hundredth it is the same, within three hundredths a bank's or a customs rate explains it.
/// It never makes a match sure by itself.
///
/// - Returns: nil where no rate of those days is known.
func convertedAmount(
  _ wanted: [Int64],
  _ currency: Currency,
  _ entry: LedgerEntry,
  _ answers: LedgerAnswers
) -> AmountComparison? {
  guard entry.amount.currency == .euro, let day = entry.documentDate ?? entry.bookingDate,
    let rate = answers.rates.rate(on: day)
  else { return nil }
  let all = wanted.compactMap { units -> (converted: Money, gap: Int128)? in
    rate.euros(for: Money(minorUnits: units, currency: currency)).map {
      ($0, abs(Int128($0.minorUnits) - Int128(entry.amount.minorUnits)))
    }
  }
  guard let nearest = all.min(by: { $0.gap < $1.gap }), nearest.converted.minorUnits != 0 else {
    return nil
  }
  // In thousandths of the converted amount.
  let apart = nearest.gap * 1000 / abs(Int128(nearest.converted.minorUnits))
  let arguments = [
    "converted": nearest.converted.magnitude.plainText, "rate": rate.perEuro.description,
    "date": rate.date.description, "currency": currency.code,
    "apart": DecimalNumber(mantissa: Int64(clamping: apart), scale: 1).description,
  ]
  func comparison(
    _ level: AmountComparison.Level,
    _ code: String,
    _ weight: Weight
  ) -> AmountComparison {
    let isVeto = level == .different
    let evidence = Evidence(.amount, code, arguments, weight: weight, isVeto: isVeto)
    return AmountComparison(level: level, evidence: evidence, residual: nil)
  }
  return switch apart {
  case ...10: comparison(.converted, "amount-converted", Weight(m: 0.7, u: 0.01))
  case ...30: comparison(.converted, "amount-converted", Weight(m: 0.2, u: 0.03))
  default: comparison(.different, "amount-not-converted", Weight(m: 0.1, u: 0.96))
  }
}
