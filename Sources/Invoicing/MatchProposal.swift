// MatchProposal.swift — which entries an invoice settles, and why.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What the matcher proposes for one invoice.
package struct MatchProposal: Hashable, Sendable, Codable {
  /// What the entries say about the invoice.
  package enum Status: String, Hashable, Sendable, Codable {
    /// The entries agree with the invoice.
    case matched
    /// Booked and partly paid, or an order larger than the invoice.
    case partial
    /// The same reference with another amount.
    case amountMismatch = "amount_mismatch"
    /// Two entries or more are equally good.
    case ambiguous
    case unmatched
    /// The entry is already that of another invoice.
    case duplicate
  }

  package let status: Status
  /// The rule's own verdict: sure enough to link alone.
  package let automatic: Bool
  /// The entries it links, in the order of their ids; empty when it links none.
  package let entries: [LedgerEntryID]
  /// What is left between invoice and entries: entry − invoice, in the invoice's currency.
  package let residual: Money?
  package let confidence: Confidence
  /// Why, the weightiest first; evidence against it is always among them.
  package let reasons: [MatchReason]
  /// Other entries that were considered, the likeliest first, at most 3.
  package let runnersUp: [LedgerEntryID]

  package init(
    status: Status,
    automatic: Bool,
    entries: [LedgerEntryID],
    residual: Money?,
    confidence: Confidence,
    reasons: [MatchReason],
    runnersUp: [LedgerEntryID] = []
  ) {
    self.status = status
    self.automatic = automatic
    self.entries = entries
    self.residual = residual
    self.confidence = confidence
    self.reasons = reasons
    self.runnersUp = runnersUp
  }

  /// The same, left to a person.
  package var notAutomatic: MatchProposal {
    MatchProposal(
      status: status,
      automatic: false,
      entries: entries,
      residual: residual,
      confidence: confidence,
      reasons: reasons,
      runnersUp: runnersUp
    )
  }

  package static let unmatched = MatchProposal(
    status: .unmatched,
    automatic: false,
    entries: [],
    residual: nil,
    confidence: .none,
    reasons: []
  )

  /// Whether a person chose it.
  package var isAccepted: Bool { reasons.contains(.acceptedByPerson) }
}

/// One piece of evidence for or against a match, in bits (Fellegi and Sunter, 1969).
package struct MatchReason: Hashable, Sendable, Codable {
  /// The catalogue's code of the sentence: "amount-equal", "reference-differs".
  package let code: String
  package let arguments: [String: String]
  /// Tenths of a bit: positive speaks for the match.
  package let deciBits: Int

  package init(code: String, arguments: [String: String] = [:], deciBits: Int) {
    self.code = code
    self.arguments = arguments
    self.deciBits = deciBits
  }

  /// Marks a match as a person's own.
  package static let acceptedByPerson = MatchReason(code: "accepted-by-person", deciBits: 0)
}
