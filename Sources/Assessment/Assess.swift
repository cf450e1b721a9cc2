// Assess.swift — extract, decide, validate: one pure function.
// Facturier. SPDX-License-Identifier: Apache-2.0

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
  let extraction = extract(
    document,
    rules: premises.rules,
    company: premises.company,
    receivedOn: premises.receivedOn
  )
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
