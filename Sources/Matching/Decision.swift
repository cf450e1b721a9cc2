// Decision.swift — from weighed candidates to one proposal.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The choice for one invoice, where some entries are held by others.
struct Decision {
  let question: MatchQuestion
  let candidates: [Candidate]
  let holders: HeldEntries

  /// The item of the books if there is one, else the order, else what is nearest to either.
  var proposal: MatchProposal {
    let item = proposal(of: .openItem)
    if item.status != .unmatched, item.status != .ambiguous { return item }
    let order = proposal(of: .purchaseOrder)
    if order.status != .unmatched, order.status != .ambiguous { return order }
    if item.status == .ambiguous { return item }
    return order.status == .ambiguous ? order : item
  }

  private func proposal(of kind: LedgerEntry.Kind) -> MatchProposal {
    let ofKind = candidates.filter { $0.entry.kind == kind }
    let possible = ofKind.filter { isPossible($0.entry) && $0.isEnough }
    let ranking = Ranking(possible, population: Population(question.answers))
    guard let first = ranking.candidates.first, let permille = ranking.permille.first else {
      return .unmatched
    }
    if ranking.isAmbiguous { return ambiguous(ranking) }
    guard permille >= 500 else { return unmatched(ranking) }
    let isDuplicate = isHeldByCopy(first.entry)
    // What another invoice took away would have been better: a person should see both.
    let lostBetter = ofKind.contains { $0.deciBits > first.deciBits && !isPossible($0.entry) }
    return MatchProposal(
      status: isDuplicate ? .duplicate : first.status,
      automatic: !isDuplicate && !lostBetter && isSure(ranking, first, permille),
      entries: [first.entry.id],
      residual: first.amount.residual,
      confidence: Confidence(permille: permille),
      reasons: first.reasons,
      runnersUp: ranking.runnersUp
    )
  }

  /// At least 995 ‰, six bits ahead, two strong independent classes, nothing against it.
  private func isSure(_ ranking: Ranking, _ first: Candidate, _ permille: Int) -> Bool {
    permille >= 995 && ranking.margin >= 60 && first.strongClasses >= 2 && !first.hasVeto
      && !question.assessment.findings.contains { $0.severity == .blocking }
  }

  private func ambiguous(_ ranking: Ranking) -> MatchProposal {
    MatchProposal(
      status: .ambiguous,
      automatic: false,
      entries: [],
      residual: nil,
      confidence: Confidence(permille: ranking.permille.first ?? 0),
      reasons: ranking.candidates.first?.reasons ?? [],
      runnersUp: ranking.candidates.prefix(3).map(\.entry.id)
    )
  }

  private func unmatched(_ ranking: Ranking) -> MatchProposal {
    MatchProposal(
      status: .unmatched,
      automatic: false,
      entries: [],
      residual: nil,
      confidence: Confidence(permille: 0),
      reasons: [],
      runnersUp: ranking.candidates.prefix(3).map(\.entry.id)
    )
  }

  /// Free, held by a copy of this invoice, or an order, which takes several invoices.
  private func isPossible(_ entry: LedgerEntry) -> Bool {
    guard holders[entry.id] != nil, entry.kind != .purchaseOrder else { return true }
    return isHeldByCopy(entry)
  }

  /// Whether the invoice that holds it has this one's number, as far as is known.
  private func isHeldByCopy(_ entry: LedgerEntry) -> Bool {
    guard let holder = holders[entry.id] else { return false }
    let number = question.assessment.draft[.invoiceNumber] ?? ""
    if holder.isEmpty || number.isEmpty { return entry.kind != .purchaseOrder }
    return ReferenceKey.skeleton(of: holder) == ReferenceKey.skeleton(of: number)
  }
}
