// Register+Documents.swift — documents are looked up, quarantined and tried again.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// The document with these bytes, or nil.
  package func document(_ id: DocumentID) async throws(Problem) -> DocumentRecord? {
    try await read { try documentRecords("sha256 = ?", [id.hex], in: $0).first }
  }

  /// The document of this number, or of the invoice with this id; nil when there is neither.
  package func document(_ number: Int64) async throws(Problem) -> DocumentRecord? {
    try await read { database in
      try documentRecords(
        "number = coalesce((SELECT document FROM item WHERE id = ?), ?)",
        [number, number],
        in: database
      ).first
    }
  }

  /// The documents in these states, the oldest first.
  package func documents(
    states: Set<DocumentState>,
    limit: Int? = nil
  ) async throws(Problem) -> [DocumentRecord] {
    let names = states.map(\.rawValue).sorted()
    return try await read { database in
      let found = """
        number IN (SELECT number FROM document WHERE state IN (\(placeholders(names.count)))
          ORDER BY number LIMIT ?)
        """
      return try documentRecords(found, names + [limit ?? -1], in: database)
    }
  }

  /// The documents that came inside this mail or archive, in its order.
  package func documents(inside container: Int64) async throws(Problem) -> [DocumentRecord] {
    try await read { database in
      let found = "number IN (SELECT document FROM sighting WHERE container = ?)"
      return try documentRecords(found, [container], in: database)
    }
  }

  /// The quarantined documents that were refused with this code, for a version that can read them.
  package func documentsRefused(code: String) async throws(Problem) -> [DocumentRecord] {
    try await read { database in
      try documentRecords("state = 'quarantined' AND problem_code = ?", [code], in: database)
    }
  }

  /// Puts a document aside, whatever it was doing.
  ///
  /// - Throws: "no-such-document"
  package func quarantine(
    _ number: Int64,
    problem: Problem,
    at: String
  ) async throws(Problem) {
    try await write { try quarantineRow(number, problem, at, in: $0) }
  }

  /// Notes under which name a document lies in the quarantine folder; nil: it does not.
  package func setQuarantineName(_ number: Int64, _ name: String?) async throws(Problem) {
    try await write { database in
      try database.execute(
        sql: "UPDATE document SET quarantined_as = ? WHERE number = ?",
        arguments: [name, number]
      )
    }
  }

  /// Makes a quarantined document `received` again, its attempts forgotten.
  ///
  /// - Throws: "no-such-document", "not-quarantined" (usage, id and state)
  package func retry(
    _ number: Int64,
    author: String,
    at: String
  ) async throws(Problem) {
    try await write { database in
      let state = try documentState(number, in: database)
      guard state == .quarantined else {
        let arguments = ["id": String(number), "state": state.rawValue]
        throw Problem(.usage, "not-quarantined", arguments)
      }
      try database.execute(
        sql: """
          UPDATE document SET state = 'received', attempts = 0, interruptions = 0,
            not_before = NULL, problem = NULL, problem_code = NULL
          WHERE number = ?
          """,
        arguments: [number]
      )
      try audit(number, at, "retried", by: author, in: database)
    }
  }
}

/// The state of a document.
func documentState(_ number: Int64, in database: Database) throws -> DocumentState {
  let row = try Row.fetchOne(
    database,
    sql: "SELECT state FROM document WHERE number = ?",
    arguments: [number]
  )
  guard let row else { throw Problem(.usage, "no-such-document", ["id": String(number)]) }
  return try row.known("state")
}

/// Marks a document as quarantined, with its reason.
func quarantineRow(
  _ number: Int64,
  _ problem: Problem,
  _ at: String,
  in database: Database
) throws {
  try database.execute(
    sql: """
      UPDATE document SET state = 'quarantined', is_leased = 0, pages_done = NULL,
        pages_total = NULL, problem = ?, problem_code = ?
      WHERE number = ?
      """,
    arguments: [try jsonText(problem), problem.code, number]
  )
  guard database.changesCount == 1 else {
    throw Problem(.usage, "no-such-document", ["id": String(number)])
  }
  try audit(number, at, "quarantined", ["code": problem.code], in: database)
}

/// The documents for which `condition` holds, by number, each with its sightings.
private func documentRecords(
  _ condition: String,
  _ arguments: [(any DatabaseValueConvertible)?],
  in database: Database
) throws -> [DocumentRecord] {
  let arguments = StatementArguments(arguments)
  let rows = try Row.fetchAll(
    database,
    sql: "SELECT * FROM document WHERE \(condition) ORDER BY number",
    arguments: arguments
  )
  let sightings = try Row.fetchAll(
    database,
    sql: """
      SELECT * FROM sighting WHERE document IN (SELECT number FROM document WHERE \(condition))
      ORDER BY id
      """,
    arguments: arguments
  )
  let byDocument = Dictionary(grouping: sightings) { $0["document"] as Int64 }
  return try rows.map { try documentRecord($0, sightings: byDocument[$0["number"]] ?? []) }
}

private func documentRecord(_ row: Row, sightings: [Row]) throws -> DocumentRecord {
  let sightings = try sightings.map { row in
    SightingRecord(
      fileName: row.bytes("file_name"),
      receivedAt: row["received_at"],
      channel: row["channel"],
      container: row["container"],
      mail: try (row["mail"] as String?).map { try value(of: $0) }
    )
  }
  let type: String? = row["declared_type"] ?? row["document_type"]
  return DocumentRecord(
    number: row["number"],
    document: try row.documentID("sha256"),
    fileName: sightings.first?.fileName ?? [],
    size: row["size"],
    format: try row.known("format"),
    channel: sightings.first?.channel ?? "",
    arrival: try row.known("arrival"),
    state: try row.known("state"),
    receivedAt: row["received_at"],
    attempts: row["attempts"],
    interruptions: row["interruptions"],
    problem: try (row["problem"] as String?).map { try value(of: $0) },
    quarantineName: row["quarantined_as"],
    documentType: type.flatMap(DocumentType.init(rawValue:)),
    progress: progress(of: row),
    sightings: sightings
  )
}

private func progress(of row: Row) -> ReadingProgress? {
  guard let done: Int = row["pages_done"], let total: Int = row["pages_total"] else { return nil }
  return ReadingProgress(done: done, total: total)
}
