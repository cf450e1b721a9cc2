// BankAccount.swift — the account to pay to must be known (domain: F05).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension HistoryCheck {
  /// The printed account is one of the master, or of an invoice that a person approved.
  ///
  /// Without any known account there is nothing to compare with. A factor's account is told once:
  /// after its approval it is known.
  static let bankAccount = HistoryCheck(codes: ["iban-changed"]) { compared in
    guard let printed = compared.draft[.iban].map(asciiLettersAndDigits) else { return [] }
    let master = compared.history.supplier?.ibans.map(asciiLettersAndDigits) ?? []
    let known = compared.history.approvedIBANs.union(master)
    guard let nearest = master.first ?? known.min(), !known.contains(printed) else { return [] }
    return [
      Finding(
        .blocking,
        "iban-changed",
        field: Field.iban.name,
        ["iban": printed, "known": nearest]
      )
    ]
  }
}
