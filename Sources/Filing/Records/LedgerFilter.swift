// LedgerFilter.swift — which entries of the ledger are asked for.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Which entries of the ledger are asked for; every condition that is given must hold.
package struct LedgerFilter: Hashable, Sendable {
  package var source: String?
  /// Nil: any.
  package var kind: LedgerEntry.Kind?
  /// Part of a party's code or name, a reference, a label or an id.
  package var text: String?
  /// Only entries that no invoice is linked to.
  package var unmatchedOnly: Bool
  /// Only entries with something left to settle.
  package var openOnly: Bool
  /// How many at most; nil: all.
  package var limit: Int?
  package var offset: Int

  package init(
    source: String? = nil,
    kind: LedgerEntry.Kind? = nil,
    text: String? = nil,
    unmatchedOnly: Bool = false,
    openOnly: Bool = false,
    limit: Int? = nil,
    offset: Int = 0
  ) {
    self.source = source
    self.kind = kind
    self.text = text
    self.unmatchedOnly = unmatchedOnly
    self.openOnly = openOnly
    self.limit = limit
    self.offset = offset
  }
}
