// Extraction.swift — what extraction gives.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What extraction finds on the pages of one document.
package struct ExtractionResult: Sendable {
  package let documentType: DocumentType
  /// ISO 639-1, or nil when no language could be told.
  package let language: String?
  package let draft: Draft
  /// What speaks for or against each value of the draft.
  package let signals: [FieldName: Set<Signal>]
  package let findings: [Finding]
  /// The pages on which, by their titles, numbers and sellers, an invoice begins, where several do;
  /// else empty.
  package let beginnings: [Int]
}

/// Finds the fields of an invoice on a document, by rule files and one joint choice.
///
/// Pure: the same arguments always give the same result. It cannot fail.
///
/// `company` is the buyer of every invoice here, nil when it is not configured; `suppliers` is the
/// master file of sellers; `receivedOn` says which century and, in doubt, which date is plausible;
/// `proposals` is what others than our rules found.
package func extract(
  _ document: Document,
  rules: RuleBook,
  company: Company?,
  suppliers: [Supplier] = [],
  receivedOn: CalendarDate,
  proposals: [Proposal] = []
) -> ExtractionResult {
  Extractor(
    document,
    rules: rules,
    company: company,
    suppliers: suppliers,
    receivedOn: receivedOn,
    proposals: proposals
  ).result()
}
