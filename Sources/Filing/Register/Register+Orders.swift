// Register+Orders.swift — orders with what came of them and what was invoiced of them.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// Takes over what came of orders; the receipts of a source replace what it told of these orders
  /// before.
  ///
  /// - Returns: how many orders they are of.
  package func importReceipts(
    _ receipts: [GoodsReceipt],
    source: String
  ) async throws(Problem) -> Int {
    let byOrder = Dictionary(grouping: receipts) { ReferenceKey.skeleton(of: $0.order) }
    try await write { database in
      let forget = try database.makeStatement(
        sql: "DELETE FROM goods_receipt WHERE order_key = ? AND source = ?"
      )
      let write = try database.makeStatement(
        sql: """
          INSERT INTO goods_receipt (order_key, line, source, order_number, quantity)
          VALUES (?, ?, ?, ?, ?)
          """
      )
      for (key, receipts) in byOrder {
        try forget.execute(arguments: [key, source])
        for receipt in receipts {
          try write.execute(
            arguments: [key, receipt.line, source, receipt.order, receipt.quantity.description]
          )
        }
      }
    }
    return byOrder.count
  }

  /// The orders that an invoice names or is linked to, each with what came of it and the earlier
  /// invoices of it.
  ///
  /// - `key`: of the invoice.
  /// - `supplierCode`: an order of another supplier is another order.
  /// - `linked`: entries that its match links.
  /// - `document`: its document; only invoices of earlier ones count as invoiced before.
  package func orderStandings(
    of key: InvoiceKey,
    supplierCode: String?,
    linked: [LedgerEntryID],
    before document: Int64
  ) async throws(Problem) -> [OrderStanding] {
    try await read { database in
      var orders = try key.order.map { try ordersNamed($0, supplierCode, in: database) } ?? []
      for id in linked where !orders.contains(where: { $0.id == id }) {
        orders += try Row.fetchAll(
          database,
          sql: """
            SELECT \(entryColumns) FROM ledger_entry WHERE source = ? AND id = ? AND kind = 'purchase_order'
            """,
          arguments: [id.source, id.id]
        ).map(ledgerEntry(of:))
      }
      return try orders.map { try standing(of: $0, before: document, in: database) }
    }
  }
}

private func ordersNamed(
  _ key: String,
  _ supplierCode: String?,
  in database: Database
) throws -> [LedgerEntry] {
  try Row.fetchAll(
    database,
    sql: """
      SELECT \(entryColumns) FROM ledger_entry WHERE skeleton = ?1 AND kind = 'purchase_order'
        AND (?2 IS NULL OR party_code IS NULL OR party_code = ?2)
      ORDER BY source, id, ordinal
      """,
    arguments: [key, supplierCode]
  ).map(ledgerEntry(of:))
}

private func standing(
  of order: LedgerEntry,
  before document: Int64,
  in database: Database
) throws -> OrderStanding {
  let key = ReferenceKey.skeleton(of: order.reference ?? order.id.id)
  let receipts = try Row.fetchAll(
    database,
    sql: "SELECT * FROM goods_receipt WHERE order_key = ? ORDER BY line, source",
    arguments: [key]
  )
  let assessments = try Data.fetchAll(
    database,
    sql: """
      SELECT assessment FROM invoice
      WHERE document < ?1 AND state NOT IN ('discarded', 'duplicate')
        AND (order_key = ?2 OR id IN (SELECT invoice FROM link WHERE source = ?3 AND entry = ?4))
      ORDER BY id
      """,
    arguments: [document, key, order.id.source, order.id.id]
  )
  return OrderStanding(
    order: order,
    receipts: try receipts.map { row in
      guard let quantity = DecimalNumber(row["quantity"] as String) else {
        throw Problem(.fault, "register-damaged", ["detail": "quantity"])
      }
      return GoodsReceipt(order: row["order_number"], line: row["line"], quantity: quantity)
    },
    invoiced: try assessments.map { data in
      let assessment: Assessment = try value(of: data)
      return assessment.draft
    }
  )
}
