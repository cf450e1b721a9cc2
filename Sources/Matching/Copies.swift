// Copies.swift — one booking that several files of the books tell.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension [Candidate] {
  /// The candidates, each booking once: the same books are often imported as a FEC and as a list of
  /// open items, a statement of the bank in two formats.
  ///
  /// Entries of different sources are one when kind, amount and reference are the same, or kind,
  /// amount and date where no two references differ; and each source has just one such entry: of two
  /// equal payments of one day nobody can say which is which. The likeliest stands for the others.
  func withCopiesMerged() -> [Candidate] {
    merged { entry in
      let reference = entry.reference.map(ReferenceKey.skeleton) ?? ""
      return reference.isEmpty ? nil : reference
    }.merged { entry in
      (entry.kind == .bankLine ? entry.bookingDate : entry.documentDate)?.description
    }.sorted { $0.entry.id < $1.entry.id }
  }

  /// Merges those of one kind and amount that have the same mark; those without any stay.
  private func merged(by mark: (LedgerEntry) -> String?) -> [Candidate] {
    let groups = Dictionary(grouping: self) { candidate in
      BookingKey(
        kind: candidate.entry.kind,
        amount: candidate.entry.amount,
        mark: mark(candidate.entry)
      )
    }
    return groups.flatMap { key, group -> [Candidate] in
      let ids = group.flatMap(\.ids)
      guard key.mark != nil, group.count > 1, Set(ids.map(\.source)).count == ids.count,
        group.haveOneReference
      else { return group }
      let sorted = group.sorted {
        ($1.deciBits, $0.entry.id) < ($0.deciBits, $1.entry.id)
      }
      guard var first = sorted.first else { return group }
      first.copies += sorted.dropFirst().flatMap(\.ids)
      return [first]
    }
  }

  private var haveOneReference: Bool {
    Set(compactMap { $0.entry.reference.map(ReferenceKey.skeleton) }).count <= 1
  }
}

private struct BookingKey: Hashable {
  let kind: LedgerEntry.Kind
  let amount: Money
  let mark: String?
}
