// Booking.swift — how an invoice was booked and paid, as the books tell.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// How an invoice was booked and paid: what is learned from the books about its supplier.
package struct Booking: Hashable, Sendable, Codable {
  /// The account that bears most of it, "606400"; nil when the entry is of several suppliers.
  package let chargeAccount: String?
  /// Nil when it has several, or none that is in force.
  package let vatRate: VATRate?
  /// The day of the payment that settled it, the last where there were several.
  package let paidOn: CalendarDate?

  package init(
    chargeAccount: String? = nil,
    vatRate: VATRate? = nil,
    paidOn: CalendarDate? = nil
  ) {
    self.chargeAccount = chargeAccount
    self.vatRate = vatRate
    self.paidOn = paidOn
  }

  /// Nil when nothing is known.
  package var ifKnown: Booking? { self == Booking() ? nil : self }
}

extension VATRate {
  /// The French rate whose tax on a base is that tax, but for what rounding line by line makes; 0 % of
  /// no tax.
  package init?(booked tax: Int64, on base: Int64) {
    guard base != 0 else { return nil }
    if tax == 0 {
      self.init(hundredthsOfPercent: 0)
      return
    }
    let rates = LawfulVATRates.rates(of: "FR", on: nil) ?? []
    func gap(_ rate: VATRate) -> Int128 { abs(Int128(rate.tax(on: base)) - Int128(tax)) }
    let nearest = rates.min { (gap($0), $0) < (gap($1), $1) }
    guard let nearest, gap(nearest) <= max(2, abs(Int128(base)) / 5000) else { return nil }
    self = nearest
  }
}

/// An invoice of a supplier in the books, with what can be learned from it.
package struct BookedInvoice: Hashable, Sendable {
  /// Of the entry: the same books are often imported in several forms.
  package let source: String
  /// With VAT, without sign.
  package let total: Money
  package let documentDate: CalendarDate?
  package let dueDate: CalendarDate?
  package let booking: Booking

  package init(
    source: String,
    total: Money,
    documentDate: CalendarDate? = nil,
    dueDate: CalendarDate? = nil,
    booking: Booking = Booking()
  ) {
    self.source = source
    self.total = total
    self.documentDate = documentDate
    self.dueDate = dueDate
    self.booking = booking
  }
}
