// Register+Assessing.swift — read documents are assessed, their invoices filed.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// Read documents whose assessment is missing or was made with another key, the oldest first.
  ///
  /// A mail or an archive is asked for its own pages only where nothing in it is an invoice or may
  /// still become one. Documents whose invoices are all decided are left alone, as are those that a
  /// person declared not to be an invoice.
  ///
  /// Whoever claims them is the only one who does. They are marked, so that a document that kills the
  /// daemon is stopped some day: those that were marked when it died come last, and alone, so that its
  /// next death tells which one it is.
  ///
  /// - `key`: what the assessment depends on (version of rules and program); any text.
  package func claimForAssessing(
    limit: Int,
    key: String
  ) async throws(Problem) -> [AssessingTask] {
    try await write { database in
      func pending(_ condition: String, _ limit: Int) throws -> [Row] {
        try Row.fetchAll(
          database,
          sql: """
            \(taskColumns)
            WHERE \(condition) AND state IN ('read', 'not_invoice') AND assessed_with IS NOT ?
              AND coalesce(declared_type, 'invoice') = 'invoice'
              AND (NOT EXISTS (SELECT 1 FROM invoice WHERE invoice.document = document.number)
                OR EXISTS (SELECT 1 FROM invoice WHERE invoice.document = document.number
                  AND invoice.state IN (\(undecidedStates))))
              AND NOT EXISTS (SELECT 1 FROM sighting
                JOIN document AS held ON held.number = sighting.document
                WHERE sighting.container = document.number
                  AND held.state IN ('received', 'reading', 'read'))
            ORDER BY number LIMIT ?
            """,
          arguments: [key, limit]
        )
      }
      var rows = try pending("interruptions = 0", limit)
      if rows.isEmpty { rows = try pending("interruptions > 0", 1) }
      let tasks = try rows.map { try task(of: $0, in: database) }
      try mark(tasks.map(\.number), asClaimed: true, in: database)
      return tasks
    }
  }

  /// Takes the mark from documents that were claimed and could not be assessed for want of something
  /// else, as when the disk is full.
  package func releaseAssessing(_ numbers: [Int64]) async throws(Problem) {
    try await write { database in try mark(numbers, asClaimed: false, in: database) }
  }

  /// The same for one document, assessed or not; nil when it has not been read.
  package func assessingTask(document number: Int64) async throws(Problem) -> AssessingTask? {
    try await read { database in
      try Row.fetchOne(
        database,
        sql: "\(taskColumns) WHERE number = ? AND state IN ('read', 'not_invoice')",
        arguments: [number]
      ).map { try task(of: $0, in: database) }
    }
  }

  /// Files the assessments of one document in one transaction.
  ///
  /// An invoice is known by its first page and keeps its id. One that is decided is not touched. One
  /// that is no longer found goes, unless a person decided anything about it. A document without any
  /// invoice becomes `not_invoice`, unless it is the other form of one that came beside it.
  ///
  /// - Returns: the ids in the order of `invoices`; nil when a person decided or undid something, or
  ///   what came beside it was read, since the task was made: nothing is filed then, and the document
  ///   waits for its next assessment.
  /// - Throws: "no-such-document", "changed-meanwhile" when the document is not read any more.
  package func fileAssessments(
    _ task: AssessingTask,
    _ invoices: [AssessedInvoice],
    documentType: DocumentType,
    assessedWith key: String,
    at: String
  ) async throws(Problem) -> [Int64]? {
    try await write { database in
      let state = try documentState(task.number, in: database)
      guard state == .read || state == .notInvoice else {
        throw Problem(.usage, "changed-meanwhile", ["id": String(task.number)])
      }
      try database.execute(
        sql: "UPDATE document SET is_leased = 0, interruptions = 0 WHERE number = ?",
        arguments: [task.number]
      )
      // What was read beside it meanwhile asked for another verdict than this one.
      guard try mindChanges(task.number, in: database) == task.mindChanges,
        try readSiblings(of: task.number, in: database) == task.readSiblings
      else { return nil }
      let ids = try invoices.map { try file($0, of: task.number, at, in: database) }
      try removeVanished(of: task.number, keeping: ids, in: database)
      let left = try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM invoice WHERE document = ?",
        arguments: [task.number]
      )
      // An invoice without any is held by what came beside it; a message has done its work.
      let isDone = [.invoice, .lifecycleMessage].contains(documentType)
      let newState: DocumentState = left == 0 && !isDone ? .notInvoice : .read
      try database.execute(
        sql: "UPDATE document SET state = ?, document_type = ?, assessed_with = ? WHERE number = ?",
        arguments: [newState.rawValue, documentType.rawValue, key, task.number]
      )
      if newState == .notInvoice, state == .read {
        try audit(task.number, at, "not-invoice", ["type": documentType.rawValue], in: database)
      }
      return ids
    }
  }

  /// Files a new match (or assessment) of one undecided invoice, as after a ledger import.
  ///
  /// - Returns: whether it was filed; false when the invoice is decided or was changed since.
  package func refile(
    _ invoice: AssessedInvoice,
    as id: Int64,
    seen rowVersion: Int64,
    at: String
  ) async throws(Problem) -> Bool {
    try await write { database in
      let (row, stored) = try storedInvoice(id, in: database)
      guard stored.state.isUndecided, row["row_version"] == rowVersion else { return false }
      try refresh(id, row, stored, with: invoice, at, in: database)
      return true
    }
  }

  /// Who sent the mail that a document came with first; nil when none brought it.
  package func mail(of document: Int64) async throws(Problem) -> MailHeader? {
    try await read { database in
      try String.fetchOne(
        database,
        sql:
          "SELECT mail FROM sighting WHERE document = ? AND mail IS NOT NULL ORDER BY id LIMIT 1",
        arguments: [document]
      ).map { try value(of: $0) }
    }
  }
}

