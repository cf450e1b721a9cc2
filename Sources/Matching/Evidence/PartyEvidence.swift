// PartyEvidence.swift — what the names and codes of the supplier say.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Compares the seller with the party of an entry: by code where both have one, else by name.
func partyEvidence(_ question: MatchQuestion, _ entry: LedgerEntry) -> Evidence {
  let answers = question.answers
  if let supplier = question.supplier, let code = entry.partyCode, code == supplier.code {
    let share = max(0.0001, Population(answers).share(answers.partyFrequency))
    let weight = Weight(m: 0.99, u: share)
    return Evidence(.supplier, "supplier-equal", ["supplier": code], weight: weight)
  }
  let printed = question.assessment.draft[.sellerName]
  let names = [printed, question.supplier?.name].compactMap { $0 }.map(PartyName.init)
    .filter { !$0.isEmpty }
  let party = entry.partyName.map(PartyName.init)
  if party?.isSundry ?? true { return labelEvidence(names, entry) }
  guard let party, !names.isEmpty else { return Evidence(.supplier, "name-missing", weight: nil) }
  let likeness = names.map { $0.similarity(to: party) }.max() ?? 0
  let arguments = [
    "invoice": printed ?? question.supplier?.name ?? "", "entry": entry.partyName ?? "",
  ]
  if question.supplier != nil, entry.partyCode != nil, likeness < 950 {
    let weight = Weight(m: 0.01, u: 0.99)
    return Evidence(.supplier, "supplier-differs", arguments, weight: weight, isVeto: true)
  }
  return nameEvidence(likeness, arguments)
}

private func nameEvidence(_ likeness: Int, _ arguments: [String: String]) -> Evidence {
  switch likeness {
  case 950...:
    Evidence(.supplier, "name-equal", arguments, weight: Weight(m: 0.70, u: 0.0025))
  case 860..<950:
    Evidence(.supplier, "name-near", arguments, weight: Weight(m: 0.22, u: 0.008))
  case 750..<860:
    Evidence(.supplier, "name-similar", arguments, weight: Weight(m: 0.05, u: 0.05))
  default:
    Evidence(.supplier, "name-differs", arguments, weight: Weight(m: 0.03, u: 0.94), isVeto: true)
  }
}

/// An account for many suppliers, or none: the booking text may name the seller.
private func labelEvidence(_ names: [PartyName], _ entry: LedgerEntry) -> Evidence {
  guard names.contains(where: { $0.isNamed(in: entry.label) }) else {
    return Evidence(.supplier, "name-missing", weight: nil)
  }
  let weight = Weight(m: 0.22, u: 0.008)
  return Evidence(.supplier, "name-in-label", ["entry": entry.label], weight: weight)
}
