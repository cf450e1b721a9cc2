// LineTable.swift — the lines of an invoice as a small table.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Shows the lines of an invoice (BG-25): description, quantity, unit price, net amount.
enum LineTable {
  /// More lines than this hide the rest of the invoice.
  static let most = 40

  /// A heading and a row for each line; none for an invoice whose lines were not read.
  static func lines(_ invoiceLines: [InvoiceLine], _ phrases: Phrases) -> [String] {
    guard !invoiceLines.isEmpty else { return [] }
    // The last column of a table runs free: nothing stands there, so that all figures are aligned.
    var table = Table([.left, .right, .right, .right, .left])
    table.add([
      phrases.say("view-description"), phrases.say("view-quantity"),
      phrases.say("view-unit-price"), phrases.say("view-net"),
    ])
    for line in invoiceLines.prefix(most) {
      table.add([
        displayText(line.description), line.quantity.map { phrases.decimal("\($0)") } ?? "",
        line.unitPrice.map { phrases.decimal("\($0)") } ?? "",
        line.lineNet.map { phrases.decimal($0.plainText) } ?? "",
      ])
    }
    let left = invoiceLines.count - most
    let rest = left > 0 ? ["  " + phrases.say("more-lines", ["count": String(left)])] : []
    return table.lines(indent: 2, limits: [0: 40]) + rest
  }
}
