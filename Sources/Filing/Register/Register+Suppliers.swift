// Register+Suppliers.swift — the supplier master.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
package import Invoicing

extension Register {
  /// Takes over a supplier master; a supplier is known by its code, and none is removed.
  ///
  /// `columns` is what the master tells: anything else stays as it is known.
  package func importSuppliers(
    _ suppliers: [Supplier],
    columns: Set<SupplierColumn> = SupplierColumn.all
  ) async throws(Problem) -> ImportReport {
    try await write { database in
      let before = try supplierCount(in: database)
      let written = try suppliers.reduce(0) { count, told in
        let known = try knownSupplier(told.code, in: database)
        let kept = known.map { told.keeping($0, besides: columns) } ?? told
        return try count + upsert(kept, in: database)
      }
      let after = try supplierCount(in: database)
      return ImportReport(
        new: after - before,
        changed: written - (after - before),
        unchanged: suppliers.count - written,
        closed: 0,
        total: after
      )
    }
  }

  /// Every supplier, by code.
  package func suppliers() async throws(Problem) -> [Supplier] {
    try await read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM supplier ORDER BY code").map(supplier(of:))
    }
  }

  /// The supplier of this code, or nil.
  package func supplier(_ code: String) async throws(Problem) -> Supplier? {
    try await read { try knownSupplier(code, in: $0) }
  }
}

private func supplierCount(in database: Database) throws -> Int {
  try Int.fetchOne(database, sql: "SELECT count(*) FROM supplier") ?? 0
}

private func knownSupplier(_ code: String, in database: Database) throws -> Supplier? {
  let statement = try database.cachedStatement(sql: "SELECT * FROM supplier WHERE code = ?")
  return try Row.fetchOne(statement, arguments: [code]).map(supplier(of:))
}

/// Writes a supplier; returns 1 when that changed anything, else 0.
private func upsert(_ supplier: Supplier, in database: Database) throws -> Int {
  let statement = try database.cachedStatement(
    sql: """
      INSERT INTO supplier
        (code, name, vat_id, siren, ibans, country, default_account, currency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, vat_id = excluded.vat_id,
        siren = excluded.siren, ibans = excluded.ibans, country = excluded.country,
        default_account = excluded.default_account, currency = excluded.currency
      WHERE (name, vat_id, siren, ibans, country, default_account, currency) IS NOT
        (excluded.name, excluded.vat_id, excluded.siren, excluded.ibans, excluded.country,
          excluded.default_account, excluded.currency)
      """
  )
  try statement.execute(arguments: [
    supplier.code, supplier.name, supplier.vatID, supplier.siren, try jsonText(supplier.ibans),
    supplier.country, supplier.defaultAccount, supplier.currency?.code,
  ])
  return database.changesCount
}

private func supplier(of row: Row) throws -> Supplier {
  Supplier(
    code: row["code"],
    name: row["name"],
    vatID: row["vat_id"],
    siren: row["siren"],
    ibans: try value(of: row["ibans"] as String),
    country: row["country"],
    defaultAccount: row["default_account"],
    currency: (row["currency"] as String?).flatMap(Currency.init(code:))
  )
}
