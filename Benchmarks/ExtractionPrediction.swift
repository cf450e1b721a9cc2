// ExtractionPrediction.swift — what was found, as a scorer reads it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing

/// The invoice object of `facturier extract --json`, as far as scoring needs it.
struct ExtractionPrediction {
  private let assessment: Assessment?

  /// Nil says that the document was taken for no invoice.
  init(_ assessment: Assessment?) { self.assessment = assessment }

  /// The object as JSON: fields, confidence, evidence, findings and whether a person should look.
  var json: Data {
    get throws {
      var fields: [String: Any] = [:]
      var confidence: [String: Any] = [:]
      var evidence: [String: Any] = [:]
      for (definition, extracted) in assessment?.draft.ordered ?? [] {
        let name = definition.name.name
        fields[name] = Self.json(extracted.value)
        confidence[name] = Double(extracted.evidence.confidence.permille) / 1000
        evidence[name] = [
          "text": extracted.evidence.text, "rule": extracted.evidence.rule.path,
        ]
      }
      let object: [String: Any] = [
        "fields": fields, "confidence": confidence, "evidence": evidence,
        "findings": assessment?.findings.map(\.code) ?? [],
        "needs_review": assessment?.needsReview ?? true,
      ]
      return try JSONSerialization.data(
        withJSONObject: object,
        options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      )
    }
  }

  private static func json(_ value: FieldValue) -> Any {
    switch value {
    case .text(let text): text
    case .date(let date): date.description
    case .amount(let amount): amount.plainText
    case .flag(let flag): flag
    case .vatBreakdown(let rows):
      rows.map { row in
        [
          "taxable_amount": row.taxableAmount.plainText, "vat_rate": row.vatRate.plainText,
          "vat_amount": row.vatAmount.plainText, "category": row.category,
        ].compactMapValues { $0 }
      }
    case .lines(let rows):
      rows.map { row in
        [
          "description": row.description, "quantity": row.quantity?.description,
          "unit_price": row.unitPrice?.description, "line_net": row.lineNet?.plainText,
          "vat_rate": row.vatRate?.plainText,
        ].compactMapValues { $0 }
      }
    }
  }
}
