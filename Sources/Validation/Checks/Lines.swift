// Lines.swift — the lines and the total without VAT (BR-CO-10, BR-CO-13).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// The lines add up to the total without VAT, unless allowances or charges stand between: told as
  /// information, since a line that was not read says nothing against the totals.
  ///
  /// Lines of an e-invoice are left to the rules of its norm, which know its allowances and charges.
  static let lines = Check(name: "Lines") { checked in
    guard let lines = checked.draft[.lines], let total = checked.draft[.totalWithoutVAT],
      lines.allSatisfy({ $0.lineNet != nil }), !areStructured(checked.draft)
    else { return [] }
    let sum = lines.compactMap(\.lineNet?.minorUnits).reduce(Int128(0)) { $0 + Int128($1) }
    guard abs(abs(sum) - Int128(total.minorUnits)) > Int128(lines.count) else { return [] }
    let printed = Money(minorUnits: Int64(clamping: sum), currency: total.currency)
    return [
      Finding(
        .info,
        "lines-mismatch",
        field: Field.lines.name,
        ["sum": printed.plainText, "total_without_vat": total.plainText]
      )
    ]
  }

  private static func areStructured(_ draft: Draft) -> Bool {
    guard case .structured = draft[name: Field.lines.name]?.evidence.origin else { return false }
    return true
  }
}
