// DoubtfulFields.swift — values that a person should look at.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// What is paid and booked by must be sure; the rest may be less so.
  static let doubtfulFields = Check(name: "DoubtfulFields") { checked in
    checked.draft.ordered.compactMap { definition, extracted in
      let limit = important.contains(definition.name) ? 860 : 0
      let confidence = extracted.evidence.confidence
      guard confidence < Confidence(permille: limit) else { return nil }
      return Finding(
        .warning,
        "doubtful-field",
        field: definition.name,
        ["field": definition.name.name, "confidence": String(confidence.permille / 10)]
      )
    }
  }

  private static let important: Set<FieldName> = [
    Field.invoiceNumber.name, Field.issueDate.name, Field.totalWithVAT.name, Field.amountDue.name,
    Field.iban.name,
  ]
}
