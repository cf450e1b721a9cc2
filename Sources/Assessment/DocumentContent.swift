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
  /// Pages on which, by what they say, an invoice begins; at least two, or none.
  var beginnings: [Int] = []

  /// The content where the document also is or carries an e-invoice: that is the original, and the
  /// pages only fill what it leaves out.
  ///
  /// Where the pages say otherwise, somebody errs or cheats, and a person must decide: blocking
  /// findings `e-invoice-differs-from-page` {told, page}.
  func joined(with invoice: EInvoice, in document: Document) -> DocumentContent {
    let isPrinted = documentType == .invoice
    var draft = invoice.draft
    if isPrinted {
      for (definition, value) in self.draft.ordered where draft[name: definition.name] == nil {
        draft[name: definition.name] = value
      }
    }
    let differences =
      isPrinted
      ? EInvoiceComparison(invoice: invoice.draft, printed: self.draft, pages: document.pages)
        .findings()
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
      findings: differences + invoice.findings + (isPrinted ? findings : document.findings)
    )
  }

  /// The content with what only the message tells that brought it.
  ///
  /// That is the seller's name where the page shows none. Anybody can write anything there, so it is
  /// never sure.
  func completed(by mail: MailHeader?) -> DocumentContent {
    guard let mail, !mail.name.isEmpty, draft[.sellerName] == nil else { return self }
    var draft = draft
    draft.set(
      .sellerName,
      to: mail.name,
      evidence: Evidence(
        origin: .mail(header: "From"),
        text: "\(mail.name) <\(mail.address)>",
        rule: "mail/sender",
        confidence: Confidence(permille: 500)
      )
    )
    return DocumentContent(
      documentType: documentType,
      language: language,
      draft: draft,
      findings: findings,
      beginnings: beginnings
    )
  }

  /// The content with what codes on its pages tell, which no recognition can misread: it confirms what
  /// was read, fills what was not, and replaces what was read doubtfully.
  ///
  /// Only what print says as well is certain: a code may be for a deposit, or for somebody else.
  /// Where print that is surely read says otherwise, a person must decide: blocking findings
  /// `code-differs-from-page` {told, page}.
  func joined(withCodes codes: Draft, on pages: [Page]) -> DocumentContent {
    guard documentType == .invoice, !codes.values.isEmpty else { return self }
    let comparison = EInvoiceComparison(invoice: codes, printed: self.draft, pages: pages)
    let differences = comparison.findingsOfCodes()
    let disputed = Set(differences.compactMap(\.field))
    var draft = draft
    for (definition, told) in codes.ordered {
      let name = definition.name
      guard let seen = draft[name: name] else {
        draft[name: name] = Self.unconfirmed(told)
        continue
      }
      if disputed.contains(name) {
        draft[name: name] = Self.disputed(seen, or: told)
      } else if comparison.key(told.value) == comparison.key(seen.value) {
        // The print has the blanks and dashes that people know.
        draft[name: name] = Extracted(value: seen.value, evidence: told.evidence)
      } else if seen.evidence.confidence < EInvoiceComparison.trusted {
        draft[name: name] = Extracted(
          value: told.value,
          evidence: told.evidence.with(confidence: Self.codeAlone),
          alternatives: [seen]
        )
      }
    }
    return DocumentContent(
      documentType: documentType,
      language: language,
      draft: draft,
      findings: differences + findings,
      beginnings: beginnings
    )
  }

  /// What the word of a code is worth that no print confirms.
  private static let codeAlone = Confidence(permille: 900)

  private static func unconfirmed(_ told: Extracted<FieldValue>) -> Extracted<FieldValue> {
    Extracted(value: told.value, evidence: told.evidence.with(confidence: codeAlone))
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
