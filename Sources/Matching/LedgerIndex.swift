// LedgerIndex.swift — a ledger in memory that answers what the register's ledger answers.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Entries by the keys of `LedgerQuery`: for one-shot extraction and for tests.
package struct LedgerIndex: Sendable {
  private struct Amount: Hashable {
    let units: Int64
    let currency: Currency
  }

  /// How many entries one key may bring; the newest are kept.
  package static let limit = 200

  private let entries: [LedgerEntry]
  private let byAmount: [Amount: [Int]]
  private let bySkeleton: [String: [Int]]
  private let byDigits: [String: [Int]]
  private let byParty: [String: [Int]]
  private let byPayee: [String: [Int]]
  private let rates: [ExchangeRate]

  package init(_ entries: [LedgerEntry], rates: [ExchangeRate] = []) {
    self.rates = rates
    self.entries = entries.sorted { $0.id < $1.id }
    var (amounts, skeletons): ([Amount: [Int]], [String: [Int]]) = ([:], [:])
    var (digits, parties): ([String: [Int]], [String: [Int]]) = ([:], [:])
    var payees: [String: [Int]] = [:]
    for (place, entry) in self.entries.enumerated() {
      let amount = Amount(units: entry.amount.minorUnits, currency: entry.amount.currency)
      amounts[amount, default: []].append(place)
      let named = entry.namedReferences + (entry.reference.map { [$0] } ?? [])
      for skeleton in Set(named.map(ReferenceKey.skeleton)) where !skeleton.isEmpty {
        skeletons[skeleton, default: []].append(place)
      }
      if let reference = entry.reference {
        if let run = ReferenceKey.digits(of: reference) { digits[run, default: []].append(place) }
      }
      if let party = entry.partyCode { parties[party, default: []].append(place) }
      for payee in entry.payeeKeys { payees[payee, default: []].append(place) }
    }
    (byAmount, bySkeleton, byDigits, byParty) = (amounts, skeletons, digits, parties)
    byPayee = payees
  }

  /// The entries that share a key with the query, and how frequent the keys are.
  package func answers(to query: LedgerQuery) -> LedgerAnswers {
    var found: Set<Int> = []
    let amounts = query.amounts.map { Amount(units: $0, currency: query.currency) }
    for amount in amounts { found.formUnion(newest(byAmount[amount] ?? [], in: query.dates)) }
    for skeleton in query.skeletons { found.formUnion(newest(bySkeleton[skeleton] ?? [], in: nil)) }
    for run in query.digits { found.formUnion(newest(byDigits[run] ?? [], in: nil)) }
    let party = query.partyCode.flatMap { byParty[$0] } ?? []
    found.formUnion(newest(party, in: query.dates))
    for payee in query.payees { found.formUnion(newest(byPayee[payee] ?? [], in: query.dates)) }
    return LedgerAnswers(
      candidates: found.sorted().map { entries[$0] },
      entryCount: entries.count,
      amountFrequency: amounts.reduce(into: [:]) { $0[$1.units] = byAmount[$1]?.count ?? 0 },
      skeletonFrequency: query.skeletons.reduce(into: [:]) { $0[$1] = bySkeleton[$1]?.count ?? 0 },
      partyFrequency: party.count,
      rates: ExchangeRates(rates.filter { $0.currency == query.currency })
    )
  }

  private func newest(_ places: [Int], in dates: ClosedRange<CalendarDate>?) -> [Int] {
    let inside = places.filter { place in
      guard let dates, let date = entries[place].documentDate else { return true }
      return dates.contains(date)
    }
    guard inside.count > Self.limit else { return inside }
    let dated = inside.sorted {
      (entries[$1].documentDate?.dayNumber ?? 0, $0) < (
        entries[$0].documentDate?.dayNumber ?? 0, $1
      )
    }
    return Array(dated.prefix(Self.limit))
  }
}
