// TypedValue.swift — the value of a field as a person types it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing

/// Reads what a person types as the value of a field.
enum TypedValue {
  /// The value; never an empty one.
  ///
  /// - Throws: usage `value-not-understood` {field, value, expected}.
  static func value(
    _ text: String,
    of definition: FieldDefinition,
    currency: Currency
  ) throws(Problem) -> FieldValue {
    let value: FieldValue? =
      switch definition.kind {
      case .text, .identifier: identifier(text, definition.name)
      case .code: code(text, definition.name).map(FieldValue.text)
      case .date: TypedDate.date(text).map(FieldValue.date)
      case .amount: TypedAmount.amount(text, currency: currency).map(FieldValue.amount)
      case .flag: flag(text).map(FieldValue.flag)
      case .vatBreakdown: list(text, as: TypedVATRow.self)?.vatBreakdown(currency)
      case .lines: list(text, as: TypedLine.self)?.lines(currency)
      }
    guard let value else {
      throw notUnderstood(definition.name.name, text, definition.kind.rawValue)
    }
    return value
  }

  /// IBANs and VAT ids are compared without blanks, so they are kept without.
  private static func identifier(_ text: String, _ name: FieldName) -> FieldValue? {
    let tight = [Field.iban.name, Field.sellerVATID.name, Field.buyerVATID.name]
    guard tight.contains(name) else { return .text(text) }
    let kept = asciiLettersAndDigits(text)
    return kept.isEmpty ? nil : .text(kept)
  }

  private static func code(_ text: String, _ name: FieldName) -> String? {
    switch name {
    case Field.currency.name: Currency(code: text == "€" ? "EUR" : text)?.code
    case Field.invoiceType.name: invoiceType(folded(text))
    case Field.sellerCountry.name: CompanyNumbers.country(text)
    default: text
    }
  }

  private static func invoiceType(_ text: String) -> String? {
    switch text {
    case "380", "FACTURE", "INVOICE": "380"
    case "381", "AVOIR", "CREDIT_NOTE", "CREDIT NOTE": "381"
    case "386", "ACOMPTE", "PREPAYMENT": "386"
    default: nil
    }
  }

  private static func flag(_ text: String) -> Bool? {
    switch folded(text) {
    case "OUI", "YES", "TRUE", "1": true
    case "NON", "NO", "FALSE", "0": false
    default: nil
    }
  }

  private static func list<Row: Decodable>(_ text: String, as type: Row.Type) -> [Row]? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try? decoder.decode([Row].self, from: Data(text.utf8))
  }
}

/// A row of BG-23 as the contract's JSON writes it.
private struct TypedVATRow: Decodable {
  let taxableAmount: String
  let vatRate: String
  let vatAmount: String
  let category: String?
  let exemptionReason: String?
}

/// A row of BG-25 as the contract's JSON writes it.
private struct TypedLine: Decodable {
  let description: String
  let quantity: String?
  let unitPrice: String?
  let lineNet: String?
  let vatRate: String?
}

extension [TypedVATRow] {
  /// Nil when any row is wrong.
  fileprivate func vatBreakdown(_ currency: Currency) -> FieldValue? {
    let rows = compactMap { row -> VATBreakdownLine? in
      guard let taxable = TypedAmount.amount(row.taxableAmount, currency: currency),
        let tax = TypedAmount.amount(row.vatAmount, currency: currency),
        let rate = TypedAmount.number(row.vatRate).flatMap(VATRate.init(percent:))
      else { return nil }
      return VATBreakdownLine(
        taxableAmount: taxable,
        vatAmount: tax,
        vatRate: rate,
        category: row.category,
        exemptionReason: row.exemptionReason
      )
    }
    return rows.count == count && !isEmpty ? .vatBreakdown(rows) : nil
  }
}

extension [TypedLine] {
  /// Nil when any row is wrong.
  fileprivate func lines(_ currency: Currency) -> FieldValue? {
    let rows = compactMap { row -> InvoiceLine? in
      let quantity = row.quantity.map { TypedAmount.number($0) }
      let price = row.unitPrice.map { TypedAmount.number($0) }
      let net = row.lineNet.map { TypedAmount.amount($0, currency: currency) }
      let rate = row.vatRate.map { TypedAmount.number($0).flatMap(VATRate.init(percent:)) }
      // A value that is there and cannot be read is a nil inside the optional.
      if case .some(.none) = quantity { return nil }
      if case .some(.none) = price { return nil }
      if case .some(.none) = net { return nil }
      if case .some(.none) = rate { return nil }
      return InvoiceLine(
        description: row.description,
        quantity: quantity ?? nil,
        unitPrice: price ?? nil,
        lineNet: net ?? nil,
        vatRate: rate ?? nil
      )
    }
    return rows.count == count && !isEmpty ? .lines(rows) : nil
  }
}
