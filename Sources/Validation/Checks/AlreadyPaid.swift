// AlreadyPaid.swift — what was paid before it was invoiced (domain: F22).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// An invoice that says it is paid: in BT-23 (B2, S2 or M2), or since nothing is due.
  static let alreadyPaid = Check(name: "AlreadyPaid") { checked in
    guard checked.draft.isPaidAlready else { return [] }
    let isCoded = checked.draft.isCodedPaid
    return [
      Finding(
        .info,
        "already-paid",
        field: isCoded ? Field.businessProcess.name : Field.amountDue.name
      )
    ]
  }
}
