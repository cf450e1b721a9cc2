// OrderSheet.swift — a purchase order, whatever the syntax.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A purchase order as its syntax tells it.
struct OrderSheet {
  var number: String
  var date: CalendarDate
  /// Without VAT.
  var total: Money
  /// The code by which the buyer calls the seller.
  var sellerCode: String?
  var sellerName: String?
  var lines: [OrderLine]

  /// The order as the only entry of its file.
  func books(source: String) -> LedgerImport {
    let entry = LedgerEntry(
      id: LedgerEntryID(source: source, id: number),
      kind: .purchaseOrder,
      partyCode: sellerCode,
      partyName: sellerName,
      account: nil,
      reference: number,
      documentDate: date,
      bookingDate: date,
      dueDate: nil,
      // An order announces what will be owed, so its total counts as a credit.
      amount: Money(minorUnits: -total.minorUnits, currency: total.currency),
      label: lines.map(\.description).first { !$0.isEmpty } ?? "",
      isOpen: true,
      sourceLine: 1,
      lines: lines
    )
    return LedgerImport(
      source: source,
      entries: LedgerEntries([entry]),
      control: ControlSums(rowCount: 1, totalDebit: 0, totalCredit: total.minorUnits)
    )
  }

  /// What one unit costs where a price is told for several: prices are often for a hundred.
  static func unitPrice(_ amount: MarkupElement?, per base: MarkupElement?) -> DecimalNumber? {
    guard let amount = amount.flatMap({ DecimalNumber($0.text) }) else { return nil }
    guard let base = base.flatMap({ DecimalNumber($0.text) }), base != DecimalNumber(mantissa: 1)
    else { return amount }
    // Only powers of ten divide exactly; other prices are left to the total.
    guard base.scale == 0, let zeros = (1...6).first(where: { powerOfTen($0) == base.mantissa }),
      amount.scale + zeros <= 18
    else { return nil }
    return DecimalNumber(mantissa: amount.mantissa, scale: amount.scale + zeros)
  }

  /// The amount in an element, in the currency that it names or else in this one.
  static func amount(_ element: MarkupElement, _ fallback: Currency) -> Money? {
    let currency = element.attributes["currencyID"].flatMap(Currency.init) ?? fallback
    guard let number = DecimalNumber(element.text), number.scale <= currency.exponent else {
      return nil
    }
    return BankBooks.money(number.rounded(toPlaces: currency.exponent), currency)
  }

  /// The sum of all lines; nil where one has no amount or another currency, or the sum is absurd.
  static func sum(_ amounts: [Money?]) -> Money? {
    let known = amounts.compactMap { $0 }
    guard let first = known.first, known.count == amounts.count,
      known.allSatisfy({ $0.currency == first.currency })
    else { return nil }
    let sum = known.reduce(Int128(0)) { $0 + Int128($1.minorUnits) }
    return BankBooks.money(Int64(exactly: sum), first.currency)
  }
}
