// Totals.swift — the totals must add up (BR-CO-15).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// Total with VAT = total without VAT + VAT, to the cent.
  static let totals = Check(name: "Totals") { checked in
    let draft = checked.draft
    guard let without = draft[.totalWithoutVAT], let vat = draft[.totalVAT],
      let with = draft[.totalWithVAT], without.currency == with.currency,
      vat.currency == with.currency
    else { return [] }
    let difference = with - (without + vat)
    guard difference.minorUnits != 0 else { return [] }
    return [
      Finding(
        .blocking,
        "total-mismatch",
        field: Field.totalWithVAT.name,
        [
          "total_without_vat": without.plainText, "total_vat": vat.plainText,
          "total_with_vat": with.plainText, "difference": difference.plainText,
        ]
      )
    ]
  }
}
