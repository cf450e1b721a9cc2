// LinkJudgement.swift — what a person made of a link that the matcher proposed.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What a person made of a proposed link: kept by approving it, or replaced by another, or by none.
package struct LinkJudgement: Hashable, Sendable, Codable {
  /// Of the entries that were proposed.
  package let kind: LedgerEntry.Kind
  /// What the matcher promised.
  package let confidence: Confidence
  /// Whether the rule was sure enough to link alone.
  package let wasAutomatic: Bool
  /// Whether the person kept it.
  package let agrees: Bool

  package init(
    kind: LedgerEntry.Kind,
    confidence: Confidence,
    wasAutomatic: Bool,
    agrees: Bool
  ) {
    self.kind = kind
    self.confidence = confidence
    self.wasAutomatic = wasAutomatic
    self.agrees = agrees
  }
}

/// What people made of the latest sure links to entries of one kind.
package struct LinkRecord: Hashable, Sendable, Codable {
  /// Whether each was kept, the latest first; none from before a person switched them on again.
  package let verdicts: [Bool]
  /// Whether a person switched them on again, which ends the trial period too.
  package let isResumed: Bool

  package init(verdicts: [Bool], isResumed: Bool = false) {
    self.verdicts = verdicts
    self.isResumed = isResumed
  }
}
