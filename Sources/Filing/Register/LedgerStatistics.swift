// LedgerStatistics.swift — how large the ledger is, and how often each party stands in it.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Synchronization

/// Counts over the whole ledger, kept from one import to the next: counting a million entries takes
/// longer than all the rest of a question.
final class LedgerStatistics: Sendable {
  struct Counts {
    fileprivate let importRow: Int64
    fileprivate let imported: Int
    let entries: Int
    let parties: [String: Int]
    /// Whether any entry has no date: most ledgers have none, and need not be asked for them.
    let hasUndated: Bool
  }

  private let known = Mutex<Counts?>(nil)

  /// The counts as they are in this transaction.
  func counts(in database: Database) throws -> Counts {
    let statement = try database.cachedStatement(
      sql: "SELECT id, entries FROM ledger_import ORDER BY id DESC LIMIT 1"
    )
    let last = try Row.fetchOne(statement)
    let (row, imported) = (last?[0] as Int64? ?? 0, last?[1] as Int? ?? 0)
    let kept = known.withLock { $0 }
    // A large import comes in parts under one number.
    if let kept, kept.importRow == row, kept.imported == imported { return kept }
    let parties = try Row.fetchAll(
      database,
      sql: """
        SELECT party_code, count(*) AS count FROM ledger_entry
        WHERE party_code IS NOT NULL GROUP BY party_code
        """
    )
    let fresh = Counts(
      importRow: row,
      imported: imported,
      entries: try Int.fetchOne(database, sql: "SELECT count(*) FROM ledger_entry") ?? 0,
      parties: Dictionary(uniqueKeysWithValues: parties.map { ($0["party_code"], $0["count"]) }),
      hasUndated: try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM ledger_entry WHERE document_date IS NULL)"
      ) ?? true
    )
    known.withLock { $0 = fresh }
    return fresh
  }
}
