// LedgerWriter.swift — ledger entries as rows.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Invoicing

/// Writes the entries of one import and counts what that changes.
struct LedgerWriter {
  private let number: Int64
  /// Whether the register has never heard of this source: then nothing is compared.
  private let isNewSource: Bool
  private let known: Statement
  private let write: Statement
  private let confirm: Statement
  private let name: Statement
  private let pay: Statement
  /// How many entries of each name this import has written.
  private var ordinals: [EntryName: Int] = [:]

  private(set) var new = 0
  private(set) var changed = 0
  private(set) var closed = 0

  private struct EntryName: Hashable {
    let id: LedgerEntryID
    let kind: LedgerEntry.Kind
  }

  init(_ database: Database, source: String, import number: Int64) throws {
    self.number = number
    isNewSource =
      try Int.fetchOne(
        database,
        sql: "SELECT 1 FROM ledger_import WHERE source = ? AND id < ? LIMIT 1",
        arguments: [source, number]
      ) == nil
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
    let name = EntryName(id: entry.id, kind: entry.kind)
    let ordinal = (ordinals[name] ?? 0) + 1
    ordinals[name] = ordinal
    let key: [DatabaseValue] = [
      entry.id.source.databaseValue, entry.id.id.databaseValue, entry.kind.rawValue.databaseValue,
      ordinal.databaseValue,
    ]
    let content = try contentValues(entry)
    let place = [entry.sourceLine.databaseValue, number.databaseValue]
    if isNewSource {
      new += 1
    } else {
      let row = try Row.fetchOne(known, arguments: StatementArguments(key))
      if let row, Array(row.databaseValues) == content {
        return try confirm.execute(arguments: StatementArguments(place + key))
      }
      if row == nil { new += 1 } else { changed += 1 }
      if row?["is_open"] == true, !entry.isOpen { closed += 1 }
    }
    // What a replaced row named goes with it.
    write.setUncheckedArguments(StatementArguments(content + place + key))
    try write.execute()
    guard entry.kind == .bankLine else { return }
    for skeleton in Set(entry.namedReferences.map(ReferenceKey.skeleton)) where !skeleton.isEmpty {
      try self.name.execute(arguments: StatementArguments([skeleton.databaseValue] + key))
    }
    for payee in entry.payeeKeys {
      try pay.execute(arguments: StatementArguments([payee.databaseValue] + key))
    }
  }
}

private let contentColumns = [
  "party_code", "party_name", "account", "reference", "document_date", "booking_date", "due_date",
  "amount", "currency", "label", "is_open", "skeleton", "digits", "party_iban", "is_partly_paid",
  "lines", "charge_account", "vat_rate", "paid_on",
]

/// The cells of `contentColumns`.
private func contentValues(_ entry: LedgerEntry) throws -> [DatabaseValue] {
  func text(_ text: String?) -> DatabaseValue { text?.databaseValue ?? .null }
  func day(_ day: CalendarDate?) -> DatabaseValue { day?.description.databaseValue ?? .null }
  let skeleton = entry.reference.map(ReferenceKey.skeleton(of:)).flatMap { $0.isEmpty ? nil : $0 }
  return [
    text(entry.partyCode), text(entry.partyName), text(entry.account), text(entry.reference),
    day(entry.documentDate), day(entry.bookingDate), day(entry.dueDate),
    entry.amount.minorUnits.databaseValue, text(entry.amount.currency.code), text(entry.label),
    entry.isOpen.databaseValue, text(skeleton),
    text(entry.reference.flatMap(ReferenceKey.digits(of:))), text(entry.partyIBAN),
    entry.isPartlyPaid.databaseValue,
    text(entry.lines.isEmpty ? nil : try jsonText(entry.lines)),
    text(entry.booking?.chargeAccount),
    entry.booking?.vatRate?.hundredthsOfPercent.databaseValue ?? .null,
    day(entry.booking?.paidOn),
  ]
}
