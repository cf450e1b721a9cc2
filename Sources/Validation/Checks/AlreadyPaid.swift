// AlreadyPaid.swift — what was paid before it was invoiced (domain: F22).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// An invoice of the French reform that says it is paid (BT-23 is B2, S2 or M2).
  static let alreadyPaid = Check(name: "AlreadyPaid") { checked in
    guard checked.draft.isPaidAlready else { return [] }
    return [Finding(.info, "already-paid", field: Field.businessProcess.name)]
  }
}
