// DocumentContent.swift — what stands in a document, wherever it stands.
// Facturier. SPDX-License-Identifier: Apache-2.0

import EInvoicing
import Invoicing

/// What stands in a document, on its pages or in the e-invoice that it is or carries.
struct DocumentContent {
  let documentType: DocumentType
  let language: String?
  let draft: Draft
  let findings: [Finding]

  /// The content where the document also is or carries an e-invoice: that is the original, and the
  /// pages only fill what it leaves out.
  ///
  /// Where the pages say otherwise, somebody errs or cheats, and a person must decide: blocking
  /// findings `e-invoice-differs-from-page` {told, page}.
  func joined(with invoice: EInvoice, printedOn pages: [Page]) -> DocumentContent {
    let isPrinted = documentType == .invoice
    var draft = invoice.draft
    if isPrinted {
      for (definition, value) in self.draft.ordered where draft[name: definition.name] == nil {
        draft[name: definition.name] = value
      }
    }
    let differences =
      isPrinted
      ? EInvoiceComparison(invoice: invoice.draft, printed: self.draft, pages: pages).findings()
      : []
    // A SIRET on the page says which establishment of the company that the file names by its SIREN.
    if isPrinted, let told = draft[.sellerLegalID], told.count == 9,
      let seen = self.draft[.sellerLegalID], seen.count == 14, seen.hasPrefix(told)
    {
      draft[name: Field.sellerLegalID.name] = self.draft[name: Field.sellerLegalID.name]
    }
    for name in differences.compactMap(\.field) {
      draft[name: name] = Self.disputed(draft[name: name], or: self.draft[name: name])
    }
    return DocumentContent(
      documentType: .invoice,
      language: language,
      draft: draft,
      findings: differences + (isPrinted ? findings : [])
    )
  }

  /// A value of which the page says otherwise: nobody can be sure of either.
  private static func disputed(
    _ told: Extracted<FieldValue>?,
    or seen: Extracted<FieldValue>?
  ) -> Extracted<FieldValue>? {
    told.map { told in
      Extracted(
        value: told.value,
        evidence: told.evidence.with(confidence: Confidence(permille: 500)),
        alternatives: seen.map { [$0] } ?? []
      )
    }
  }
}
