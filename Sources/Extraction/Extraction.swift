// Extraction.swift — what extraction depends on and what it gives.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// Everything that an extraction depends on, beside the document.
package struct ExtractionPremises: Sendable {
  package let rules: RuleBook
  /// The buyer of every invoice here; nil when it is not configured.
  package let company: Company?
  package let suppliers: [Supplier]
  /// Says which century and, in doubt, which date is plausible.
  package let receivedOn: CalendarDate

  package init(
    rules: RuleBook,
    company: Company?,
    suppliers: [Supplier],
    receivedOn: CalendarDate
  ) {
    self.rules = rules
    self.company = company
    self.suppliers = suppliers
    self.receivedOn = receivedOn
  }
}

/// What extraction finds on the pages of one document.
package struct ExtractionResult: Sendable {
  package let documentType: DocumentType
  /// ISO 639-1, or nil when no language could be told.
  package let language: String?
  package let draft: Draft
  /// Whether a sentence of the page says that no VAT is charged.
  package let saysWithoutVAT: Bool
  package let findings: [Finding]
}

/// Finds the fields of an invoice on a document, by rule files and one joint choice.
///
/// Pure: the same document and premises always give the same result. It cannot fail.
package func extract(
  _ document: Document,
  under premises: ExtractionPremises
) -> ExtractionResult {
  Extractor(document, premises: premises).result()
}
