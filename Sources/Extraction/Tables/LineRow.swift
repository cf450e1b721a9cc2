// LineRow.swift — a row of the page read as a line of the invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A number with its place on the page.
struct PlacedNumber: Hashable, Sendable {
  var number: PrintedNumber
  let box: Box
}

/// What a row of the page says about a line of the invoice.
struct LineRow: Sendable {
  var text = ""
  var quantity: PlacedNumber?
  var price: PlacedNumber?
  var net: PlacedNumber?
  var rate: PrintedNumber?
  /// What stands in the column of rates when it is no number: "A".
  var rateCode: String?
  /// Numbers that are none of these.
  var others: [PrintedNumber] = []
  /// Whether quantity × price is the net.
  var agrees = false
  /// Whether one digit was changed to make it so.
  var isMended = false

  var hasNumbers: Bool { quantity != nil || price != nil || net != nil }
}
