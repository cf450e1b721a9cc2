// LedgerEntries.swift — the entries of a file, one after the other.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// The entries of a file in its order, as often as they are asked for.
///
/// A large file is read again each time instead of being held as a million entries.
package struct LedgerEntries: Sequence, Sendable {
  package let count: Int
  /// Whether no two of them have the same id, so that parts of them can be taken over one by one.
  package let haveUniqueIDs: Bool
  private let iterator: @Sendable () -> AnyIterator<LedgerEntry>

  package init(_ list: [LedgerEntry]) {
    count = list.count
    haveUniqueIDs = false
    iterator = { AnyIterator(list.makeIterator()) }
  }

  /// Entries with unique ids that are made anew each time.
  init(
    count: Int,
    made iterator: @escaping @Sendable () -> AnyIterator<LedgerEntry>
  ) {
    self.count = count
    haveUniqueIDs = true
    self.iterator = iterator
  }

  package func makeIterator() -> AnyIterator<LedgerEntry> { iterator() }

  package var isEmpty: Bool { count == 0 }

  package var first: LedgerEntry? { makeIterator().next() }
}
