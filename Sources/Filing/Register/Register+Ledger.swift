// Register+Ledger.swift — the other side of the match: entries are imported and asked.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
package import Invoicing

extension Register {
  /// Takes over the entries of one file, or a part of them; doing it again changes nothing.
  ///
  /// An entry is known by source, id and kind, and where a file has several of one id, by their order:
  /// those must come in one part. Large files come in parts, so that nothing else waits for long.
  ///
  /// - `sha256`: of the file's bytes, in hexadecimal, for the record of imports.
  /// - `listsAllOpen`: whether the file lists everything of its source that is open: what it
  ///   no longer lists is closed after the last part. False for the books of a year.
  /// - `continued`: the number of the import whose next part this is; nil for a first part.
  package func importLedger(
    source: String,
    fileName: String,
    sha256: String,
    entries: [LedgerEntry],
    listsAllOpen: Bool = false,
    continued: Int64? = nil,
    isLast: Bool = true,
    importedAt: String
  ) async throws(Problem) -> ImportReport {
    try await write { database in
      // Entries go to places all over the indexes: without room for these each page is written often.
      try database.execute(sql: "PRAGMA cache_size = -\(importCache)")
      defer { try? database.execute(sql: "PRAGMA cache_size = -2000") }
      let number = try continued ?? newImport(source, fileName, importedAt, in: database)
      var writer = try LedgerWriter(database, source: source, import: number)
      for entry in entries { try writer.write(entry) }
      try database.execute(
        sql: """
          UPDATE ledger_import SET entries = entries + ?, sha256 = ? WHERE id = ?
          """,
        arguments: [entries.count, isLast ? sha256 : "", number]
      )
      let closed = isLast && listsAllOpen ? try closeUnlisted(source, number, in: database) : 0
      // Counted once, after the last part.
      let total =
        isLast
        ? try Int.fetchOne(
          database,
          sql: "SELECT count(*) FROM ledger_entry WHERE source = ?",
          arguments: [source]
        ) : nil
      return ImportReport(
        new: writer.new,
        changed: writer.changed,
        unchanged: entries.count - writer.new - writer.changed,
        closed: writer.closed + closed,
        total: total ?? 0,
        number: number
      )
    }
  }

  /// Whether the last import of a file of this name was of these very bytes.
  package func isLatestImport(
    fileName: String,
    sha256: String
  ) async throws(Problem) -> Bool {
    try await read { database in
      let latest = try String.fetchOne(
        database,
        sql: "SELECT sha256 FROM ledger_import WHERE file_name = ? ORDER BY id DESC LIMIT 1",
        arguments: [fileName]
      )
      return latest == sha256
    }
  }

  /// What the ledger answers to one question, in one read transaction.
  package func answers(to query: LedgerQuery) async throws(Problem) -> LedgerAnswers {
    let statistics = statistics
    return try await read { try ledgerAnswers(to: query, statistics, in: $0) }
  }

  /// What the ledger answers to several questions, in one read transaction, in their order.
  package func answers(to queries: [LedgerQuery]) async throws(Problem) -> [LedgerAnswers] {
    let statistics = statistics
    return try await read { database in
      try queries.map { try ledgerAnswers(to: $0, statistics, in: database) }
    }
  }

  /// The entries that the filter asks for, by source and id.
  package func entries(
    _ filter: LedgerFilter = LedgerFilter()
  ) async throws(Problem) -> [LedgerEntry] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(entryColumns) FROM ledger_entry AS entry
          WHERE (?1 IS NULL OR source = ?1) AND (NOT ?2 OR is_open)
            AND (NOT ?3 OR NOT EXISTS (SELECT 1 FROM link
              WHERE link.source = entry.source AND link.entry = entry.id))
            AND (?7 IS NULL OR kind = ?7)
            AND (?4 IS NULL OR instr(upper(concat_text), upper(?4)))
          ORDER BY source, id, kind, ordinal LIMIT ?5 OFFSET ?6
          """.replacing("concat_text", with: searchedText),
        arguments: [
          filter.source, filter.openOnly, filter.unmatchedOnly, filter.text, filter.limit ?? -1,
          filter.offset, filter.kind?.rawValue,
        ]
      ).map(ledgerEntry(of:))
    }
  }

  /// The entry of this name, the first where there are several, or nil.
  package func entry(_ id: LedgerEntryID) async throws(Problem) -> LedgerEntry? {
    try await entries(named: [id]).first
  }

  /// Every entry of these names, in their order.
  package func entries(named ids: [LedgerEntryID]) async throws(Problem) -> [LedgerEntry] {
    try await read { database in
      let statement = try database.cachedStatement(
        sql:
          "SELECT \(entryColumns) FROM ledger_entry WHERE source = ? AND id = ? ORDER BY kind, ordinal"
      )
      return try ids.flatMap { id in
        try Row.fetchAll(statement, arguments: [id.source, id.id]).map(ledgerEntry(of:))
      }
    }
  }

  /// The entries of any source whose printed id is this one, for what people type.
  package func entries(printedID id: String) async throws(Problem) -> [LedgerEntry] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT \(entryColumns) FROM ledger_entry WHERE id = ? ORDER BY source, kind, ordinal",
        arguments: [id]
      ).map(ledgerEntry(of:))
    }
  }

  /// The invoices that are linked to each of these entries, proposed or accepted, by id; an entry
  /// without any is absent.
  package func linkedInvoices(
    entries: [LedgerEntryID]
  ) async throws(Problem) -> [LedgerEntryID: [Int64]] {
    try await read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT invoice FROM link WHERE source = ? AND entry = ? ORDER BY invoice"
      )
      var linked: [LedgerEntryID: [Int64]] = [:]
      for entry in entries {
        let invoices = try Int64.fetchAll(statement, arguments: [entry.source, entry.id])
        if !invoices.isEmpty { linked[entry] = invoices }
      }
      return linked
    }
  }
}

/// Kibibytes of pages that an import keeps in memory.
private let importCache = 128 << 10

/// The record of an import that begins; the digest comes with its last part, so that one that was
/// broken off is not taken for done.
private func newImport(
  _ source: String,
  _ fileName: String,
  _ importedAt: String,
  in database: Database
) throws -> Int64 {
  try database.execute(
    sql: """
      INSERT INTO ledger_import (source, file_name, sha256, imported_at, entries)
      VALUES (?, ?, '', ?, 0)
      """,
    arguments: [source, fileName, importedAt]
  )
  return database.lastInsertedRowID
}

/// Where the text of a ledger filter is looked for.
private let searchedText = """
  ifnull(party_code, '') || ' ' || ifnull(party_name, '') || ' ' || ifnull(reference, '') || ' ' \
  || label || ' ' || id
  """

/// Closes the open entries of a source that an import did not list; returns how many.
private func closeUnlisted(
  _ source: String,
  _ number: Int64,
  in database: Database
) throws -> Int {
  try database.execute(
    sql: "UPDATE ledger_entry SET is_open = 0 WHERE source = ? AND import <> ? AND is_open",
    arguments: [source, number]
  )
  return database.changesCount
}
