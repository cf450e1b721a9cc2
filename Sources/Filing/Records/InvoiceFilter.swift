// InvoiceFilter.swift — which invoices are asked for.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// Which invoices are asked for; every condition that is given must hold.
package struct InvoiceFilter: Hashable, Sendable {
  /// Empty: any state.
  package var states: Set<InvoiceState>
  /// Part of the seller's name in any spelling, or the supplier's code.
  package var supplier: String?
  /// The earliest and the latest date of issue.
  package var issued: ClosedRange<CalendarDate>?
  /// The total with VAT in minor units.
  package var total: ClosedRange<Int64>?
  /// Words of the seller's name, the invoice number or the file name; each must occur.
  package var text: String?
  /// Only invoices to pay that nothing has paid: no bank line is linked, no settled item of the
  /// books, and nobody has called them paid.
  package var unpaidOnly: Bool
  /// Ids of invoices, a document's number standing for its invoices; nil: any.
  package var ids: [Int64]?
  /// How many at most; nil: all.
  package var limit: Int?
  package var offset: Int

  package init(
    states: Set<InvoiceState> = [],
    supplier: String? = nil,
    issued: ClosedRange<CalendarDate>? = nil,
    total: ClosedRange<Int64>? = nil,
    text: String? = nil,
    unpaidOnly: Bool = false,
    ids: [Int64]? = nil,
    limit: Int? = nil,
    offset: Int = 0
  ) {
    self.states = states
    self.supplier = supplier
    self.issued = issued
    self.total = total
    self.text = text
    self.unpaidOnly = unpaidOnly
    self.ids = ids
    self.limit = limit
    self.offset = offset
  }
}
