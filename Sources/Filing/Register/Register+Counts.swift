// Register+Counts.swift — how much there is of everything.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
package import Invoicing

extension Register {
  /// How many documents or invoices stand in each state of the contract, zeros included.
  ///
  /// A read document counts as `read` only until its first assessment; then its invoices count. So
  /// the sum is everything once. A mail or an archive is not asked for what it says itself while
  /// something in it may be an invoice: that counts instead.
  package func counts() async throws(Problem) -> [String: Int] {
    let states = DocumentState.allCases.map(\.rawValue) + InvoiceState.allCases.map(\.rawValue)
    return try await read { database in
      var counts = Dictionary(uniqueKeysWithValues: states.map { ($0, 0) })
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT state, count(*) AS count FROM document
          WHERE state <> 'read'
            OR (assessed_with IS NULL AND number NOT IN (SELECT document FROM invoice)
              AND NOT EXISTS (SELECT 1 FROM sighting
                JOIN document AS held ON held.number = sighting.document
                WHERE sighting.container = document.number
                  AND held.state IN ('received', 'reading', 'read')))
          GROUP BY state
          UNION ALL SELECT state, count(*) FROM invoice GROUP BY state
          """
      )
      for row in rows { counts[row["state"]] = row["count"] }
      return counts
    }
  }

  /// How many rows each part holds: "documents", "invoices", "sightings", "decisions", "entries",
  /// "suppliers".
  package func sizes() async throws(Problem) -> [String: Int] {
    let tables = [
      "documents": "document", "invoices": "invoice", "sightings": "sighting",
      "decisions": "decision", "entries": "ledger_entry", "suppliers": "supplier",
    ]
    return try await read { database in
      try tables.mapValues { try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0 }
    }
  }

  /// The SHA-256 of every document, to compare with the archive.
  package func documentIDs() async throws(Problem) -> Set<DocumentID> {
    try await read { database in
      let texts = try String.fetchSet(database, sql: "SELECT sha256 FROM document")
      return Set(texts.compactMap(DocumentID.init(hex:)))
    }
  }
}
