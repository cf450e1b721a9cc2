// Decision.swift — what a person decided: append-only, applied last.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What a person decided about an invoice or a document.
package enum Decision: Hashable, Sendable, Codable {
  /// This field has this value; nil: it is not on this invoice.
  case correct(field: FieldName, value: FieldValue?)
  /// The document is of this type, whatever it looks like.
  case declare(DocumentType)
  /// Approved, in spite of these blocking findings; true where several were approved at once, nil where
  /// it was alone.
  case approve(despite: [String], amongOthers: Bool? = nil)
  case hold(until: CalendarDate?)
  case discard(reason: String)
  /// These entries are its counterpart.
  case acceptMatch([LedgerEntryID])
  case paid(on: CalendarDate, by: String)
  case unpaid
}

/// A decision with who made it and when.
package struct DecisionRecord: Hashable, Sendable, Codable {
  /// Ascending in the order of deciding.
  package let number: Int64
  package let decision: Decision
  /// The account name of the person.
  package let author: String
  /// ISO 8601, UTC.
  package let decidedAt: String
  /// Whether `undo` took it back.
  package let isUndone: Bool

  package init(
    number: Int64,
    decision: Decision,
    author: String,
    decidedAt: String,
    isUndone: Bool
  ) {
    self.number = number
    self.decision = decision
    self.author = author
    self.decidedAt = decidedAt
    self.isUndone = isUndone
  }
}
