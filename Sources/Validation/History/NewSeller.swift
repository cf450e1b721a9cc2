// NewSeller.swift — a seller that nobody knows (domain: F07).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension HistoryCheck {
  /// The seller is in the master, or one of its invoices was approved before.
  static let newSeller = HistoryCheck(codes: ["seller-unknown"]) { compared in
    let history = compared.history
    let isKnown = history.supplier != nil || history.invoices.contains(where: \.isApproved)
    guard history.hasMaster, !isKnown else { return [] }
    return [
      Finding(
        .warning,
        "seller-unknown",
        field: Field.sellerName.name,
        ["seller": compared.draft[.sellerName] ?? ""]
      )
    ]
  }
}
