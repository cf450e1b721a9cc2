// AcceptedMatch.swift — the match that a person has chosen.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
internal import Invoicing
internal import Matching

/// The match of an invoice to the entries that a person named; to none where it has no counterpart.
func acceptedMatch(_ draft: Draft, with entries: [LedgerEntry]) -> MatchProposal {
  MatchProposal(
    status: entries.isEmpty ? .unmatched : .matched,
    automatic: false,
    entries: Array(Set(entries.map(\.id))).sorted(),
    residual: residual(draft, entries),
    confidence: .certain,
    reasons: [.acceptedByPerson]
  )
}

/// Entries − invoice by magnitude, or nil without a total or where currencies differ.
private func residual(_ draft: Draft, _ entries: [LedgerEntry]) -> Money? {
  guard let total = draft[.totalWithVAT], !entries.isEmpty,
    entries.allSatisfy({ $0.amount.currency == total.currency })
  else { return nil }
  let sum = entries.reduce(Money(minorUnits: 0, currency: total.currency)) { $0 + $1.amount }
  return sum.magnitude - total.magnitude
}

extension MatchProposal {
  /// Whether it holds without another look: the rule is sure, or a person chose it.
  var isSettled: Bool {
    guard status == .matched || status == .partial, !entries.isEmpty else { return false }
    return automatic || isAccepted
  }
}

extension Register {
  /// Whether the books already hold an invoice: its match is settled and names an open item of the
  /// purchase journal.
  ///
  /// Where sure links to the books are switched off a person must have chosen it.
  func isBooked(_ invoice: InvoiceRecord, trial: Int) async throws(Problem) -> Bool {
    guard let match = invoice.match, match.isSettled else { return false }
    if !match.isAccepted,
      try await automaticLinks(trial: trial)[.openItem]?.isSwitchedOff ?? false
    {
      return false
    }
    return try await entries(named: match.entries).contains { $0.kind == .openItem }
  }
}
