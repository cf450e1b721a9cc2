// PaidAmount.swift — what the amount of a bank line says.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Compares what was paid with what is due.
///
/// Any other amount than the whole must be explained by a text that names the invoice: fees of the
/// bank on top, a discount for paying early, a part, or a transfer for several invoices.
func comparePaidAmount(
  _ draft: Draft,
  _ entry: LedgerEntry,
  _ answers: LedgerAnswers,
  isNamed: Bool
) -> AmountComparison {
  let expected = ExpectedAmounts(draft)
  if entry.amount.currency != expected.currency {
    if let converted = convertedPayment(draft, entry, answers, isNamed: isNamed) {
      return converted
    }
    // A bank keeps its lines in the currency of the account: that says nothing against the link.
    return paidAmount(isNamed ? .foreign : .unknown, "amount-in-account-currency", nil, nil, .euro)
  }
  let wanted = [expected.due, expected.total].compactMap { $0 }
  let (paid, currency) = (entry.amount.minorUnits, expected.currency)
  guard let due = wanted.first, due != 0 else { return missingAmount }
  if wanted.contains(paid) { return equalAmount(paid, currency, answers) }
  if expected.prepaid == paid, isBefore(entry, draft) {
    let count = max(1, answers.amountFrequency[paid] ?? 1)
    let weight = Weight(m: 0.3, u: Population(answers).share(count))
    return paidAmount(.deposit, "amount-of-deposit", weight, nil, currency)
  }
  let over = abs(Int128(paid)) - abs(Int128(due))
  let isUnnumbered = draft[.invoiceNumber] == nil
  let isOtherWay = (paid < 0) != (due < 0)
  let several = namesOthers(entry, than: draft)
  // With a credit note netted it may be less than due, and goes the other way than the note alone.
  if isNamed, several {
    return paidAmount(.several, "amount-of-several", Weight(m: 0.15, u: 0.3), nil, currency)
  }
  let fees = 15 * Int128(powerOfTen(currency.exponent) ?? 1)
  if isNamed || isUnnumbered, !isOtherWay, (1...fees).contains(over), over * 5 <= abs(Int128(due)) {
    return paidAmount(.fees, "amount-with-fees", Weight(m: 0.06, u: 0.01), over, currency)
  }
  guard isNamed, !isOtherWay else {
    return paidAmount(.different, "amount-differs", Weight(m: 0.025, u: 0.95), over, currency)
  }
  if over < 0, -over * 20 <= abs(Int128(due)), isEarly(entry, draft) {
    return paidAmount(.discount, "amount-discounted", Weight(m: 0.06, u: 0.02), over, currency)
  }
  if over < 0 {
    return paidAmount(.part, "amount-paid-in-part", Weight(m: 0.1, u: 0.4), over, currency)
  }
  return paidAmount(.different, "amount-differs", Weight(m: 0.025, u: 0.95), over, currency)
}

/// By the rate of the day; another amount beside the invoice's number is a part of it, or pays several.
private func convertedPayment(
  _ draft: Draft,
  _ entry: LedgerEntry,
  _ answers: LedgerAnswers,
  isNamed: Bool
) -> AmountComparison? {
  let expected = ExpectedAmounts(draft)
  let wanted = [expected.due, expected.total].compactMap { $0 }
  let found = convertedAmount(wanted, expected.currency, entry, answers)
  guard let found, found.level == .different, isNamed, let due = wanted.first,
    (entry.amount.minorUnits < 0) == (due < 0)
  else { return found }
  if namesOthers(entry, than: draft) {
    return paidAmount(.several, "amount-of-several", Weight(m: 0.15, u: 0.3), nil, .euro)
  }
  return found
}

private func paidAmount(
  _ level: AmountComparison.Level,
  _ code: String,
  _ weight: Weight?,
  _ residual: Int128?,
  _ currency: Currency
) -> AmountComparison {
  let residual = residual.map { money($0, currency) }
  let evidence = Evidence(
    .amount,
    code,
    residual.map { ["difference": $0.plainText] } ?? [:],
    weight: weight,
    isVeto: level == .different
  )
  return AmountComparison(level: level, evidence: evidence, residual: residual)
}

/// Whether the text has a number that is no part of ours.
private func namesOthers(_ entry: LedgerEntry, than draft: Draft) -> Bool {
  let ours = [draft[.invoiceNumber], draft[.paymentReference]].compactMap(InvoiceNumber.init)
    .map(\.skeleton)
  return ReferenceKey.words(in: entry.label).map(ReferenceKey.skeleton).contains { word in
    !ours.contains { $0.contains(word) || word.contains($0) || isMisread($0, word) }
  }
}

/// Discounts are for the first weeks.
private func isEarly(_ entry: LedgerEntry, _ draft: Draft) -> Bool {
  guard let paid = entry.bookingDate, let issued = draft[.issueDate] else { return false }
  return (0...45).contains(paid.days(since: issued))
}

/// A deposit comes before the invoice that deducts it.
private func isBefore(_ entry: LedgerEntry, _ draft: Draft) -> Bool {
  guard let paid = entry.bookingDate, let issued = draft[.issueDate] else { return false }
  return (-180...3).contains(paid.days(since: issued))
}
