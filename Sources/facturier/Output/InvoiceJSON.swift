// InvoiceJSON.swift — an invoice as `extract`, `list` and `show` print it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The invoice object of the contract.
struct InvoiceJSON {
  let assessment: Assessment
  let phrases: Phrases

  /// The object; fields in the order in which people read an invoice.
  var json: JSON {
    [
      "pages": .array(assessment.pages.map(JSON.int)),
      "language": .optional(assessment.language),
      "document_type": .text(assessment.documentType.rawValue),
      "fields": object { FieldText.json($0.value) },
      "confidence": object { Self.confidence($0.evidence.confidence) },
      "evidence": object { Self.evidence($0.evidence) },
      "findings": .array(assessment.findings.map { phrases.json(of: $0) }),
      "needs_review": .bool(assessment.needsReview),
    ]
  }

  private func object(_ value: (Extracted<FieldValue>) -> JSON) -> JSON {
    .object(
      assessment.draft.ordered.map { definition, extracted in
        JSON.Member(key: definition.name.name, value: value(extracted))
      }
    )
  }

  /// Three decimals: "0.987".
  static func confidence(_ confidence: Confidence) -> JSON {
    let digits = String(confidence.permille % 1000)
    let decimals = String(repeating: "0", count: 3 - digits.count) + digits
    return .number(String(confidence.permille / 1000) + "." + decimals)
  }

  static func evidence(_ evidence: Evidence) -> JSON {
    let origin: JSON =
      switch evidence.origin {
      case .printed(let page, let box):
        [
          "origin": "printed", "page": .int(page),
          "box": [.int(box.left), .int(box.top), .int(box.right), .int(box.bottom)],
        ]
      case .structured(let path): ["origin": "structured", "path": .text(path)]
      case .code(let kind, let page, let box):
        [
          "origin": "code", "kind": .text(kind), "page": .int(page),
          "box": [.int(box.left), .int(box.top), .int(box.right), .int(box.bottom)],
        ]
      case .mail(let header): ["origin": "mail", "header": .text(header)]
      case .computed(let names):
        ["origin": "computed", "from": .array(names.map { .text($0.name) })]
      case .entered(let person): ["origin": "entered", "by": .text(person)]
      }
    return origin.adding(["text": .text(evidence.text), "rule": .text(evidence.rule.path)])
  }
}
