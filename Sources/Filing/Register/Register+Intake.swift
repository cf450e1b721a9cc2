// Register+Intake.swift — arrivals are admitted.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// Remembers that a file arrived; its document is made unless the same bytes came before.
  ///
  /// Calling it twice with one claim key is calling it once, with the same answer.
  package func admit(_ sighting: Sighting) async throws(Problem) -> Admission {
    try await write { database in
      let number = try admitRow(sighting, in: database)
      return try admission(number, claimKey: sighting.claimKey, in: database)
    }
  }

  /// Remembers a file of the archive that no row names (found after a crash), as received.
  ///
  /// Nothing happens when the document is known.
  package func adopt(_ sighting: Sighting) async throws(Problem) -> Admission {
    if let known = try await document(sighting.document) {
      return .seenBefore(known.number, of: known.state)
    }
    return try await admit(sighting)
  }
}

/// Remembers an arrival, that of a file inside another document too; gives the document's number.
///
/// `container` is the number of the mail or archive it came in, `depth` how many of those it came in.
func admitRow(
  _ sighting: Sighting,
  inside container: Int64? = nil,
  depth: Int = 0,
  in database: Database
) throws -> Int64 {
  let number = try documentNumber(of: sighting, in: database)
  try database.execute(
    sql: """
      INSERT INTO sighting
        (document, file_name, claim_key, received_at, channel, container, depth, mail, parcel)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (claim_key) DO NOTHING
      """,
    arguments: [
      number, Data(sighting.fileName), sighting.claimKey, sighting.receivedAt, sighting.channel,
      container, depth, try sighting.mail.map(jsonText), sighting.parcel,
    ]
  )
  if database.changesCount > 0 {
    let arguments = ["channel": sighting.channel]
    try audit(number, sighting.receivedAt, "admitted", arguments, in: database)
    try noteArrival(of: number, sighting, inside: container, in: database)
  }
  return number
}

/// The number of the sighting's document, made when its bytes are new.
private func documentNumber(of sighting: Sighting, in database: Database) throws -> Int64 {
  let known = try Int64.fetchOne(
    database,
    sql: "SELECT number FROM document WHERE sha256 = ?",
    arguments: [sighting.document.hex]
  )
  if let known { return known }
  try database.execute(sql: "INSERT INTO item DEFAULT VALUES")
  let number = database.lastInsertedRowID
  try database.execute(
    sql: """
      INSERT INTO document (number, sha256, size, format, state, received_at)
      VALUES (?, ?, ?, ?, 'received', ?)
      """,
    arguments: [
      number, sighting.document.hex, sighting.size, sighting.format.rawValue, sighting.receivedAt,
    ]
  )
  return number
}

/// What this claim key's sighting was to its document.
private func admission(
  _ number: Int64,
  claimKey: String,
  in database: Database
) throws -> Admission {
  let row = try Row.fetchOne(
    database,
    sql: """
      SELECT state, (SELECT claim_key FROM sighting
        WHERE sighting.document = document.number ORDER BY id LIMIT 1) AS first
      FROM document WHERE number = ?
      """,
    arguments: [number]
  )
  guard let row, let state = DocumentState(rawValue: row["state"]) else {
    throw Problem(.fault, "register-damaged", ["detail": "document"])
  }
  return row["first"] == claimKey ? .new(number) : .seenBefore(number, of: state)
}
