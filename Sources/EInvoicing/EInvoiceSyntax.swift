// EInvoiceSyntax.swift — where a syntax of e-invoices keeps the business terms.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Where a syntax of e-invoices keeps the business terms of EN 16931-1 (CEN/TS 16931-3).
///
/// A new syntax is one more value of this kind.
struct EInvoiceSyntax: Sendable {
  /// "cii", "ubl", "zugferd1".
  let name: String
  let profile: MarkupPath
  let currency: MarkupPath
  /// Terms that are one text each, by the field that they fill.
  let texts: [FieldName: MarkupPath]
  let dates: [FieldName: MarkupPath]
  let amounts: [FieldName: MarkupPath]
  /// BT-110, once per currency.
  let totalVAT: MarkupPath
  /// BG-23, and inside each.
  let breakdown: MarkupPath
  let breakdownRow: BreakdownPaths
  /// BG-25, and inside each.
  let lines: MarkupPath
  let line: LinePaths
  /// Terms that fill no field, by their number: "BT-24", "BG-17".
  let others: [String: MarkupPath]
  /// BG-20 and BG-21, and inside each.
  let allowances: MarkupPath
  let charges: MarkupPath
  let allowance: AllowancePaths

  struct BreakdownPaths: Sendable {
    let taxableAmount: MarkupPath
    let vatAmount: MarkupPath
    let category: MarkupPath
    let rate: MarkupPath
    /// BT-120 or BT-121.
    let exemption: MarkupPath
  }

  struct AllowancePaths: Sendable {
    /// BT-97, BT-104, or their codes.
    let reason: MarkupPath
    let amount: MarkupPath
    let category: MarkupPath
    let rate: MarkupPath
  }

  struct LinePaths: Sendable {
    let name: MarkupPath
    let quantity: MarkupPath
    let price: MarkupPath
    /// BT-149, how many units the price is for.
    let priceQuantity: MarkupPath
    let net: MarkupPath
    let rate: MarkupPath
    let id: MarkupPath
    let category: MarkupPath
    let start: MarkupPath
    let end: MarkupPath
    /// The invoice that the line corrects.
    let preceding: MarkupPath
    /// "GROUP" for a line that only adds up others (EXTENDED-CTC-FR).
    let status: MarkupPath
  }

  /// Where a term stands, by its number ("BT-24"): one of `others`, or that of a field.
  func path(of term: String) -> MarkupPath? {
    if let path = others[term] { return path }
    guard let name = FieldDefinition.all.first(where: { $0.term == term })?.name else { return nil }
    return texts[name] ?? dates[name] ?? amounts[name]
  }

  /// Where this syntax keeps them.
  static func named(_ name: EInvoiceSyntaxName) -> EInvoiceSyntax {
    switch name {
    case .cii: .cii
    case .ubl: .ubl
    case .zugferd1: .zugferd1
    }
  }
}
