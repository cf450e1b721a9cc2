// UBLOrder.swift — purchase orders in XML (OASIS UBL 2.1 Order, Peppol BIS Order) as a ledger format.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// An order as the company sent it.
  ///
  /// - Throws: when read, `order-incomplete` {file, field}.
  static let ublOrder = LedgerFormat(
    name: "ubl-order",
    recognises: { file, _ in file.markup?.root.name == "Order" },
    read: { file, settings throws(Problem) in
      guard let order = file.markup?.root else {
        throw Problem(.refusal, "ledger-file-unrecognised", ["file": file.name])
      }
      func missing(_ field: String) -> Problem {
        Problem(.refusal, "order-incomplete", ["file": file.name, "field": field])
      }
      guard let number = order.at("ID")?.content else { throw missing("ID") }
      guard let date = order.at("IssueDate")?.content.flatMap({ CalendarDate(iso: $0) }) else {
        throw missing("IssueDate")
      }
      guard let total = total(of: order, books: settings.currency) else {
        throw missing("AnticipatedMonetaryTotal")
      }
      let seller = order.at("SellerSupplierParty")
      let party = seller?.at("Party")
      let name = party?.at("PartyLegalEntity", "RegistrationName") ?? party?.at("PartyName", "Name")
      let items = lines(of: order).compactMap { $0.at("Item", "Name")?.content }
      let entry = LedgerEntry(
        id: LedgerEntryID(source: "ubl-order", id: number),
        kind: .purchaseOrder,
        // The code by which the buyer calls the seller (UBL 2.1, CustomerAssignedAccountID).
        partyCode: seller?.at("CustomerAssignedAccountID")?.content,
        partyName: name?.content,
        account: nil,
        reference: number,
        documentDate: date,
        bookingDate: date,
        dueDate: nil,
        // An order announces what will be owed, so its total counts as a credit.
        amount: Money(minorUnits: -total.minorUnits, currency: total.currency),
        label: items.first ?? "",
        isOpen: true,
        sourceLine: 1,
        lines: lines(of: order).map(orderLine)
      )
      return LedgerImport(
        source: "ubl-order",
        entries: LedgerEntries([entry]),
        control: ControlSums(rowCount: 1, totalDebit: 0, totalCredit: total.minorUnits)
      )
    }
  )

  /// The total without VAT; where none is told, what the lines sum up to.
  private static func total(of order: MarkupElement, books: Currency) -> Money? {
    let totals = order.at("AnticipatedMonetaryTotal")
    let told = totals?.at("TaxExclusiveAmount") ?? totals?.at("LineExtensionAmount")
    let currency = order.at("DocumentCurrencyCode")?.content.flatMap(Currency.init) ?? books
    if let told { return amount(told, currency) }
    let parts = lines(of: order).map {
      $0.at("LineExtensionAmount").flatMap { amount($0, currency) }
    }
    let amounts = parts.compactMap { $0 }
    guard let first = amounts.first, amounts.count == parts.count,
      amounts.allSatisfy({ $0.currency == first.currency })
    else { return nil }
    return BankBooks.money(amounts.reduce(0) { $0 + $1.minorUnits }, first.currency)
  }

  private static func orderLine(_ element: MarkupElement) -> OrderLine {
    let item = element.at("Item")
    let code =
      item?.at("SellersItemIdentification", "ID") ?? item?.at("BuyersItemIdentification", "ID")
    return OrderLine(
      number: element.at("ID")?.content ?? "",
      item: code?.content,
      description: item?.at("Name")?.content ?? item?.at("Description")?.content ?? "",
      quantity: element.at("Quantity").flatMap { DecimalNumber($0.text) },
      unitPrice: unitPrice(element.at("Price"))
    )
  }

  /// What one unit costs: prices are often told for a hundred (cbc:BaseQuantity).
  private static func unitPrice(_ price: MarkupElement?) -> DecimalNumber? {
    guard let amount = price?.at("PriceAmount").flatMap({ DecimalNumber($0.text) }) else {
      return nil
    }
    guard let base = price?.at("BaseQuantity").flatMap({ DecimalNumber($0.text) }),
      base != DecimalNumber(mantissa: 1)
    else { return amount }
    // Only powers of ten divide exactly; other prices are left to the total.
    guard base.scale == 0, let zeros = (1...6).first(where: { powerOfTen($0) == base.mantissa }),
      amount.scale + zeros <= 18
    else { return nil }
    return DecimalNumber(mantissa: amount.mantissa, scale: amount.scale + zeros)
  }

  private static func lines(of order: MarkupElement) -> [MarkupElement] {
    order.all("OrderLine").compactMap { $0.at("LineItem") }
  }

  private static func amount(_ element: MarkupElement, _ fallback: Currency) -> Money? {
    let currency = element.attributes["currencyID"].flatMap(Currency.init) ?? fallback
    guard let number = DecimalNumber(element.text), number.scale <= currency.exponent else {
      return nil
    }
    return BankBooks.money(number.rounded(toPlaces: currency.exponent), currency)
  }
}
