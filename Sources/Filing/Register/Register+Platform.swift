// Register+Platform.swift — by which way documents came, and what platforms say became of invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// What platforms say has become of the invoice of this key, the earliest first.
  package func lifecycle(of key: InvoiceKey) async throws(Problem) -> [LifecycleEvent] {
    guard let number = key.number else { return [] }
    return try await read { database in
      try lifecycleEvents(number: number, seller: key.seller, in: database)
    }
  }

  /// Whether an invoice of this seller has come through a platform.
  package func usesPlatform(_ key: InvoiceKey) async throws(Problem) -> Bool {
    guard let seller = key.seller else { return false }
    return try await read { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM invoice JOIN document ON document.number = invoice.document
            WHERE seller_key = ? AND arrival = 'platform')
          """,
        arguments: [seller]
      ) ?? false
    }
  }
}

/// The statuses of an invoice; a message that names no seller speaks of any invoice of the number.
func lifecycleEvents(
  number: String,
  seller: String?,
  in database: Database
) throws -> [LifecycleEvent] {
  let statement = try database.cachedStatement(
    sql: """
      SELECT DISTINCT event, at, status FROM lifecycle
      WHERE number_key = ? AND (seller_key IS NULL OR seller_key = ?) ORDER BY at, status
      """
  )
  return try Row.fetchAll(statement, arguments: [number, seller]).map { row in
    try value(of: row["event"] as String)
  }
}

/// Keeps what a message says; its invoices are assessed again, and what came beside it in a folder or
/// an archive came through a platform.
func fileLifecycle(
  _ events: [LifecycleEvent],
  of document: Int64,
  in database: Database
) throws {
  try database.execute(sql: "DELETE FROM lifecycle WHERE document = ?", arguments: [document])
  for (ordinal, event) in events.enumerated() {
    let key = ReferenceKey.skeleton(of: event.invoiceNumber)
    try database.execute(
      sql: """
        INSERT INTO lifecycle (document, ordinal, number_key, seller_key, status, at, event)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        document, ordinal, key, event.sellerSIREN.map { "FR" + $0 }, event.status, event.at,
        try jsonText(event),
      ]
    )
    try database.execute(
      sql: """
        UPDATE document SET assessed_with = NULL
        WHERE number IN (SELECT document FROM invoice WHERE number_key = ?)
        """,
      arguments: [key]
    )
  }
  guard !events.isEmpty else { return }
  try database.execute(
    sql: """
      UPDATE document SET arrival = 'platform', assessed_with = NULL
      WHERE arrival <> 'platform' AND number IN (
        SELECT beside.document FROM sighting AS own
          JOIN sighting AS beside ON beside.parcel = own.parcel WHERE own.document = ?1
        UNION SELECT beside.document FROM sighting AS own
          JOIN document AS container ON container.number = own.container
          JOIN sighting AS beside ON beside.container = own.container
          WHERE own.document = ?1 AND container.format = 'zip'
        UNION SELECT ?1)
      """,
    arguments: [document]
  )
}

/// Notes by which way a document came: a mail binds more than a file, a platform more than both.
func noteArrival(
  of document: Int64,
  _ sighting: Sighting,
  inside container: Int64?,
  in database: Database
) throws {
  if let parcel = sighting.parcel {
    try database.execute(
      sql: """
        UPDATE document SET arrival = 'platform', assessed_with = NULL
        WHERE number = ?1 AND arrival <> 'platform' AND EXISTS (
          SELECT 1 FROM sighting AS beside JOIN lifecycle ON lifecycle.document = beside.document
          WHERE beside.parcel = ?2)
        """,
      arguments: [document, parcel]
    )
  }
  let isMail = ["mail", "maildir"].contains(sighting.channel)
  try database.execute(
    sql: """
      UPDATE document SET arrival = 'mail'
      WHERE number = ?1 AND arrival = 'upload'
        AND (SELECT count(*) FROM sighting WHERE document = ?1) = 1
        AND (?2 OR EXISTS (SELECT 1 FROM document AS holder
          WHERE holder.number = ?3 AND holder.arrival = 'mail'))
      """,
    arguments: [document, isMail, container]
  )
}
