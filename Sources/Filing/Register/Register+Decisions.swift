// Register+Decisions.swift — what people decide: append-only, undone only by a mark.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// Records what a person decided about an invoice and moves the invoice, in one transaction.
  ///
  /// - `invoice`: the invoice's id.
  /// - `rowVersion`: `InvoiceRecord.rowVersion` as the person saw it.
  /// - `event`: what the decision does to the state; nil: nothing by itself.
  /// - `reassessed`: the invoice assessed with this decision applied, after a correction or an
  ///   accepted match; it is taken before the event happens.
  /// - Returns: the invoice as it is now.
  /// - Throws: "no-such-invoice", "changed-meanwhile", "decision-not-possible" (id, state, decision),
  ///   "already-decided" (id, state: its assessment is frozen).
  package func decide(
    _ decision: Decision,
    on invoice: Int64,
    seen rowVersion: Int64,
    author: String,
    at: String,
    event: InvoiceEvent? = nil,
    reassessed: AssessedInvoice? = nil
  ) async throws(Problem) -> InvoiceRecord {
    try await write { database in
      let (row, before) = try storedInvoice(invoice, in: database)
      guard row["row_version"] == rowVersion else {
        throw Problem(.usage, "changed-meanwhile", ["id": String(invoice)])
      }
      var after = before
      try after.apply(decision, event, reassessed, id: invoice)
      let content = try json(before)
      try record(decision, on: invoice, by: author, at, before: content, in: database)
      try after.update(id: invoice, document: row["document"], in: database)
      try learn(fromDecisionsOn: invoice, in: database)
      return try invoiceRecord(invoice, in: database)
    }
  }

  /// Records what a person says a document is; it overrules every later assessment.
  ///
  /// As an invoice it waits for a new assessment. As anything else it is `not_invoice`, and its
  /// undecided invoices go.
  ///
  /// - `number`: the document's number.
  /// - Throws: "no-such-document", "decision-not-possible" when it is not read, or holds a decided
  ///   invoice.
  package func declare(
    _ type: DocumentType,
    document number: Int64,
    author: String,
    at: String
  ) async throws(Problem) {
    try await write { database in
      let state = try documentState(number, in: database)
      let decided = try decidedInvoices(of: number, in: database)
      guard state == .read || state == .notInvoice, type == .invoice || decided == 0 else {
        throw notPossible(number, state.rawValue, .declare(type))
      }
      let before = StoredDocument(state: state, declaredType: try declared(number, in: database))
      try record(.declare(type), on: number, by: author, at, before: json(before), in: database)
      let after = StoredDocument(state: type == .invoice ? .read : .notInvoice, declaredType: type)
      try after.update(number, in: database)
      guard type != .invoice else { return }
      try database.execute(sql: "DELETE FROM invoice WHERE document = ?", arguments: [number])
    }
  }

  /// Takes back the last standing decision about an invoice or a document.
  ///
  /// The row is restored as it was before that decision; an undecided invoice is then assessed again
  /// with the decisions that still stand.
  ///
  /// - `item`: the invoice's id, or the document's number.
  /// - Returns: the decision that was taken back, or nil when none stands.
  package func undoLast(
    _ item: Int64,
    author: String,
    at: String
  ) async throws(Problem) -> DecisionRecord? {
    try await write { database in
      let last = try Row.fetchOne(
        database,
        sql: """
          SELECT * FROM decision WHERE item = ? AND undone_at IS NULL ORDER BY number DESC LIMIT 1
          """,
        arguments: [item]
      )
      guard let last else { return nil }
      try database.execute(
        sql: "UPDATE decision SET undone_by = ?, undone_at = ? WHERE number = ?",
        arguments: [author, at, last["number"] as Int64]
      )
      try restore(item, from: last["before"] as Data, in: database)
      let record = try decisionRecord(last, isUndone: true)
      let arguments = ["decision": record.decision.code]
      try audit(item, at, "undone", arguments, by: author, in: database)
      return record
    }
  }

  /// Every decision about an invoice or a document, the undone ones too, oldest first.
  package func decisions(of item: Int64) async throws(Problem) -> [DecisionRecord] {
    try await read { try decisionRecords("item = ?", [item], in: $0) }
  }
}

/// The decisions about these invoices or documents that were not taken back, oldest first.
func standingDecisions(of items: [Int64], in database: Database) throws -> [DecisionRecord] {
  let condition = "item IN (\(placeholders(items.count))) AND undone_at IS NULL"
  return try decisionRecords(condition, items, in: database)
}

