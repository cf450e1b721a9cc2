// Register+Reading.swift — documents are claimed, read, released or refused.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// Claims up to `limit` documents for reading, the oldest first; the attempts are counted before
  /// the work begins, so that a document that kills the daemon is stopped some day.
  package func claimForReading(limit: Int, at: String) async throws(Problem) -> [Claim] {
    try await write { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          UPDATE document
          SET state = 'reading', attempts = attempts + 1, claims = claims + 1, is_leased = 1,
            pages_done = NULL, pages_total = NULL
          WHERE number IN (
            SELECT number FROM document
            WHERE state = 'received' AND (not_before IS NULL OR not_before <= ?)
            ORDER BY number LIMIT ?)
          RETURNING number, sha256, size, format, attempts, claims, (SELECT file_name FROM sighting
            WHERE sighting.document = document.number ORDER BY id LIMIT 1) AS file_name,
            coalesce((SELECT min(depth) FROM sighting
              WHERE sighting.document = document.number), 0) AS depth
          """,
        arguments: [at, limit]
      )
      return try rows.map(claim(of:)).sorted { $0.number < $1.number }
    }
  }

  /// Notes how many pages of a claimed document are done.
  package func progress(
    _ claim: Claim,
    done: Int,
    of total: Int
  ) async throws(Problem) {
    try await write { database in
      try database.execute(
        sql: """
          UPDATE document SET pages_done = ?, pages_total = ?
          WHERE number = ? AND is_leased AND claims = ?
          """,
        arguments: [done, total, claim.number, claim.lease]
      )
    }
  }

  /// Files what the reader saw: the claim is settled and the document is `read`; the files in it are
  /// admitted in the same transaction, so that a mail is never done before its documents are there.
  ///
  /// `contained` are the files that it holds; their bytes are in the archive already. `lifecycle` is
  /// what it says has become of invoices, if it is a message of a platform.
  ///
  /// - Throws: "lease-lost" when the claim is no longer the document's.
  package func fileReading(
    _ claim: Claim,
    document: Document,
    contained: [Sighting] = [],
    lifecycle: [LifecycleEvent] = [],
    readerVersion: String,
    plan: ReadingPlan,
    at: String
  ) async throws(Problem) {
    let content = try mapped { try json(document) }
    try await write { database in
      try settle(
        claim,
        "state = 'read', problem = NULL, problem_code = NULL, interruptions = 0, not_before = NULL,"
          + " assessed_with = NULL, reader_version = ?, plan_key = ?",
        [readerVersion, plan.key],
        in: database
      )
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO reading (sha256, reader_version, plan_key, document)
          VALUES (?, ?, ?, ?)
          """,
        arguments: [claim.document.hex, readerVersion, plan.key, content]
      )
      for sighting in contained {
        _ = try admitRow(sighting, inside: claim.number, depth: claim.depth + 1, in: database)
      }
      try database.execute(
        sql: """
          UPDATE document SET text_key = ?,
            arrival = CASE WHEN arrival = 'upload' AND ? THEN 'scan' ELSE arrival END
          WHERE number = ?
          """,
        arguments: [textKey(of: document), isPaper(document), claim.number]
      )
      try fileLifecycle(lifecycle, of: claim.number, in: database)
      // What came beside it may be the other form of the same invoice.
      for sibling in try siblings(of: claim.number, in: database) {
        try database.execute(
          sql: "UPDATE document SET assessed_with = NULL WHERE number = ?",
          arguments: [sibling]
        )
      }
      let pages = ["pages": String(document.pages.count)]
      try audit(claim.number, at, "read", pages, in: database)
    }
  }

  /// What an earlier reading with this reader and plan saw, or nil.
  package func cachedReading(
    _ document: DocumentID,
    readerVersion: String,
    plan: ReadingPlan
  ) async throws(Problem) -> Document? {
    try await read { database in
      try Data.fetchOne(
        database,
        sql: """
          SELECT document FROM reading WHERE sha256 = ? AND reader_version = ? AND plan_key = ?
          """,
        arguments: [document.hex, readerVersion, plan.key]
      ).map { try value(of: $0) }
    }
  }

  /// What was seen on the document of this number, or nil when it has not been read.
  package func reading(of number: Int64) async throws(Problem) -> Document? {
    try await read { database in
      try Data.fetchOne(
        database,
        sql: """
          SELECT reading.document FROM document JOIN reading USING (sha256, reader_version, plan_key)
          WHERE number = ?
          """,
        arguments: [number]
      ).map { try value(of: $0) }
    }
  }

  /// Gives a claim back without counting the attempt: the surroundings failed, or the daemon stops.
  ///
  /// - `fault`: kept for `status`; nil when nothing failed.
  /// - `retryNotBefore`: ISO 8601, UTC; nil: at once.
  /// - Throws: "lease-lost"
  package func release(
    _ claim: Claim,
    after fault: Problem?,
    retryNotBefore: String?,
    at: String
  ) async throws(Problem) {
    try await write { database in
      try settle(
        claim,
        "state = 'received', attempts = attempts - 1, not_before = ?, problem = ?,"
          + " problem_code = ?",
        [retryNotBefore, try fault.map(jsonText), fault?.code],
        in: database
      )
      guard let fault else { return }
      try audit(claim.number, at, "released", ["code": fault.code], in: database)
    }
  }

  /// Ends an attempt that failed by the document's doing (a crash, a hang, a limit).
  ///
  /// - Returns: `received`, to be tried again, or `quarantined` after `AttemptLimit.failures`.
  /// - Throws: "lease-lost"
  package func fail(
    _ claim: Claim,
    with problem: Problem,
    retryNotBefore: String?,
    at: String
  ) async throws(Problem) -> DocumentState {
    if claim.attempt >= AttemptLimit.failures {
      try await refuse(claim, with: problem, at: at)
      return .quarantined
    }
    try await write { database in
      try settle(
        claim,
        "state = 'received', not_before = ?, problem = ?, problem_code = ?",
        [retryNotBefore, try jsonText(problem), problem.code],
        in: database
      )
      try audit(claim.number, at, "attempt-failed", ["code": problem.code], in: database)
    }
    return .received
  }

  /// Ends a claim by quarantining its document.
  ///
  /// - Throws: "lease-lost"
  package func refuse(
    _ claim: Claim,
    with problem: Problem,
    at: String
  ) async throws(Problem) {
    try await write { database in
      try settle(claim, "state = 'reading'", [], in: database)
      try quarantineRow(claim.number, problem, at, in: database)
    }
  }

  /// Returns every open lease, at the start of whoever holds the home's lock: their worker is dead.
  ///
  /// The attempts are not the documents' fault and are counted apart; a document that was being read
  /// at `AttemptLimit.interruptions` deaths is refused ("reader-killed-daemon"), one that was being
  /// assessed at `AttemptLimit.assessments` deaths ("assessing-killed-daemon"). Where documents were
  /// being assessed, a death is laid to them and not to those that were being read: readers are
  /// processes of their own.
  ///
  /// - Returns: the numbers of the documents that were refused.
  package func returnOpenLeases(at: String) async throws(Problem) -> [Int64] {
    try await write { database in
      let assessing = try returnAssessing(at, in: database)
      try database.execute(
        sql: """
          UPDATE document SET state = 'received', is_leased = 0, attempts = attempts - 1,
            interruptions = interruptions + ?
          WHERE state = 'reading'
          """,
        arguments: [assessing.any ? 0 : 1]
      )
      let refused = try Int64.fetchAll(
        database,
        sql: "SELECT number FROM document WHERE state = 'received' AND interruptions >= ?",
        arguments: [AttemptLimit.interruptions]
      )
      let deaths = ["deaths": String(AttemptLimit.interruptions)]
      for number in refused {
        let problem = Problem(.refusal, "reader-killed-daemon", deaths)
        try quarantineRow(number, problem, at, in: database)
      }
      return assessing.refused + refused
    }
  }
}

