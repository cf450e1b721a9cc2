// OrderX.swift — purchase orders in XML of UN/CEFACT, alone or in a PDF (Order-X 1.0) as a ledger format.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// An order (type 220) or its change (230), which replaces it; answers of sellers (231) are none.
  ///
  /// - Throws: when read, `order-incomplete` {file, field}, `order-other-type` {file, type}.
  static let orderX = LedgerFormat(
    name: "order-x",
    recognises: { file, _ in file.markup?.isOrder ?? false },
    read: { file, settings throws(Problem) in
      guard let order = file.markup?.root else {
        throw Problem(.refusal, "ledger-file-unrecognised", ["file": file.name])
      }
      func missing(_ field: String) -> Problem {
        Problem(.refusal, "order-incomplete", ["file": file.name, "field": field])
      }
      let head = order.at("ExchangedDocument")
      let type = head?.at("TypeCode")?.content ?? "220"
      guard ["220", "230"].contains(type) else {
        throw Problem(.refusal, "order-other-type", ["file": file.name, "type": type])
      }
      let transaction = order.at("SupplyChainTradeTransaction")
      let agreement = transaction?.at("ApplicableHeaderTradeAgreement")
      // A change has a number of its own and names the order that it replaces.
      let number =
        type == "230"
        ? agreement?.at("BuyerOrderReferencedDocument", "IssuerAssignedID") : head?.at("ID")
      guard let number = number?.content else {
        throw missing(type == "230" ? "BuyerOrderReferencedDocument" : "ExchangedDocument/ID")
      }
      guard let date = head?.at("IssueDateTime", "DateTimeString")?.content.flatMap(day) else {
        throw missing("IssueDateTime")
      }
      let lines = transaction?.all("IncludedSupplyChainTradeLineItem") ?? []
      let settlement = transaction?.at("ApplicableHeaderTradeSettlement")
      guard let total = total(settlement, lines, books: settings.currency) else {
        throw missing("TaxBasisTotalAmount")
      }
      let seller = agreement?.at("SellerTradeParty")
      return OrderSheet(
        number: number,
        date: date,
        total: total,
        sellerCode: seller?.at("ID")?.content,
        sellerName: seller?.at("Name")?.content,
        lines: lines.map(orderLine)
      ).books(source: "order-x")
    }
  )

  /// "20250331" or "202503311200" (UN/EDIFACT 2379, formats 102 and 203).
  private static func day(_ text: String) -> CalendarDate? {
    DateFormat("yyyyMMdd")?.date(text.prefix(8))
  }

  /// The total without VAT; where none is told, what the lines sum up to.
  private static func total(
    _ settlement: MarkupElement?,
    _ lines: [MarkupElement],
    books: Currency
  ) -> Money? {
    let totals = settlement?.at("SpecifiedTradeSettlementHeaderMonetarySummation")
    let currency = settlement?.at("OrderCurrencyCode")?.content.flatMap(Currency.init) ?? books
    if let told = totals?.at("TaxBasisTotalAmount") ?? totals?.at("LineTotalAmount") {
      return OrderSheet.amount(told, currency)
    }
    return OrderSheet.sum(
      lines.map { line in
        line.at(
          "SpecifiedLineTradeSettlement",
          "SpecifiedTradeSettlementLineMonetarySummation",
          "LineTotalAmount"
        ).flatMap { OrderSheet.amount($0, currency) }
      }
    )
  }

  private static func orderLine(_ element: MarkupElement) -> OrderLine {
    let product = element.at("SpecifiedTradeProduct")
    let code = product?.at("SellerAssignedID") ?? product?.at("BuyerAssignedID")
    let price = element.at("SpecifiedLineTradeAgreement", "NetPriceProductTradePrice")
    let quantity = element.at("SpecifiedLineTradeDelivery", "RequestedQuantity")
    return OrderLine(
      number: element.at("AssociatedDocumentLineDocument", "LineID")?.content ?? "",
      item: code?.content,
      description: product?.at("Name")?.content ?? product?.at("Description")?.content ?? "",
      quantity: quantity.flatMap { DecimalNumber($0.text) },
      unitPrice: OrderSheet.unitPrice(price?.at("ChargeAmount"), per: price?.at("BasisQuantity"))
    )
  }
}
