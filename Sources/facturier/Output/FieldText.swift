// FieldText.swift — field values as JSON and as text.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Writes the values of fields.
enum FieldText {
  /// As the contract writes it: amounts and rates are strings with a point, dates ISO 8601.
  static func json(_ value: FieldValue) -> JSON {
    switch value {
    case .text(let text): .text(text)
    case .date(let date): .text(date.description)
    case .amount(let amount): .text(amount.plainText)
    case .flag(let flag): .bool(flag)
    case .vatBreakdown(let rows): .array(rows.map(json))
    case .lines(let rows): .array(rows.map(json))
    }
  }

  private static func json(_ row: VATBreakdownLine) -> JSON {
    members([
      ("taxable_amount", row.taxableAmount.plainText), ("vat_rate", row.vatRate.plainText),
      ("vat_amount", row.vatAmount.plainText), ("category", row.category),
      ("exemption_reason", row.exemptionReason),
    ])
  }

  private static func json(_ row: InvoiceLine) -> JSON {
    members([
      ("description", row.description), ("quantity", row.quantity?.description),
      ("unit_price", row.unitPrice?.description), ("line_net", row.lineNet?.plainText),
      ("vat_rate", row.vatRate?.plainText),
    ])
  }

  /// An absent value is an absent key.
  private static func members(_ pairs: [(String, String?)]) -> JSON {
    .object(pairs.compactMap { key, text in text.map { JSON.Member(key: key, value: .text($0)) } })
  }
}
