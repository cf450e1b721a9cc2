// AmountEvidence.swift — what the amounts say.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// How the amount of an entry stands to that of the invoice.
struct AmountComparison {
  enum Level {
    case equal, near, similar, different, larger, unknown
    /// Of a bank line: with fees on top, less a discount, a part, one transfer for several invoices,
    /// what was paid before, and what the bank changed into the account's currency.
    case fees, discount, part, several, deposit, foreign
    /// In euros, what the invoice was worth by the rate of the day.
    case converted
  }

  let level: Level
  let evidence: Evidence
  /// |entry| − |invoice|; nil when they cannot be compared.
  let residual: Money?

  /// Whether it is the whole amount, or a bank line's text explains why it is not.
  var isExplained: Bool {
    switch level {
    case .equal, .fees, .discount, .part, .several, .deposit, .foreign, .converted: true
    case .near, .similar, .different, .larger, .unknown: false
    }
  }
}

/// Compares with what an open item would carry: the total with VAT, else the amount due.
func compareItemAmount(
  _ expected: ExpectedAmounts,
  _ entry: LedgerEntry,
  _ answers: LedgerAnswers
) -> AmountComparison {
  let both = [expected.total, expected.due].compactMap { $0 }
  if let foreign = foreignAmount(both, expected.currency, entry, answers) { return foreign }
  let units = entry.amount.minorUnits
  guard let main = both.first else { return missingAmount }
  if let equal = both.first(where: { $0 == units }) {
    return equalAmount(equal, expected.currency, answers)
  }
  let (its, wanted) = (Int128(units), Int128(main))
  let gap = abs(its - wanted)
  let residual = money(abs(its) - abs(wanted), expected.currency)
  let arguments = ["difference": residual.plainText]
  if gap <= 2 {
    let weight = Weight(m: 0.008, u: 0.0004)
    return comparison(.near, "amount-near", arguments, weight, residual)
  }
  // Within a tenth, of the same sign.
  if gap * 10 <= abs(wanted) {
    let weight = Weight(m: 0.012, u: 0.05)
    return comparison(.similar, "amount-similar", arguments, weight, residual)
  }
  let weight = Weight(m: 0.025, u: 0.95)
  return comparison(.different, "amount-differs", arguments, weight, residual)
}

/// Compares an order with the total without VAT: a euro or 0.5 % is the buyer's tolerance; an order
/// more than a tenth larger was delivered in part.
func compareOrderAmount(
  _ expected: ExpectedAmounts,
  _ entry: LedgerEntry,
  _ answers: LedgerAnswers
) -> AmountComparison {
  let without = [expected.withoutVAT].compactMap { $0 }
  if let foreign = foreignAmount(without, expected.currency, entry, answers) { return foreign }
  guard let wanted = expected.withoutVAT else { return missingAmount }
  let (order, invoice) = (abs(Int128(entry.amount.minorUnits)), abs(Int128(wanted)))
  let residual = money(order - invoice, expected.currency)
  let arguments = ["difference": residual.plainText]
  let unit = Int128(powerOfTen(expected.currency.exponent) ?? 1)
  if entry.amount.minorUnits == wanted { return equalAmount(wanted, expected.currency, answers) }
  if abs(order - invoice) <= max(unit, invoice / 200) {
    let weight = Weight(m: 0.03, u: 0.002)
    return comparison(.near, "amount-in-tolerance", arguments, weight, residual)
  }
  if abs(order - invoice) * 10 <= invoice {
    let weight = Weight(m: 0.04, u: 0.05)
    return comparison(.similar, "amount-similar", arguments, weight, residual)
  }
  if order > invoice {
    return comparison(.larger, "order-larger", arguments, Weight(m: 0.2, u: 0.45), residual)
  }
  return comparison(.different, "order-smaller", arguments, Weight(m: 0.05, u: 0.5), residual)
}

func equalAmount(
  _ amount: Int64,
  _ currency: Currency,
  _ answers: LedgerAnswers
) -> AmountComparison {
  let count = max(1, answers.amountFrequency[amount] ?? 1)
  return AmountComparison(
    level: .equal,
    evidence: Evidence(
      .amount,
      "amount-equal",
      ["count": String(count)],
      weight: Weight(m: 0.955, u: Population(answers).share(count))
    ),
    residual: Money(minorUnits: 0, currency: currency)
  )
}

private func comparison(
  _ level: AmountComparison.Level,
  _ code: String,
  _ arguments: [String: String],
  _ weight: Weight,
  _ residual: Money
) -> AmountComparison {
  let isVeto = level != .near && level != .larger
  let evidence = Evidence(.amount, code, arguments, weight: weight, isVeto: isVeto)
  return AmountComparison(level: level, evidence: evidence, residual: residual)
}

/// An amount that was reckoned in 128 bits, held at the limit of 64: an e-invoice may tell any number.
func money(_ units: Int128, _ currency: Currency) -> Money {
  Money(minorUnits: Int64(clamping: units), currency: currency)
}

/// Of two currencies the amounts say nothing but by the rate of the day.
private func foreignAmount(
  _ wanted: [Int64],
  _ currency: Currency,
  _ entry: LedgerEntry,
  _ answers: LedgerAnswers
) -> AmountComparison? {
  guard entry.amount.currency != currency else { return nil }
  if let converted = convertedAmount(wanted, currency, entry, answers) { return converted }
  let codes = ["invoice": currency.code, "entry": entry.amount.currency.code]
  let weight = Weight(m: 0.01, u: 0.1)
  let evidence = Evidence(.amount, "currency-differs", codes, weight: weight, isVeto: true)
  return AmountComparison(level: .unknown, evidence: evidence, residual: nil)
}

var missingAmount: AmountComparison {
  let evidence = Evidence(.amount, "amount-missing", weight: nil)
  return AmountComparison(level: .unknown, evidence: evidence, residual: nil)
}
