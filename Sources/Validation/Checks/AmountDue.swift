// AmountDue.swift — what is left to pay (BR-CO-16).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// Amount due = total with VAT − prepaid.
  ///
  /// A balance brought forward may make it larger: a warning.
  static let amountDue = Check(name: "AmountDue") { checked in
    let draft = checked.draft
    guard let due = draft[.amountDue], let total = draft[.totalWithVAT],
      due.currency == total.currency
    else { return [] }
    let prepaid = Money(minorUnits: draft[.prepaid]?.minorUnits ?? 0, currency: total.currency)
    let expected = total - prepaid
    guard expected != due else { return [] }
    return [
      Finding(
        .warning,
        "amount-due-mismatch",
        field: Field.amountDue.name,
        ["amount_due": due.plainText, "expected": expected.plainText]
      )
    ]
  }
}