private func decisionRecords(
  _ condition: String,
  _ arguments: [Int64],
  in database: Database
) throws -> [DecisionRecord] {
  try Row.fetchAll(
    database,
    sql: "SELECT * FROM decision WHERE \(condition) ORDER BY number",
    arguments: StatementArguments(arguments)
  ).map { try decisionRecord($0, isUndone: $0["undone_at"] != nil) }
}

private func decisionRecord(_ row: Row, isUndone: Bool) throws -> DecisionRecord {
  DecisionRecord(
    number: row["number"],
    decision: try value(of: row["decision"] as String),
    author: row["author"],
    decidedAt: row["decided_at"],
    isUndone: isUndone
  )
}

/// Draws from the standing decisions about an invoice what the next ones are judged by.
func learn(fromDecisionsOn invoice: Int64, in database: Database) throws {
  try judgeLink(of: invoice, in: database)
  try noteAcceptedWarnings(of: invoice, in: database)
}

/// Adds a decision with the row as it was before, and a line of history.
private func record(
  _ decision: Decision,
  on item: Int64,
  by author: String,
  _ at: String,
  before: Data,
  in database: Database
) throws {
  try database.execute(
    sql: """
      INSERT INTO decision (item, decision, author, decided_at, before) VALUES (?, ?, ?, ?, ?)
      """,
    arguments: [item, try jsonText(decision), author, at, before]
  )
  try audit(item, at, "decided", ["decision": decision.code], by: author, in: database)
}

/// Restores the row of an invoice or of a document.
private func restore(_ item: Int64, from before: Data, in database: Database) throws {
  if let row = try invoiceRow(item, in: database) {
    let stored = try value(StoredInvoice.self, of: before)
    let document: Int64 = row["document"]
    try stored.update(id: item, document: document, in: database)
    try learn(fromDecisionsOn: item, in: database)
    try database.execute(
      sql: "UPDATE document SET assessed_with = NULL WHERE number = ?",
      arguments: [document]
    )
  } else {
    _ = try documentState(item, in: database)
    try value(StoredDocument.self, of: before).update(item, in: database)
  }
}

private func decidedInvoices(of document: Int64, in database: Database) throws -> Int {
  try Int.fetchOne(
    database,
    sql: """
      SELECT count(*) FROM invoice WHERE document = ? AND state NOT IN (\(undecidedStates))
      """,
    arguments: [document]
  ) ?? 0
}

private func declared(_ number: Int64, in database: Database) throws -> DocumentType? {
  try String.fetchOne(
    database,
    sql: "SELECT declared_type FROM document WHERE number = ?",
    arguments: [number]
  ).flatMap(DocumentType.init(rawValue:))
}

private func notPossible(_ id: Int64, _ state: String, _ decision: Decision) -> Problem {
  let arguments = ["id": String(id), "state": state, "decision": decision.code]
  return Problem(.usage, "decision-not-possible", arguments)
}

/// What a declaration changes in the row of a document.
private struct StoredDocument: Codable {
  let state: DocumentState
  let declaredType: DocumentType?

  /// Writes the row; the document waits for a new assessment.
  func update(_ number: Int64, in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE document SET state = ?, declared_type = ?, assessed_with = NULL WHERE number = ?
        """,
      arguments: [state.rawValue, declaredType?.rawValue, number]
    )
  }
}

extension StoredInvoice {
  /// Applies a decision with its event and its new assessment.
  fileprivate mutating func apply(
    _ decision: Decision,
    _ event: InvoiceEvent?,
    _ reassessed: AssessedInvoice?,
    id: Int64
  ) throws(Problem) {
    if let reassessed {
      guard state.isUndecided || state == .onHold || state == .disputed else {
        let arguments = ["id": String(id), "state": state.rawValue]
        throw Problem(.usage, "already-decided", arguments)
      }
      take(reassessed)
    }
    if let event {
      guard let newState = next(state, on: event) else {
        throw notPossible(id, state.rawValue, decision)
      }
      state = newState
    }
    switch decision {
    case .hold(let until): holdUntil = until
    case .paid(let day, let means): (paidOn, paidBy) = (day, means)
    case .unpaid: (paidOn, paidBy) = (nil, nil)
    case .approve: holdUntil = nil
    case .correct, .declare, .discard, .acceptMatch: break
    }
  }
}

extension Decision {
  /// The catalogue's code of what was decided.
  package var code: String {
    switch self {
    case .correct: "correct"
    case .declare: "declare"
    case .approve: "approve"
    case .hold: "hold"
    case .discard: "discard"
    case .acceptMatch: "accept-match"
    case .paid: "paid"
    case .unpaid: "unpaid"
    }
  }
}
