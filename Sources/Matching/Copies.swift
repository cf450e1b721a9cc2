// Copies.swift — one booking that several files of the books tell.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension [Candidate] {
  /// The candidates, each booking once: the same books are often imported as a FEC and as a list of
  /// open items, a statement of the bank in two formats.
  ///
  /// Entries of different sources are one when kind, amount and date are the same, and so are the
  /// references that both tell, and each source has just one such entry: of two equal payments of one
  /// day nobody can say which is which. The likeliest stands for the others.
  func withCopiesMerged() -> [Candidate] {
    let groups = Dictionary(grouping: self) { BookingKey($0.entry) }
    let merged = groups.flatMap { key, group -> [Candidate] in
      let sources = Set(group.map(\.entry.id.source))
      guard key.date != nil, group.count > 1, sources.count == group.count,
        group.haveOneReference
      else { return group }
      let sorted = group.sorted {
        ($1.deciBits, $0.entry.id) < ($0.deciBits, $1.entry.id)
      }
      guard var first = sorted.first else { return group }
      first.copies = sorted.dropFirst().map(\.entry.id)
      return [first]
    }
    return merged.sorted { $0.entry.id < $1.entry.id }
  }

  private var haveOneReference: Bool {
    Set(compactMap { $0.entry.reference.map(ReferenceKey.skeleton) }).count <= 1
  }
}

private struct BookingKey: Hashable {
  let kind: LedgerEntry.Kind
  let amount: Money
  let date: CalendarDate?

  init(_ entry: LedgerEntry) {
    kind = entry.kind
    amount = entry.amount
    date = kind == .bankLine ? entry.bookingDate : entry.documentDate
  }
}