private let taskColumns = """
  SELECT number, reading.document, received_at, arrival, (SELECT file_name FROM sighting
    WHERE sighting.document = document.number ORDER BY id LIMIT 1) AS file_name,
    (SELECT mail FROM sighting WHERE sighting.document = document.number AND mail IS NOT NULL
      ORDER BY id LIMIT 1) AS mail
  FROM document JOIN reading USING (sha256, reader_version, plan_key)
  """

/// The states in which nobody has decided yet, quoted for SQL.
let undecidedStates = InvoiceState.allCases.filter(\.isUndecided).map { "'\($0.rawValue)'" }
  .joined(separator: ", ")

private func task(of row: Row, in database: Database) throws -> AssessingTask {
  let number: Int64 = row["number"]
  let pages = try Row.fetchAll(
    database,
    sql: "SELECT id, first_page FROM item WHERE document = ? ORDER BY id",
    arguments: [number]
  )
  let decisions = try pages.compactMap { page -> (Int, [DecisionRecord])? in
    let records = try standingDecisions(of: [page["id"]], in: database)
    return records.isEmpty ? nil : (page["first_page"], records)
  }
  let readSiblings = try readSiblings(of: number, in: database)
  return AssessingTask(
    number: number,
    document: try value(of: row["document"] as Data),
    fileName: row.bytes("file_name"),
    receivedAt: row["received_at"],
    arrival: try row.known("arrival"),
    mail: try (row["mail"] as String?).map { try value(of: $0) },
    decisions: try standingDecisions(of: [number], in: database),
    invoiceDecisions: Dictionary(uniqueKeysWithValues: decisions),
    siblings: try readSiblings.compactMap { sibling in
      try Data.fetchOne(
        database,
        sql: """
          SELECT reading.document FROM document JOIN reading USING (sha256, reader_version, plan_key)
          WHERE number = ?
          """,
        arguments: [sibling]
      ).map { try value(of: $0) }
    },
    mindChanges: try mindChanges(number, in: database),
    readSiblings: readSiblings
  )
}

/// The documents that came in the same mail, archive or folder and may be the other form of this one; none
/// where there is no e-invoice among few of them.
func siblings(of number: Int64, in database: Database) throws -> [Int64] {
  let rows = try Row.fetchAll(
    database,
    sql: """
      SELECT held.number, held.format FROM sighting AS own
      JOIN sighting AS beside ON beside.container = own.container
      JOIN document AS held ON held.number = beside.document
      WHERE own.document = ?1
      UNION SELECT held.number, held.format FROM sighting AS own
      JOIN sighting AS beside ON beside.parcel = own.parcel
      JOIN document AS held ON held.number = beside.document
      WHERE own.document = ?1 LIMIT 41
      """,
    arguments: [number]
  )
  guard (2...40).contains(rows.count), rows.contains(where: { $0["format"] == "xml" }) else {
    return []
  }
  return rows.map { $0["number"] as Int64 }.filter { $0 != number }
}

/// Those of them that have been read, by number.
private func readSiblings(of number: Int64, in database: Database) throws -> [Int64] {
  let siblings = try siblings(of: number, in: database)
  guard !siblings.isEmpty else { return [] }
  return try Int64.fetchAll(
    database,
    sql: """
      SELECT number FROM document WHERE state IN ('read', 'not_invoice')
        AND number IN (\(placeholders(siblings.count))) ORDER BY number
      """,
    arguments: StatementArguments(siblings)
  )
}

