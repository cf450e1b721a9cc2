// StoredInvoice.swift — the row of an invoice: what can change, and the columns derived from it.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
internal import Invoicing

/// What can change in the row of an invoice; as JSON it is what undoing restores.
struct StoredInvoice: Hashable, Sendable, Codable {
  var state: InvoiceState
  var assessment: Assessment
  var match: MatchProposal?
  var supplierCode: String?
  var duplicateOf: Int64?
  var holdUntil: CalendarDate?
  var paidOn: CalendarDate?
  var paidBy: String?

  /// A new invoice, as its first assessment finds it.
  init(_ assessed: AssessedInvoice) {
    state = next(.toReview, on: assessed.event) ?? .toReview
    assessment = assessed.assessment
    match = assessed.match
    supplierCode = assessed.supplierCode
    duplicateOf = assessed.duplicateOf
  }

  init(_ row: Row) throws {
    state = try row.known("state")
    assessment = try value(of: row["assessment"] as Data)
    match = try (row["match"] as Data?).map { try value(of: $0) }
    supplierCode = row["supplier_code"]
    duplicateOf = row["duplicate_of"]
    holdUntil = row.day("hold_until")
    paidOn = row.day("paid_on")
    paidBy = row["paid_by"]
  }

  /// Takes over what a later assessment found; the state follows the lifecycle.
  mutating func take(_ assessed: AssessedInvoice) {
    state = next(state, on: assessed.event) ?? state
    assessment = assessed.assessment
    match = assessed.match
    supplierCode = assessed.supplierCode
    duplicateOf = assessed.duplicateOf
  }
}

extension StoredInvoice {
  /// The columns of the row, the derived ones among them.
  ///
  /// What the invoice or a bank line says of being paid holds until a person says that it is not.
  fileprivate func columns(
    fileName: [UInt8],
    _ decisions: [Decision]
  ) throws -> [(String, (any DatabaseValueConvertible)?)] {
    let draft = assessment.draft
    let key = InvoiceKey(draft)
    let seller = draft[.sellerName] ?? ""
    let supplier = [folded(seller), folded(supplierCode ?? ""), key.seller ?? ""]
    let name = String(decoding: fileName, as: UTF8.self)
    let words = supplier + [folded(draft[.invoiceNumber] ?? ""), folded(name)]
    return [
      ("state", state.rawValue),
      ("assessment", try json(assessment)),
      ("match", try match.map(json)),
      ("match_status", match?.status.rawValue),
      ("supplier_code", supplierCode),
      ("duplicate_of", duplicateOf),
      ("hold_until", holdUntil?.description),
      ("paid_on", paidOn?.description),
      ("paid_by", paidBy),
      ("seller_key", key.seller),
      ("name_key", key.sellerName),
      ("iban_key", key.iban),
      ("number_key", key.number),
      ("order_key", key.order),
      ("number", draft[.invoiceNumber]),
      ("seller_name", draft[.sellerName]),
      ("invoice_type", key.invoiceType),
      ("is_paid_already", assessment.isPaidAlready && !decisions.sayUnpaid),
      ("issue_date", key.issueDate?.description),
      ("due_date", draft[.dueDate]?.description),
      ("total", key.total?.minorUnits),
      ("amount_due", draft[.amountDue]?.minorUnits),
      ("currency", (key.total?.currency ?? draft.currency)?.code),
      ("supplier_text", supplier.joined(separator: "\n")),
      ("search_text", words.joined(separator: "\n")),
    ]
  }

  /// Inserts the row of a new invoice with its links.
  func insert(
    id: Int64,
    document: Int64,
    firstPage: Int,
    in database: Database
  ) throws {
    let fileName = try firstFileName(of: document, in: database)
    let decisions = try standingDecisions(of: [id], in: database).map(\.decision)
    let columns = try columns(fileName: fileName, decisions)
    let names = ["id", "document", "first_page"] + columns.map(\.0)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO invoice (\(names.joined(separator: ", ")))
        VALUES (\(placeholders(names.count)))
        """
    )
    let keys: [(any DatabaseValueConvertible)?] = [id, document, firstPage]
    try statement.execute(arguments: StatementArguments(keys + columns.map(\.1)))
    try link(id, decisions, in: database)
  }

  /// Writes the row of an invoice and its links; the row's version grows.
  func update(id: Int64, document: Int64, in database: Database) throws {
    let decisions = try standingDecisions(of: [id], in: database).map(\.decision)
    let columns = try columns(fileName: firstFileName(of: document, in: database), decisions)
    let assignments = columns.map { "\($0.0) = ?" }.joined(separator: ", ")
    let statement = try database.cachedStatement(
      sql: "UPDATE invoice SET row_version = row_version + 1, \(assignments) WHERE id = ?"
    )
    try statement.execute(arguments: StatementArguments(columns.map(\.1) + [id]))
    try link(id, decisions, in: database)
  }

  /// Links the invoice to the entries a person accepted, else to those the matcher proposes.
  private func link(_ id: Int64, _ decisions: [Decision], in database: Database) throws {
    let accepted = decisions.compactMap { decision in
      if case .acceptMatch(let entries) = decision { entries } else { nil }
    }.last
    try database.cachedStatement(sql: "DELETE FROM link WHERE invoice = ?").execute(arguments: [id])
    let statement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO link (invoice, source, entry, is_accepted) VALUES (?, ?, ?, ?)"
    )
    for entry in accepted ?? match?.entries ?? [] {
      try statement.execute(arguments: [id, entry.source, entry.id, accepted != nil])
    }
  }
}

extension [Decision] {
  /// Whether the last word about the payment is that there was none.
  fileprivate var sayUnpaid: Bool {
    for decision in reversed() {
      switch decision {
      case .unpaid: return true
      case .paid: return false
      case .correct, .declare, .approve, .hold, .discard, .acceptMatch: continue
      }
    }
    return false
  }
}

/// The name of a document's first sighting, raw bytes.
private func firstFileName(of document: Int64, in database: Database) throws -> [UInt8] {
  let statement = try database.cachedStatement(
    sql: "SELECT file_name FROM sighting WHERE document = ? ORDER BY id LIMIT 1"
  )
  return Array(try Data.fetchOne(statement, arguments: [document]) ?? Data())
}
