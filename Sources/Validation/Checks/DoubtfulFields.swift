// DoubtfulFields.swift — values that a person should look at.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// What is paid and booked by must be sure; the rest may be less so.
  static let doubtfulFields = Check(name: "DoubtfulFields") { checked in
    checked.draft.ordered.compactMap { definition, extracted in
      let confidence = extracted.evidence.confidence
      guard let limit = limits[definition.name], confidence < limit else { return nil }
      return Finding(
        .warning,
        "doubtful-field",
        field: definition.name,
        ["field": definition.name.name, "confidence": String(confidence.permille / 10)]
      )
    }
  }

  /// Below these a person is asked.
  ///
  /// Confidence is calibrated: at 900 ‰ nine of ten are right; what is paid by must keep the promise.
  private static let limits: [FieldName: Confidence] = [
    Field.invoiceNumber.name: Confidence(permille: 900),
    Field.issueDate.name: Confidence(permille: 900),
    Field.totalWithVAT.name: .promise,
    Field.amountDue.name: .promise,
    Field.iban.name: .promise,
  ]
}
