// TemplateProposals.swift — what a template of invoice2data finds, offered to the joint choice.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Invoicing
import Templates

/// What the first template that applies to a document finds, offered to the joint choice.
struct TemplateProposals {
  let proposals: [Proposal]
  /// What is to be known about the template; it never stops an invoice by itself.
  let findings: [Finding]

  /// Values that are believed less have no check digits that agree, or could be read otherwise.
  private static let least = Confidence(permille: 900)

  init(_ document: Document, _ templates: TemplateBook) {
    let reading = templates.reading(of: document)
    proposals = (reading?.draft.ordered ?? []).compactMap { field, extracted in
      guard case .printed(let page, let box) = extracted.evidence.origin,
        extracted.evidence.confidence >= Self.least
      else { return nil }
      return Proposal(
        field: field.name,
        value: extracted.value,
        page: page,
        box: box,
        text: extracted.evidence.text,
        rule: extracted.evidence.rule
      )
    }
    findings = (reading?.findings ?? []).map { finding in
      Finding(.info, finding.code, field: finding.field, finding.arguments)
    }
  }
}
