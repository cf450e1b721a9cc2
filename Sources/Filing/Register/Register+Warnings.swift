// Register+Warnings.swift — which warnings people accepted, by supplier.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// Makes a warning about a seller's invoices a warning again, however often it was accepted.
  package func warnAgain(
    about key: InvoiceKey,
    supplierCode: String?,
    code: String,
    author: String,
    at: String
  ) async throws(Problem) {
    try await write { database in
      try database.execute(
        sql: """
          INSERT INTO warning_resumption
            (seller_key, supplier_code, code, after_decision, author, resumed_at)
          VALUES (?, ?, ?, (SELECT ifnull(max(number), 0) FROM decision), ?, ?)
          """,
        arguments: [key.seller, supplierCode, code, author, at]
      )
    }
  }

  /// How often people accepted warnings about a seller's invoices.
  package func acceptedWarnings(
    of key: InvoiceKey,
    supplierCode: String?
  ) async throws(Problem) -> [WarningKey: Int] {
    try await read { try acceptedWarningCounts(key.seller, supplierCode, in: $0) }
  }

  /// How often people accepted warnings about a supplier's invoices.
  package func acceptedWarnings(
    ofSupplier code: String
  ) async throws(Problem) -> [WarningKey: Int] {
    try await read { try acceptedWarningCounts(nil, code, in: $0) }
  }
}

/// How often people accepted warnings about a seller's invoices, since they were last wanted again.
func acceptedWarningCounts(
  _ seller: String?,
  _ supplierCode: String?,
  in database: Database
) throws -> [WarningKey: Int] {
  let statement = try database.cachedStatement(
    sql: """
      WITH same_seller (id) AS (
        SELECT id FROM invoice WHERE seller_key = ?1
        UNION SELECT id FROM invoice WHERE supplier_code = ?2
      )
      SELECT warning.code, warning.detail, count(*) AS count
      FROM same_seller JOIN accepted_warning AS warning ON warning.invoice = same_seller.id
      WHERE warning.decision > (SELECT ifnull(max(after_decision), 0) FROM warning_resumption AS again
        WHERE again.code = warning.code AND (again.seller_key = ?1 OR again.supplier_code = ?2))
      GROUP BY warning.code, warning.detail
      """
  )
  let rows = try Row.fetchAll(statement, arguments: [seller, supplierCode])
  let pairs = rows.map { row in
    (WarningKey(code: row["code"], detail: row["detail"]), row["count"] as Int)
  }
  return Dictionary(uniqueKeysWithValues: pairs)
}

/// Writes which warnings the standing approval of an invoice accepted.
func noteAcceptedWarnings(of invoice: Int64, in database: Database) throws {
  try database.cachedStatement(sql: "DELETE FROM accepted_warning WHERE invoice = ?")
    .execute(arguments: [invoice])
  for standing in try StandingDecision.all(of: invoice, in: database) {
    guard case .approve = standing.decision else { continue }
    let before = try standing.before
    for key in Set(before.assessment.findings.compactMap(\.warningKey)) {
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO accepted_warning (invoice, code, detail, decision)
          VALUES (?, ?, ?, ?)
          """,
        arguments: [invoice, key.code, key.detail, standing.number]
      )
    }
  }
}
