// FieldValue.swift — what a field can hold.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The value of a field, of any kind.
package enum FieldValue: Hashable, Sendable, Codable {
  case text(String)
  case date(CalendarDate)
  case amount(Money)
  case flag(Bool)
  case vatBreakdown([VATBreakdownLine])
  case lines([InvoiceLine])
}

/// The kinds of `FieldValue`, for rules and for reading what a person types.
package enum FieldKind: String, Hashable, Sendable, Codable {
  /// Free text: a name, a reason.
  case text
  /// A number or code in letters and digits, compared without blanks and punctuation.
  case identifier
  /// One of a code list: currency, invoice type, country.
  case code
  case date
  case amount
  case flag
  case vatBreakdown
  case lines
}

/// A type that a field can hold.
package protocol FieldContent: Hashable, Sendable, Codable {
  /// The value inside, or nil when it is of another kind.
  init?(_ value: FieldValue)
  var fieldValue: FieldValue { get }
}

extension String: FieldContent {
  package init?(_ value: FieldValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
  package var fieldValue: FieldValue { .text(self) }
}

extension CalendarDate: FieldContent {
  package init?(_ value: FieldValue) {
    guard case .date(let date) = value else { return nil }
    self = date
  }
  package var fieldValue: FieldValue { .date(self) }
}

extension Money: FieldContent {
  package init?(_ value: FieldValue) {
    guard case .amount(let amount) = value else { return nil }
    self = amount
  }
  package var fieldValue: FieldValue { .amount(self) }
}

extension Bool: FieldContent {
  package init?(_ value: FieldValue) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
  package var fieldValue: FieldValue { .flag(self) }
}

/// A row of a list that a field can hold.
package protocol FieldListElement: Hashable, Sendable, Codable {
  static func list(in value: FieldValue) -> [Self]?
  static func fieldValue(of list: [Self]) -> FieldValue
}

extension Array: FieldContent where Element: FieldListElement {
  package init?(_ value: FieldValue) {
    guard let list = Element.list(in: value) else { return nil }
    self = list
  }
  package var fieldValue: FieldValue { Element.fieldValue(of: self) }
}

extension VATBreakdownLine: FieldListElement {
  package static func list(in value: FieldValue) -> [VATBreakdownLine]? {
    guard case .vatBreakdown(let list) = value else { return nil }
    return list
  }
  package static func fieldValue(of list: [VATBreakdownLine]) -> FieldValue { .vatBreakdown(list) }
}

extension InvoiceLine: FieldListElement {
  package static func list(in value: FieldValue) -> [InvoiceLine]? {
    guard case .lines(let list) = value else { return nil }
    return list
  }
  package static func fieldValue(of list: [InvoiceLine]) -> FieldValue { .lines(list) }
}

/// The tax of one rate (EN 16931-1 BG-23).
package struct VATBreakdownLine: Hashable, Sendable, Codable {
  /// BT-116.
  package let taxableAmount: Money
  /// BT-117.
  package let vatAmount: Money
  /// BT-119.
  package let vatRate: VATRate
  /// BT-118: S standard, Z zero, E exempt, AE reverse charge, K intra-community, G export, O outside.
  package let category: String?
  /// BT-120: why no VAT is charged, as it is printed.
  package let exemptionReason: String?

  package init(
    taxableAmount: Money,
    vatAmount: Money,
    vatRate: VATRate,
    category: String? = nil,
    exemptionReason: String? = nil
  ) {
    self.taxableAmount = taxableAmount
    self.vatAmount = vatAmount
    self.vatRate = vatRate
    self.category = category
    self.exemptionReason = exemptionReason
  }
}

/// A line of the invoice (EN 16931-1 BG-25).
package struct InvoiceLine: Hashable, Sendable, Codable {
  /// BT-153.
  package let description: String
  /// BT-129.
  package let quantity: DecimalNumber?
  /// BT-146, before VAT, of one unit.
  package let unitPrice: DecimalNumber?
  /// BT-131, before VAT.
  package let lineNet: Money?
  /// BT-152.
  package let vatRate: VATRate?

  package init(
    description: String,
    quantity: DecimalNumber? = nil,
    unitPrice: DecimalNumber? = nil,
    lineNet: Money? = nil,
    vatRate: VATRate? = nil
  ) {
    self.description = description
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.lineNet = lineNet
    self.vatRate = vatRate
  }
}
