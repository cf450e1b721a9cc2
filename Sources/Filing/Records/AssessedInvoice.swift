// AssessedInvoice.swift — what is filed for one invoice found in a document.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What is filed for one invoice found in a document.
package struct AssessedInvoice: Hashable, Sendable {
  package let assessment: Assessment
  package let match: MatchProposal?
  /// The supplier's code in the master, when it is known.
  package let supplierCode: String?
  /// The id of an earlier invoice that this one repeats.
  package let duplicateOf: Int64?
  /// Whether a person must look; the assessment's own verdict unless the caller knows better.
  package let needsReview: Bool

  package init(
    assessment: Assessment,
    match: MatchProposal? = nil,
    supplierCode: String? = nil,
    duplicateOf: Int64? = nil,
    needsReview: Bool? = nil
  ) {
    self.assessment = assessment
    self.match = match
    self.supplierCode = supplierCode
    self.duplicateOf = duplicateOf
    self.needsReview = needsReview ?? assessment.needsReview
  }

  /// The page that names the invoice within its document: the first it stands on, from 1.
  package var firstPage: Int { assessment.pages.first ?? 1 }

  /// What this assessment does to an undecided invoice.
  package var event: InvoiceEvent {
    .assessed(needsReview: needsReview, duplicate: duplicateOf != nil)
  }
}
