// VATBreakdown.swift — the VAT of each rate and its sum (BR-CO-14, BR-CO-17).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// Each rate's VAT is its taxable amount times the rate, and their sum is the total VAT.
  ///
  /// Suppliers round per line, per rate or on the total: a cent per rate is accepted.
  static let vatBreakdown = Check(name: "VATBreakdown") { checked in
    guard let rows = checked.draft[.vatBreakdown], let total = checked.draft[.totalVAT] else {
      return []
    }
    let tolerance = Int128(rows.count)
    let isWrong = rows.contains {
      let tax = Int128($0.vatRate.tax(on: $0.taxableAmount.minorUnits))
      return abs(tax - Int128($0.vatAmount.minorUnits)) > tolerance
    }
    let sum = rows.reduce(Int128(0)) { $0 + Int128($1.vatAmount.minorUnits) }
    guard isWrong || abs(sum - Int128(total.minorUnits)) > tolerance else { return [] }
    let printed = Money(minorUnits: Int64(clamping: sum), currency: total.currency)
    return [
      Finding(
        .warning,
        "vat-mismatch",
        field: Field.vatBreakdown.name,
        ["sum": printed.plainText, "total_vat": total.plainText]
      )
    ]
  }
}
