// LedgerWriter.swift — ledger entries as rows.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Invoicing

/// Writes the entries of one import and counts what that changes.
struct LedgerWriter {
  private let number: Int64
  private let known: Statement
  private let write: Statement
  private let confirm: Statement
  private let name: Statement
  private let pay: Statement
  /// How many entries of each name this import has written.
  private var ordinals: [[String]: Int] = [:]

  private(set) var new = 0
  private(set) var changed = 0
  private(set) var closed = 0

  init(_ database: Database, import number: Int64) throws {
    self.number = number
    known = try database.makeStatement(
      sql: """
        SELECT \(contentColumns.joined(separator: ", ")) FROM ledger_entry
        WHERE source = ? AND id = ? AND kind = ? AND ordinal = ?
        """
    )
    let columns = contentColumns + ["source_line", "import", "source", "id", "kind", "ordinal"]
    confirm = try database.makeStatement(
      sql: """
        UPDATE ledger_entry SET source_line = ?, import = ?
        WHERE source = ? AND id = ? AND kind = ? AND ordinal = ?
        """
    )
    write = try database.makeStatement(
      sql: """
        INSERT OR REPLACE INTO ledger_entry (\(columns.joined(separator: ", ")))
        VALUES (\(placeholders(columns.count)))
        """
    )
    name = try database.makeStatement(
      sql: """
        INSERT OR IGNORE INTO named_reference (skeleton, source, id, kind, ordinal)
        VALUES (?, ?, ?, ?, ?)
        """
    )
    pay = try database.makeStatement(
      sql: "INSERT OR IGNORE INTO payee (key, source, id, kind, ordinal) VALUES (?, ?, ?, ?, ?)"
    )
  }

  /// Writes one entry; the entries of one id are told apart by their order.
  mutating func write(_ entry: LedgerEntry) throws {
    let names = [entry.id.source, entry.id.id, entry.kind.rawValue]
    let ordinal = (ordinals[names] ?? 0) + 1
    ordinals[names] = ordinal
    let key = names.map(\.databaseValue) + [ordinal.databaseValue]
    let content = try contentValues(entry)
    let place = [entry.sourceLine.databaseValue, number.databaseValue]
    let row = try Row.fetchOne(known, arguments: StatementArguments(key))
    if let row, Array(row.databaseValues) == content {
      return try confirm.execute(arguments: StatementArguments(place + key))
    }
    if row == nil { new += 1 } else { changed += 1 }
    if row?["is_open"] == true, !entry.isOpen { closed += 1 }
    // What a replaced row named goes with it.
    try write.execute(arguments: StatementArguments(content + place + key))
    for skeleton in Set(entry.namedReferences.map(ReferenceKey.skeleton)) where !skeleton.isEmpty {
      try name.execute(arguments: StatementArguments([skeleton.databaseValue] + key))
    }
    for payee in entry.payeeKeys {
      try pay.execute(arguments: StatementArguments([payee.databaseValue] + key))
    }
  }
}

private let contentColumns = [
  "party_code", "party_name", "account", "reference", "document_date", "booking_date", "due_date",
  "amount", "currency", "label", "is_open", "skeleton", "digits", "party_iban", "is_partly_paid",
  "lines",
]

/// The cells of `contentColumns`.
private func contentValues(_ entry: LedgerEntry) throws -> [DatabaseValue] {
  let skeleton = entry.reference.map(ReferenceKey.skeleton(of:)).flatMap { $0.isEmpty ? nil : $0 }
  let cells: [(any DatabaseValueConvertible)?] = [
    entry.partyCode, entry.partyName, entry.account, entry.reference,
    entry.documentDate?.description, entry.bookingDate?.description, entry.dueDate?.description,
    entry.amount.minorUnits, entry.amount.currency.code, entry.label, entry.isOpen, skeleton,
    entry.reference.flatMap(ReferenceKey.digits(of:)), entry.partyIBAN, entry.isPartlyPaid,
    entry.lines.isEmpty ? nil : try jsonText(entry.lines),
  ]
  return cells.map { $0?.databaseValue ?? .null }
}
