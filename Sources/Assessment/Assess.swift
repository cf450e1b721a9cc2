// Assess.swift — extract, decide, validate: one pure function.
// Facturier. SPDX-License-Identifier: Apache-2.0

import EInvoicing
import Extraction
package import Invoicing
import Validation

/// What is made of a document: its fields, what people decided about them, and what the checks say.
///
/// `decisions` is what people decided that still stands, in their order, by the first page of the
/// invoice; under 0 what they decided about the document.
package func assess(
  _ document: Document,
  under premises: Premises,
  decisions: [Int: [Decision]] = [:]
) -> DocumentAssessment {
  let extraction = content(of: document, under: premises)
  let firstPage = document.pages.first?.number ?? 1
  let taken = (decisions[0] ?? []) + (decisions[firstPage] ?? [])
  let type = declared(taken) ?? extraction.documentType
  guard type == .invoice else {
    return DocumentAssessment(documentType: type, invoices: [], findings: extraction.findings)
  }
  let draft = applying(taken, to: extraction.draft)
  let checks = validate(
    CheckedDraft(draft: draft, company: premises.company, receivedOn: premises.receivedOn)
  )
  let assessment = Assessment(
    pages: document.pages.map(\.number),
    language: extraction.language,
    documentType: type,
    draft: draft,
    findings: checks + extraction.findings
  )
  return DocumentAssessment(
    documentType: type,
    invoices: [assessment],
    findings: extraction.findings
  )
}

/// What stands on the pages of a document, or in the e-invoice that it is or carries.
private func content(of document: Document, under premises: Premises) -> DocumentContent {
  let printed = extract(
    document,
    rules: premises.rules,
    company: premises.company,
    suppliers: premises.suppliers,
    receivedOn: premises.receivedOn
  )
  let pages = DocumentContent(
    documentType: printed.documentType,
    language: printed.language,
    draft: printed.draft,
    findings: printed.findings
  )
  guard let markup = document.markup else { return pages }
  guard let invoice = EInvoice(markup) else {
    return DocumentContent(documentType: .other, language: nil, draft: Draft(), findings: [])
  }
  return pages.joined(with: invoice, printedOn: document.pages)
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
