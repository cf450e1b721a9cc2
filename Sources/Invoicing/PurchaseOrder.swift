// PurchaseOrder.swift — what was ordered, line by line, and what of it came.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A line of a purchase order.
package struct OrderLine: Hashable, Sendable, Codable {
  /// As the order numbers it: "1", "10".
  package let number: String
  /// The article's code, of the seller or of the buyer.
  package let item: String?
  package let description: String
  package let quantity: DecimalNumber?
  /// Of one unit, without VAT.
  package let unitPrice: DecimalNumber?

  package init(
    number: String,
    item: String?,
    description: String,
    quantity: DecimalNumber?,
    unitPrice: DecimalNumber?
  ) {
    self.number = number
    self.item = item
    self.description = description
    self.quantity = quantity
    self.unitPrice = unitPrice
  }
}

/// What came of an order's line, all deliveries together.
package struct GoodsReceipt: Hashable, Sendable, Codable {
  /// The order's number as the receipts print it.
  package let order: String
  /// The order's line.
  package let line: String
  package let quantity: DecimalNumber

  package init(order: String, line: String, quantity: DecimalNumber) {
    self.order = order
    self.line = line
    self.quantity = quantity
  }
}

/// An order with what came of it and what was invoiced of it before.
package struct OrderStanding: Hashable, Sendable {
  /// Its lines are told where its source tells them.
  package let order: LedgerEntry
  /// Empty where nobody tells what came: then nothing is compared with it.
  package let receipts: [GoodsReceipt]
  /// The invoices of earlier documents that name it or are linked to it.
  package let invoiced: [Draft]

  package init(order: LedgerEntry, receipts: [GoodsReceipt] = [], invoiced: [Draft] = []) {
    self.order = order
    self.receipts = receipts
    self.invoiced = invoiced
  }
}
