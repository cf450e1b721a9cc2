// Decision.swift — from weighed candidates to one proposal.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The choice for one invoice, where some entries are held by others.
struct Decision {
  let question: MatchQuestion
  let candidates: [Candidate]
  let holders: HeldEntries

  /// The item of the books if there is one, else the order, else the payment, else what is nearest
  /// to any of them.
  var proposal: MatchProposal {
    let payment = proposal(of: .bankLine)
    let all = [proposal(of: .openItem), proposal(of: .purchaseOrder), payment]
    let linked = all.first { $0.status != .unmatched && $0.status != .ambiguous }
    guard let linked else { return all.first { $0.status == .ambiguous } ?? all[0] }
    return linked == payment ? linked : linked.paid(by: payment)
  }

  private func proposal(of kind: LedgerEntry.Kind) -> MatchProposal {
    let ofKind = candidates.filter { $0.entry.kind == kind }
    let possible = ofKind.withoutReturned().filter { isPossible($0) && $0.isEnough }
    let instalments = Instalments(possible, of: question.assessment.draft)
    let ranking = Ranking(instalments.rest, population: Population(question.answers))
    guard let first = ranking.candidates.first, let permille = ranking.permille.first else {
      return .unmatched
    }
    if ranking.isAmbiguous { return ambiguous(ranking) }
    guard permille >= 500 else { return unmatched(ranking) }
    let isDuplicate = isHeldByCopy(first)
    // What another invoice took away would have been better: a person should see both.
    let lostBetter = ofKind.contains { $0.deciBits > first.deciBits && !isPossible($0) }
    return MatchProposal(
      status: isDuplicate ? .duplicate : instalments.isWhole ? .matched : first.status,
      automatic: !isDuplicate && !lostBetter && isSure(ranking, first, permille),
      entries: ([first] + instalments.others).flatMap(\.ids).sorted(),
      residual: instalments.others.isEmpty ? first.amount.residual : instalments.residual,
      confidence: Confidence(permille: permille),
      reasons: first.reasons,
      runnersUp: ranking.runnersUp
    )
  }

  /// At least 995 ‰, six bits ahead, two strong independent classes, nothing against it.
  private func isSure(_ ranking: Ranking, _ first: Candidate, _ permille: Int) -> Bool {
    permille >= 995 && ranking.margin >= 60 && first.strongClasses >= 2 && !first.hasVeto
      && !first.namesOthers
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

  /// Free, held by a copy of this invoice, an order, which takes several invoices, or a bank line
  /// that names several.
  private func isPossible(_ candidate: Candidate) -> Bool {
    guard holder(of: candidate) != nil, candidate.entry.kind != .purchaseOrder else { return true }
    return candidate.amount.level == .several || isHeldByCopy(candidate)
  }

  /// The number of the invoice that has it, or nil.
  private func holder(of candidate: Candidate) -> String? {
    candidate.ids.lazy.compactMap { holders[$0] }.first
  }

  /// Whether the invoice that holds it has this one's number, as far as is known.
  private func isHeldByCopy(_ candidate: Candidate) -> Bool {
    guard let holder = holder(of: candidate) else { return false }
    let number = question.assessment.draft[.invoiceNumber] ?? ""
    if holder.isEmpty || number.isEmpty { return candidate.entry.kind != .purchaseOrder }
    return ReferenceKey.skeleton(of: holder) == ReferenceKey.skeleton(of: number)
  }
}

extension MatchProposal {
  /// The same with the bank lines that are surely of it, and whether they pay the whole.
  fileprivate func paid(by payment: MatchProposal) -> MatchProposal {
    guard payment.automatic, status != .duplicate else { return self }
    let lines = payment.entries.map(\.id).joined(separator: ", ")
    let code =
      payment.paysWhole
      ? "paid-by-bank-line"
      : payment.status == .partial ? "paid-in-part-by-bank-line" : "named-by-bank-line"
    let reason = MatchReason(code: code, arguments: ["entry": lines], deciBits: 0)
    return MatchProposal(
      status: status,
      automatic: automatic,
      entries: (entries + payment.entries).sorted(),
      residual: residual,
      confidence: confidence,
      reasons: reasons + [reason],
      runnersUp: runnersUp
    )
  }
}