/// What pages say as a mark that a second scan of the same words has too; nil where they say little.
private func textKey(of document: Document) -> String? {
  let words = document.pages.flatMap(\.words).map { asciiLettersAndDigits($0.text) }
    .filter { !$0.isEmpty }
  return words.count >= 30 ? fingerprint(words) : nil
}

/// Whether all that is on it was recognised in pictures.
private func isPaper(_ document: Document) -> Bool {
  !document.pages.isEmpty && document.pages.allSatisfy { $0.origin == .recognised }
}

/// The claim that an updated row stands for.
private func claim(of row: Row) throws -> Claim {
  Claim(
    number: row["number"],
    document: try row.documentID("sha256"),
    fileName: row.bytes("file_name"),
    size: row["size"],
    format: try row.known("format"),
    depth: row["depth"],
    attempt: row["attempts"],
    lease: row["claims"]
  )
}

/// Ends a claim and sets columns, in one statement that compares the lease.
private func settle(
  _ claim: Claim,
  _ assignments: String,
  _ arguments: [(any DatabaseValueConvertible)?],
  in database: Database
) throws {
  try database.execute(
    sql: """
      UPDATE document SET is_leased = 0, pages_done = NULL, pages_total = NULL, \(assignments)
      WHERE number = ? AND is_leased AND claims = ?
      """,
    arguments: StatementArguments(arguments + [claim.number, claim.lease])
  )
  guard database.changesCount == 1 else {
    throw Problem(.fault, "lease-lost", ["id": String(claim.number)])
  }
}
