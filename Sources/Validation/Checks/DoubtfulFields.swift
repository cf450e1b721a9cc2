// DoubtfulFields.swift — values that a person should look at.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// What is paid and booked by must be sure; the rest may be less so.
  static let doubtfulFields = Check(name: "DoubtfulFields") { checked in
    checked.draft.ordered.compactMap { definition, extracted in
      let confidence = extracted.evidence.confidence
      guard asked.contains(definition.name), confidence < .promise else { return nil }
      return Finding(
        .warning,
        "doubtful-field",
        field: definition.name,
        ["field": definition.name.name, "confidence": String(confidence.permille / 10)]
      )
    }
  }

  /// A person is asked below the promise: who is paid, for what, when and how much.
  private static let asked: Set<FieldName> = [
    Field.invoiceNumber.name, Field.issueDate.name, Field.totalWithVAT.name, Field.amountDue.name,
    Field.iban.name, Field.sellerName.name, Field.sellerVATID.name,
  ]
}
