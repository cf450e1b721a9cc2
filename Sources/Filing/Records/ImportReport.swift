// ImportReport.swift — what an import changed.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What an import of ledger entries or suppliers changed, in rows.
package struct ImportReport: Hashable, Sendable {
  package let new: Int
  package let changed: Int
  package let unchanged: Int
  /// Of those changed or no longer listed: how many were open and are settled now.
  package let closed: Int
  /// How many the register holds of this source (of all, for suppliers) afterwards.
  package let total: Int
  /// Of the import, by which later parts of the same file continue it; nil for suppliers.
  package var number: Int64?
}
