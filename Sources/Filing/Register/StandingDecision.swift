// StandingDecision.swift — the decisions about an invoice that nobody took back.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import GRDB
internal import Invoicing

/// A decision about an invoice that nobody took back.
struct StandingDecision {
  let number: Int64
  let decision: Decision
  /// The row of the invoice as it was before, JSON.
  private let stored: Data

  /// The invoice as it was before.
  var before: StoredInvoice {
    get throws { try value(of: stored) }
  }

  /// Those about an invoice, the earliest first.
  static func all(of invoice: Int64, in database: Database) throws -> [StandingDecision] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT number, decision, before FROM decision WHERE item = ? AND undone_at IS NULL
        ORDER BY number
        """,
      arguments: [invoice]
    )
    return try rows.map { row in
      StandingDecision(
        number: row["number"],
        decision: try value(of: row["decision"] as String),
        stored: row["before"]
      )
    }
  }

  private init(number: Int64, decision: Decision, stored: Data) {
    self.number = number
    self.decision = decision
    self.stored = stored
  }
}