/// How often people decided or undid anything about a document and its invoices.
private func mindChanges(_ document: Int64, in database: Database) throws -> Int {
  try Int.fetchOne(
    database,
    sql: """
      SELECT count(*) + count(undone_at) FROM decision
      WHERE item = ? OR item IN (SELECT id FROM item WHERE document = ?)
      """,
    arguments: [document, document]
  ) ?? 0
}

/// Files one invoice under the id of its first page; returns the id.
private func file(
  _ invoice: AssessedInvoice,
  of document: Int64,
  _ at: String,
  in database: Database
) throws -> Int64 {
  let id = try invoiceID(document, invoice.firstPage, in: database)
  if let row = try invoiceRow(id, in: database) {
    let stored = try StoredInvoice(row)
    if stored.state.isUndecided {
      try refresh(id, row, stored, with: invoice, at, in: database)
    }
  } else {
    let stored = StoredInvoice(invoice)
    try stored.insert(id: id, document: document, firstPage: invoice.firstPage, in: database)
    try audit(id, at, "assessed", ["state": stored.state.rawValue], in: database)
  }
  return id
}

/// Brings an undecided invoice up to date; writes nothing when nothing changed.
private func refresh(
  _ id: Int64,
  _ row: Row,
  _ stored: StoredInvoice,
  with invoice: AssessedInvoice,
  _ at: String,
  in database: Database
) throws {
  var fresh = stored
  fresh.take(invoice)
  guard fresh != stored else { return }
  try fresh.update(id: id, document: row["document"], in: database)
  if fresh.state != stored.state {
    try audit(id, at, "assessed", ["state": fresh.state.rawValue], in: database)
  }
}

/// Marks documents as being assessed, or takes the mark away; leases of readers are left alone.
private func mark(_ numbers: [Int64], asClaimed isClaimed: Bool, in database: Database) throws {
  try database.execute(
    sql: """
      UPDATE document SET is_leased = ?
      WHERE state IN ('read', 'not_invoice') AND number IN (\(placeholders(numbers.count)))
      """,
    arguments: [isClaimed] + StatementArguments(numbers)
  )
}

/// Counts a death of the daemon on the documents that it was assessing, and refuses those at
/// `AttemptLimit.assessments` deaths ("assessing-killed-daemon"), whose undecided invoices go.
///
/// - Returns: whether it was assessing any, and the numbers of those that were refused.
func returnAssessing(
  _ at: String,
  in database: Database
) throws -> (any: Bool, refused: [Int64]) {
  try database.execute(
    sql: """
      UPDATE document SET is_leased = 0, interruptions = interruptions + 1
      WHERE is_leased AND state IN ('read', 'not_invoice')
      """
  )
  let any = database.changesCount > 0
  let refused = try Int64.fetchAll(
    database,
    sql:
      "SELECT number FROM document WHERE state IN ('read', 'not_invoice') AND interruptions >= ?",
    arguments: [AttemptLimit.assessments]
  )
  let deaths = ["deaths": String(AttemptLimit.assessments)]
  for number in refused {
    try removeVanished(of: number, keeping: [], in: database)
    let problem = Problem(.refusal, "assessing-killed-daemon", deaths)
    try quarantineRow(number, problem, at, in: database)
  }
  return (any, refused)
}

/// The id that the invoice on this page of this document has or will have for ever.
private func invoiceID(
  _ document: Int64,
  _ firstPage: Int,
  in database: Database
) throws -> Int64 {
  let known = try Int64.fetchOne(
    database,
    sql: "SELECT id FROM item WHERE document = ? AND first_page = ?",
    arguments: [document, firstPage]
  )
  if let known { return known }
  try database.execute(
    sql: "INSERT INTO item (document, first_page) VALUES (?, ?)",
    arguments: [document, firstPage]
  )
  return database.lastInsertedRowID
}

/// Removes the undecided invoices that are found no more and that nobody decided anything about.
private func removeVanished(
  of document: Int64,
  keeping ids: [Int64],
  in database: Database
) throws {
  try database.execute(
    sql: """
      DELETE FROM invoice
      WHERE document = ? AND state IN (\(undecidedStates)) AND id NOT IN (\(placeholders(ids.count)))
        AND NOT EXISTS (SELECT 1 FROM decision WHERE item = invoice.id AND undone_at IS NULL)
      """,
    arguments: StatementArguments([document] + ids)
  )
}
