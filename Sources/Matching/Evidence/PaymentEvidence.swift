// PaymentEvidence.swift — what the text, the party and the date of a bank line say.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Looks for the invoice's number, or its payment reference (EN 16931-1 BT-83), in what the payer
/// wrote.
func namingEvidence(
  _ draft: Draft,
  _ entry: LedgerEntry,
  _ answers: LedgerAnswers
) -> Evidence {
  let numbers = [draft[.invoiceNumber], draft[.paymentReference]].compactMap(InvoiceNumber.init)
  guard !numbers.isEmpty else { return Evidence(.reference, "reference-missing", weight: nil) }
  let texts = entry.namedReferences
  let found = numbers.compactMap { naming(of: $0, in: texts, entry, answers) }
  if let best = found.max(by: { $0.reason.deciBits < $1.reason.deciBits }) { return best }
  let words = ReferenceKey.words(in: entry.label)
  let arguments = ["invoice": numbers[0].text, "entry": entry.label]
  if words.contains(where: { isSibling(numbers[0].text, $0) }) {
    // It names another number of the same series: it pays another invoice.
    let weight = Weight(m: 0.01, u: 0.9)
    return Evidence(.reference, "reference-of-series", arguments, weight: weight, isVeto: true)
  }
  guard !words.isEmpty else { return Evidence(.reference, "reference-missing", weight: nil) }
  return Evidence(.reference, "number-not-named", arguments, weight: Weight(m: 0.17, u: 0.985))
}

/// The best that one of the texts says for a number; nil when none speaks for it.
private func naming(
  of number: InvoiceNumber,
  in texts: [String],
  _ entry: LedgerEntry,
  _ answers: LedgerAnswers
) -> Evidence? {
  let arguments = ["invoice": number.text, "entry": entry.label]
  let skeletons = texts.map(ReferenceKey.skeleton)
  let population = Population(answers)
  if skeletons.contains(number.skeleton) {
    let count = answers.skeletonFrequency[number.skeleton] ?? 1
    let weight = Weight(m: 0.62, u: population.share(count))
    return Evidence(.reference, "number-named", arguments, weight: weight)
  }
  if number.skeleton.count >= 6, skeletons.contains(where: { $0.contains(number.skeleton) }) {
    return Evidence(.reference, "number-in-text", arguments, weight: Weight(m: 0.08, u: 0.0002))
  }
  if number.skeleton.count >= 6, skeletons.contains(where: { isMisread($0, number.skeleton) }) {
    return Evidence(.reference, "number-misread", arguments, weight: Weight(m: 0.06, u: 0.0005))
  }
  let isNear = skeletons.contains { text in
    let (short, long) =
      text.count < number.skeleton.count ? (text, number.skeleton) : (number.skeleton, text)
    return short.count >= 5 && isSlip(short, long)
  }
  guard isNear else { return nil }
  return Evidence(.reference, "number-near", arguments, weight: Weight(m: 0.06, u: 0.0015))
}

/// Compares the seller with the other side of a bank line: by account, else by name.
func payeeEvidence(_ question: MatchQuestion, _ entry: LedgerEntry) -> Evidence {
  let draft = question.assessment.draft
  let accounts = ([draft[.iban]].compactMap { $0 } + (question.supplier?.ibans ?? []))
    .map(asciiLettersAndDigits)
  if let paid = entry.partyIBAN, !accounts.isEmpty {
    let arguments = ["entry": paid]
    guard accounts.contains(paid) else {
      let weight = Weight(m: 0.02, u: 0.97)
      return Evidence(.supplier, "iban-differs", arguments, weight: weight, isVeto: true)
    }
    return Evidence(.supplier, "iban-equal", arguments, weight: Weight(m: 0.97, u: 0.004))
  }
  let names = [draft[.sellerName], question.supplier?.name].compactMap { $0 }.map(PartyName.init)
    .filter { !$0.isEmpty }
  guard !names.isEmpty else { return Evidence(.supplier, "name-missing", weight: nil) }
  let text = entry.partyName ?? entry.label
  let party = PartyName(text)
  let arguments = ["entry": text]
  switch names.map({ $0.similarity(to: party) }).max() ?? 0 {
  case 950...:
    return Evidence(.supplier, "name-equal", arguments, weight: Weight(m: 0.70, u: 0.0025))
  case 900..<950:
    return Evidence(.supplier, "name-near", arguments, weight: Weight(m: 0.22, u: 0.008))
  default: break
  }
  let told = [party, PartyName(entry.label)]
  if names.contains(where: { name in told.contains(where: name.sharesWords) })
    || names.contains(where: { $0.isNamed(in: entry.label) })
  {
    return Evidence(.supplier, "name-in-label", arguments, weight: Weight(m: 0.22, u: 0.008))
  }
  let weight = Weight(m: 0.03, u: 0.94)
  return Evidence(.supplier, "name-differs", arguments, weight: weight, isVeto: true)
}

/// Compares the day of a payment with the due date; cards pay on the day of issue.
func paymentDateEvidence(_ draft: Draft, _ entry: LedgerEntry) -> Evidence {
  guard let paid = entry.bookingDate ?? entry.documentDate,
    let issued = draft[.issueDate] ?? draft[.dueDate]
  else { return Evidence(.date, "date-missing", weight: nil) }
  let late = paid.days(since: draft[.dueDate] ?? issued)
  let age = paid.days(since: issued)
  func evidence(_ code: String, _ days: Int, _ m: Double, _ u: Double) -> Evidence {
    Evidence(.date, code, ["days": String(abs(days))], weight: Weight(m: m, u: u))
  }
  return switch (age, late) {
  case (0, _): evidence("paid-on-issue", age, 0.25, 0.004)
  case (0..., -5...5): evidence("paid-when-due", late, 0.45, 0.03)
  case (0..., ...60): evidence("paid-after-issue", age, 0.25, 0.2)
  case (-60..<0, _): evidence("paid-before-issue", age, 0.04, 0.16)
  default: evidence("paid-far", age, 0.01, 0.6)
  }
}

extension Evidence {
  /// Whether a text has the number itself, so that another amount beside it can be explained.
  var isNaming: Bool {
    ["number-named", "number-in-text", "number-misread"].contains(reason.code)
  }
}
