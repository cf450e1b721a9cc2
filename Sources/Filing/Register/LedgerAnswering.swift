// LedgerAnswering.swift — which entries share a key with an invoice, and how common the key is.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Invoicing

/// What the ledger answers to a query; one transaction holds all of it.
func ledgerAnswers(
  to query: LedgerQuery,
  _ statistics: LedgerStatistics,
  in database: Database
) throws -> LedgerAnswers {
  let counts = try statistics.counts(in: database)
  return LedgerAnswers(
    candidates: try candidates(query, counts, in: database),
    entryCount: counts.entries,
    amountFrequency: try frequencies(
      of: query.amounts,
      "SELECT count(*) FROM ledger_entry WHERE amount = ? AND currency = ?",
      [query.currency.code],
      in: database
    ),
    skeletonFrequency: try frequencies(
      of: query.skeletons,
      """
      SELECT (SELECT count(*) FROM ledger_entry WHERE skeleton = ?1 AND kind <> 'bank_line')
        + (SELECT count(*) FROM named_reference WHERE skeleton = ?1)
      """,
      in: database
    ),
    partyFrequency: query.partyCode.flatMap { counts.parties[$0] } ?? 0,
    rates: try rates(for: query, in: database)
  )
}

/// The books are kept in euros: of other currencies the rates are needed.
private func rates(for query: LedgerQuery, in database: Database) throws -> ExchangeRates {
  guard query.currency != .euro, let dates = query.dates else { return ExchangeRates() }
  return try exchangeRates(of: query.currency, in: dates, in: database)
}

/// How many entries have each of these values.
private func frequencies<Value: DatabaseValueConvertible & Hashable>(
  of values: [Value],
  _ sql: String,
  _ more: [(any DatabaseValueConvertible)?] = [],
  in database: Database
) throws -> [Value: Int] {
  let statement = try database.cachedStatement(sql: sql)
  var counts: [Value: Int] = [:]
  for value in Set(values) {
    let arguments = StatementArguments([value] + more)
    counts[value] = try Int.fetchOne(statement, arguments: arguments) ?? 0
  }
  return counts
}

/// Entries that share an amount, a reference or an open account with the query, by id.
///
/// Each key brings at most 200, the latest: recurring amounts have thousands. The supplier alone brings
/// 80: an entry that has neither the amount nor the reference is only shown for comparison. Where an item
/// of a large ledger has both, none of those could come near it, and reading them would take most of the
/// time: they are not asked for.
private func candidates(
  _ query: LedgerQuery,
  _ counts: LedgerStatistics.Counts,
  in database: Database
) throws -> [LedgerEntry] {
  var searches: [LedgerSearch] = []
  searches += query.amounts.map {
    LedgerSearch("amount = ? AND currency = ?", [$0, query.currency.code])
  }
  searches += query.skeletons.map { LedgerSearch("skeleton = ?", [$0]) }
  searches += query.skeletons.map { LedgerSearch(namedCondition, [$0]) }
  searches += query.digits.map { LedgerSearch("digits = ?", [$0]) }
  searches += query.payees.map { LedgerSearch(payeeCondition, [$0]) }
  var found: [Int64: FoundEntry] = [:]
  for search in searches { try find(search, query, counts, in: database, into: &found) }
  let isFound = counts.entries >= largeLedger && found.values.contains { query.isMet(by: $0.entry) }
  if let party = query.partyCode, !isFound {
    let search = LedgerSearch(openOfParty, [party], most: 80)
    try find(search, query, counts, in: database, into: &found)
  }
  return found.values.sorted(by: <).map(\.entry)
}

/// From so many entries on an amount and a number together outweigh all that a supplier's name and a date
/// can say: each of them weighs log2 of the ledger's size.
private let largeLedger = 50_000

extension LedgerQuery {
  /// Whether an item of the supplier's in the books has one of the amounts and one of the references.
  fileprivate func isMet(by entry: LedgerEntry) -> Bool {
    entry.kind == .openItem && entry.partyCode == partyCode && entry.amount.currency == currency
      && amounts.contains(entry.amount.minorUnits)
      && entry.reference.map { skeletons.contains(ReferenceKey.skeleton(of: $0)) } ?? false
  }
}

/// A condition on entries, and how many of the latest that fulfil it are wanted.
private struct LedgerSearch {
  let condition: String
  let arguments: [(any DatabaseValueConvertible)?]
  let most: Int

  init(_ condition: String, _ arguments: [(any DatabaseValueConvertible)?], most: Int = 200) {
    self.condition = condition
    self.arguments = arguments
    self.most = most
  }
}

/// An entry and its place among those of one id; a class, since sorting would move large values about.
private final class FoundEntry: Comparable {
  let entry: LedgerEntry
  let ordinal: Int

  init(_ entry: LedgerEntry, ordinal: Int) {
    self.entry = entry
    self.ordinal = ordinal
  }

  static func == (left: FoundEntry, right: FoundEntry) -> Bool { left === right }

  static func < (left: FoundEntry, right: FoundEntry) -> Bool {
    let (first, second) = (left.entry.id, right.entry.id)
    if first != second { return first < second }
    return (left.entry.kind.rawValue, left.ordinal) < (right.entry.kind.rawValue, right.ordinal)
  }
}

/// In the words of the index of open entries.
private let openOfParty = "party_code = ? AND is_open AND party_code IS NOT NULL"

/// Bank lines whose text names a reference.
private let namedCondition = """
  (source, id, kind, ordinal) IN
    (SELECT source, id, kind, ordinal FROM named_reference WHERE skeleton = ?)
  """

/// Bank lines to or from a payee.
private let payeeCondition = """
  (source, id, kind, ordinal) IN (SELECT source, id, kind, ordinal FROM payee WHERE key = ?)
  """

/// The latest entries in the query's time, and those without a date.
///
/// Two statements: one that allows for missing dates could not walk down the dates of an index.
private func find(
  _ search: LedgerSearch,
  _ query: LedgerQuery,
  _ counts: LedgerStatistics.Counts,
  in database: Database,
  into found: inout [Int64: FoundEntry]
) throws {
  let select = "SELECT \(entryColumns), rowid FROM ledger_entry WHERE \(search.condition)"
  func take(_ rest: String, _ more: [String] = []) throws {
    let statement = try database.cachedStatement(sql: select + rest)
    let rows = try Row.fetchCursor(
      statement,
      arguments: StatementArguments(search.arguments + more)
    )
    while let row = try rows.next() {
      let number: Int64 = row[rowNumber]
      guard found[number] == nil else { continue }
      found[number] = FoundEntry(try ledgerEntry(of: row), ordinal: row[ordinal])
    }
  }
  guard let dates = query.dates else {
    return try take(" ORDER BY document_date DESC LIMIT \(search.most)")
  }
  try take(
    " AND document_date BETWEEN ? AND ? ORDER BY document_date DESC LIMIT \(search.most)",
    [dates.lowerBound.description, dates.upperBound.description]
  )
  if counts.hasUndated { try take(" AND document_date IS NULL LIMIT \(search.most)") }
}

/// Where they stand behind `entryColumns` and in it.
private let rowNumber = 19
private let ordinal = 3
