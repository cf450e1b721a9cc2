// AuditRecord.swift — one line of the history of a document or an invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// One line of the history of a document or an invoice; append-only.
package struct AuditRecord: Hashable, Sendable {
  /// Ascending in the order of happening.
  package let number: Int64
  /// The document's number or the invoice's id.
  package let item: Int64
  /// ISO 8601, UTC.
  package let at: String
  /// The account name of the person, or "facturier".
  package let actor: String
  /// The catalogue's code: "admitted", "read", "assessed", "quarantined", "decided", "undone".
  package let action: String
  /// What the sentence is filled with, by name.
  package let arguments: [String: String]
}
