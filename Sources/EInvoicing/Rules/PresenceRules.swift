// PresenceRules.swift — terms that must be there (EN 16931-1, BR-1 to BR-65).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension EInvoiceRules {
  /// Terms of the whole invoice.
  static let presence: [EInvoiceRule] = [
    .wanted("BR-01", "BT-24"), .wanted("BR-02", "BT-1"), .wanted("BR-03", "BT-2"),
    .wanted("BR-04", "BT-3"), .wanted("BR-05", "BT-5"), .wanted("BR-06", "BT-27"),
    .wanted("BR-07", "BT-44"), .wanted("BR-09", "BT-40"), .wanted("BR-13", "BT-109"),
    .wanted("BR-14", "BT-112"), .wanted("BR-15", "BT-115"),
    .condition("BR-29", field: Field.periodEnd.name) { invoice in
      isOrdered(invoice.date("BT-73"), invoice.date("BT-74"))
    },
    .condition("BR-50", field: Field.iban.name) { invoice in
      invoice.elements("BG-17").isEmpty || invoice["BT-84"] != nil
    },
    .condition("BR-53") { invoice in
      guard let other = invoice["BT-6"] else { return true }
      return invoice.totalsOfVAT.contains { $0.currency == other }
    },
    .condition("BR-55", field: Field.precedingInvoice.name) { invoice in
      invoice.elements("BG-3").isEmpty || invoice["BT-25"] != nil
    },
    .condition("BR-61", field: Field.iban.name) { invoice in
      !["30", "58"].contains(invoice["BT-81"]) || invoice["BT-84"] != nil
    },
    .condition("BR-CO-09", field: Field.sellerVATID.name) { invoice in
      ["BT-31", "BT-48", "BT-63"].compactMap { invoice[$0] }.allSatisfy { id in
        let prefix = id.utf8.prefix(2)
        return prefix.count == 2 && prefix.allSatisfy { (65...90).contains($0) }
      }
    },
    .condition("BR-CO-26", field: Field.sellerLegalID.name) { invoice in
      ["BT-29", "BT-30", "BT-31"].contains { invoice[$0] != nil }
    },
  ]

  /// The groups that Factur-X MINIMUM has not.
  static let breakdown: [EInvoiceRule] = [
    .wanted("BR-11", "BT-55"), .wanted("BR-12", "BT-106"),
    everyRow("BR-45") { $0.base != nil }, everyRow("BR-46") { $0.tax != nil },
    everyRow("BR-47") { !$0.category.isEmpty },
    everyRow("BR-48") { !$0.rate.isEmpty || $0.category == "O" },
    .condition("BR-CO-18", field: Field.vatBreakdown.name) { !$0.breakdown.isEmpty },
  ]

  /// What every line must have.
  static let lines: [EInvoiceRule] = [
    .condition("BR-16", field: Field.lines.name) { !$0.lines.isEmpty },
    .everyLine("BR-21") { !$0.id.isEmpty }, .everyLine("BR-22") { !$0.quantity.isEmpty },
    .everyLine("BR-23") { !$0.unit.isEmpty }, .everyLine("BR-24") { !$0.net.isEmpty },
    .everyLine("BR-25") { !$0.name.isEmpty }, .everyLine("BR-26") { !$0.price.isEmpty },
    .everyLine("BR-27") { !$0.price.hasPrefix("-") || DecimalNumber($0.price) == .zero },
    .everyLine("BR-30") { isOrdered(DateForm.date($0.start), DateForm.date($0.end)) },
    .everyLine("BR-CO-04") { !$0.taxed.category.isEmpty },
  ]

  private static func everyRow(
    _ id: String,
    _ holds: @escaping @Sendable (RuledInvoice.TaxRow) -> Bool
  ) -> EInvoiceRule {
    .condition(id, field: Field.vatBreakdown.name) { $0.breakdown.allSatisfy(holds) }
  }

  private static func isOrdered(_ start: CalendarDate?, _ end: CalendarDate?) -> Bool {
    guard let start, let end else { return true }
    return start <= end
  }
}
