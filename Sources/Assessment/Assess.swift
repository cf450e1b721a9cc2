// Assess.swift — extract, decide, validate: one pure function.
// Facturier. SPDX-License-Identifier: Apache-2.0

import EInvoicing
import Extraction
package import Invoicing
import Validation

/// What is made of a document: its invoices with their fields, and what the checks say.
///
/// `decisions` is what people decided that still stands, in their order, by the first page of the
/// invoice; under 0 what they decided about the document. `mail` is the message that brought it.
package func assess(
  _ document: Document,
  under premises: Premises,
  decisions: [Int: [Decision]] = [:],
  mail: MailHeader? = nil
) -> DocumentAssessment {
  let parts = Batch(document, company: premises.company) { content(of: $0, under: premises) }
    .parts
  let ofDocument = decisions[0] ?? []
  var invoices: [Assessment] = []
  var type = DocumentType.other
  for part in parts.reversed() {
    let taken = ofDocument + (decisions[part.pages.first ?? 1] ?? [])
    type = declared(taken) ?? part.content.documentType
    guard type == .invoice else { continue }
    let content = part.content.completed(by: mail)
    let draft = applying(taken, to: content.draft)
    let checks = validate(
      CheckedDraft(draft: draft, company: premises.company, receivedOn: premises.receivedOn)
    )
    invoices.insert(
      Assessment(
        pages: part.pages,
        language: content.language,
        documentType: type,
        draft: draft,
        findings: checks + content.findings + part.findings
      ),
      at: 0
    )
  }
  return DocumentAssessment(
    documentType: invoices.isEmpty ? type : .invoice,
    invoices: invoices,
    findings: parts.count == 1 ? parts[0].content.findings : document.findings
  )
}

/// What stands on the pages of a document, or in the e-invoice that it is or carries.
private func content(of document: Document, under premises: Premises) -> DocumentContent {
  let template = TemplateProposals(document, premises.templates)
  let printed = extract(
    document,
    rules: premises.rules,
    company: premises.company,
    suppliers: premises.suppliers,
    receivedOn: premises.receivedOn,
    proposals: template.proposals
  )
  let pages = DocumentContent(
    documentType: printed.documentType,
    language: printed.language,
    draft: printed.draft,
    findings: printed.findings + template.findings,
    beginnings: printed.beginnings
  )
  .joined(withCodes: codes(of: document, premises.company), on: document.pages)
  guard let markup = document.markup else { return pages }
  guard let invoice = EInvoice(markup) else {
    // A message that tells nothing is for a person to look at.
    let tells = !LifecycleMessage.events(in: markup).isEmpty
    let type = tells ? DocumentType.lifecycleMessage : .other
    return DocumentContent(documentType: type, language: nil, draft: Draft(), findings: [])
  }
  return pages.joined(with: invoice, in: document)
}

/// What the codes tell; our own account is on a slip for somebody else's payment.
private func codes(of document: Document, _ company: Company?) -> Draft {
  var draft = codedTerms(of: document.codes)
  let own = Set((company?.ibans ?? []).map(asciiLettersAndDigits))
  if let iban = draft[.iban], own.contains(asciiLettersAndDigits(iban)) {
    draft[name: Field.iban.name] = nil
  }
  return draft
}

/// The type that a person declared last, or nil.
private func declared(_ decisions: [Decision]) -> DocumentType? {
  decisions.reduce(nil) { type, decision in
    if case .declare(let declared) = decision { declared } else { type }
  }
}

/// The draft with what people said about its fields: their word is certain.
private func applying(_ decisions: [Decision], to draft: Draft) -> Draft {
  decisions.reduce(into: draft) { draft, decision in
    guard case .correct(let field, let value) = decision else { return }
    draft[name: field] = value.map { value in
      Extracted(
        value: value,
        evidence: Evidence(
          origin: .entered(by: "person"),
          text: "",
          rule: "decision",
          confidence: .certain
        )
      )
    }
  }
}
