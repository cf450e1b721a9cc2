// Exemptions.swift — no VAT needs a reason, and a reason no VAT (domain: F11, M11).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// Where VAT is exempt, reversed or outside, none is charged (EN 16931-1 BR-E-09, BR-AE-09,
  /// BR-IC-09, BR-G-09, BR-O-09).
  static let exemptions = Check(name: "Exemptions") { checked in
    let rows = checked.draft[.vatBreakdown] ?? []
    let charged = rows.first { row in
      row.vatAmount.minorUnits != 0 && exempt.contains(row.category ?? "")
    }
    return charged.map { row in
      [
        Finding(
          .warning,
          "vat-despite-exemption",
          field: Field.vatBreakdown.name,
          ["vat": row.vatAmount.plainText, "category": row.category ?? ""]
        )
      ]
    } ?? []
  }

  private static let exempt: Set<String> = ["E", "AE", "K", "G", "O", "Z"]
}
