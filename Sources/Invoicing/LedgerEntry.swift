// LedgerEntry.swift — the other side of a match.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// An entry of the books, an order or a bank line that an invoice may settle or fulfil.
package struct LedgerEntry: Hashable, Sendable, Codable {
  /// What kind of thing it is; it decides what a match to it means.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A supplier's line of the purchase journal (accounts 401, 404): the books hold the invoice.
    case openItem = "open_item"
    case purchaseOrder = "purchase_order"
    case bankLine = "bank_line"
  }

  package let id: LedgerEntryID
  package let kind: Kind
  /// The supplier's code in the source, or nil when it names none.
  package let partyCode: String?
  package let partyName: String?
  /// The account of the other side of a bank line, without blanks.
  package let partyIBAN: String?
  /// The account it is booked on, "401000".
  package let account: String?
  /// The piece: the supplier's number, or an internal one.
  package let reference: String?
  /// The date of the piece, else of the booking.
  package let documentDate: CalendarDate?
  package let bookingDate: CalendarDate?
  package let dueDate: CalendarDate?
  /// Debit − credit of the line itself: a supplier's invoice is negative on 401, a credit note
  /// positive; of a bank line what goes out is negative.
  package let amount: Money
  package let label: String
  /// Whether something is left to settle.
  package let isOpen: Bool
  /// Whether a part of it is settled already; then it is open.
  package let isPartlyPaid: Bool
  /// The line (or row) of the source, from 1.
  package let sourceLine: Int
  /// Of an order whose source tells them, in its order.
  package let lines: [OrderLine]
  /// How it was booked, where the source tells the whole entry; the register answers questions without
  /// it.
  package let booking: Booking?

  package init(
    id: LedgerEntryID,
    kind: Kind,
    partyCode: String?,
    partyName: String?,
    partyIBAN: String? = nil,
    account: String?,
    reference: String?,
    documentDate: CalendarDate?,
    bookingDate: CalendarDate?,
    dueDate: CalendarDate?,
    amount: Money,
    label: String,
    isOpen: Bool,
    isPartlyPaid: Bool = false,
    sourceLine: Int,
    lines: [OrderLine] = [],
    booking: Booking? = nil
  ) {
    self.id = id
    self.kind = kind
    self.partyCode = partyCode
    self.partyName = partyName
    self.partyIBAN = partyIBAN
    self.account = account
    self.reference = reference
    self.documentDate = documentDate
    self.bookingDate = bookingDate
    self.dueDate = dueDate
    self.amount = amount
    self.label = label
    self.isOpen = isOpen
    self.isPartlyPaid = isPartlyPaid
    self.sourceLine = sourceLine
    self.lines = lines
    self.booking = booking
  }
}

extension Sequence<LedgerEntry.Kind> {
  /// The kind that a link to entries of these kinds is about: the books before an order before a
  /// bank line; nil when there are none.
  package var mainKind: LedgerEntry.Kind? {
    let found = Set(self)
    return LedgerEntry.Kind.allCases.first(where: found.contains)
  }
}

/// The name of an entry: its source and the id that the source prints.
package struct LedgerEntryID: Hashable, Comparable, Sendable, Codable {
  /// "fec", "open_items", "purchase_orders": the format or the mapping's name.
  package let source: String
  /// EcritureNum of a FEC, the id column of a CSV, an order number.
  package let id: String

  package init(source: String, id: String) {
    self.source = source
    self.id = id
  }

  package static func < (left: LedgerEntryID, right: LedgerEntryID) -> Bool {
    (left.source, left.id) < (right.source, right.id)
  }
}
