// CreditNote.swift — a credit note names the invoice it corrects.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// BT-25 is wanted on a credit note (CGI annexe II article 242 nonies A, I-5°).
  static let creditNote = Check(name: "CreditNote") { checked in
    guard checked.draft.isCreditNote, checked.draft[.precedingInvoice] == nil else { return [] }
    return [Finding(.info, "credit-note-without-reference", field: Field.precedingInvoice.name)]
  }
}
