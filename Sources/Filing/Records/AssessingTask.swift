// AssessingTask.swift — a read document that waits for its assessment.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A read document that waits for its assessment.
package struct AssessingTask: Sendable {
  /// The document's number.
  package let number: Int64
  package let document: Document
  /// The name of the first sighting, raw bytes.
  package let fileName: [UInt8]
  /// ISO 8601, UTC.
  package let receivedAt: String
  /// By which way it came.
  package let arrival: ArrivalChannel
  /// The message that brought it, if one did.
  package let mail: MailHeader?
  /// What people decided about the document itself and not taken back, oldest first.
  package let decisions: [DecisionRecord]
  /// The same about its invoices, by first page.
  package let invoiceDecisions: [Int: [DecisionRecord]]
  /// What was read of the files that came in the same mail and may be the other form of this one.
  package let siblings: [Document]
  /// Grows with every decision and every undo: a verdict on an older state of minds is not filed.
  let mindChanges: Int
  /// The numbers of `siblings`: a verdict that did not know one of them is not filed either.
  let readSiblings: [Int64]
}
