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
      return OrderSheet(
        number: number,
        date: date,
        total: total,
        // UBL 2.1, CustomerAssignedAccountID.
        sellerCode: seller?.at("CustomerAssignedAccountID")?.content,
        sellerName: name?.content,
        lines: lines(of: order).map(orderLine)
      ).books(source: "ubl-order")
    }
  )

  /// The total without VAT; where none is told, what the lines sum up to.
  private static func total(of order: MarkupElement, books: Currency) -> Money? {
    let totals = order.at("AnticipatedMonetaryTotal")
    let told = totals?.at("TaxExclusiveAmount") ?? totals?.at("LineExtensionAmount")
    let currency = order.at("DocumentCurrencyCode")?.content.flatMap(Currency.init) ?? books
    if let told { return OrderSheet.amount(told, currency) }
    return OrderSheet.sum(
      lines(of: order).map { line in
        line.at("LineExtensionAmount").flatMap { OrderSheet.amount($0, currency) }
      }
    )
  }

  private static func orderLine(_ element: MarkupElement) -> OrderLine {
    let item = element.at("Item")
    let code =
      item?.at("SellersItemIdentification", "ID") ?? item?.at("BuyersItemIdentification", "ID")
    let price = element.at("Price")
    return OrderLine(
      number: element.at("ID")?.content ?? "",
      item: code?.content,
      description: item?.at("Name")?.content ?? item?.at("Description")?.content ?? "",
      quantity: element.at("Quantity").flatMap { DecimalNumber($0.text) },
      unitPrice: OrderSheet.unitPrice(price?.at("PriceAmount"), per: price?.at("BaseQuantity"))
    )
  }

  private static func lines(of order: MarkupElement) -> [MarkupElement] {
    order.all("OrderLine").compactMap { $0.at("LineItem") }
  }
}
