// OrderXTests.swift — what is read of an Order-X order, and what is refused.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

@Suite struct OrderXTests {
  private func element(_ path: String, _ text: String = "") -> MarkupElement {
    let names = path.split(separator: "/").map(String.init)
    return names.dropLast().reversed().reduce(MarkupElement(names.last ?? "", text: text)) {
      MarkupElement($1, children: [$0])
    }
  }

  private var line: MarkupElement {
    MarkupElement(
      "IncludedSupplyChainTradeLineItem",
      children: [
        element("AssociatedDocumentLineDocument/LineID", "10"),
        MarkupElement(
          "SpecifiedTradeProduct",
          children: [element("SellerAssignedID", "V-8"), element("Name", "Vis à bois")]
        ),
        MarkupElement(
          "SpecifiedLineTradeAgreement",
          children: [
            MarkupElement(
              "NetPriceProductTradePrice",
              children: [element("ChargeAmount", "12.50"), element("BasisQuantity", "100")]
            )
          ]
        ),
        element("SpecifiedLineTradeDelivery/RequestedQuantity", "4000"),
        element(
          "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount",
          "500.00"
        ),
      ]
    )
  }

  private func read(
    type: String = "220",
    date: String = "20250331",
    totals: [MarkupElement] = [],
    changing order: String? = nil
  ) throws(Problem) -> LedgerImport {
    let document = MarkupElement(
      "ExchangedDocument",
      children: [
        element("ID", "CF25-0118"), element("TypeCode", type),
        element("IssueDateTime/DateTimeString", date),
      ]
    )
    let seller = MarkupElement(
      "SellerTradeParty",
      children: [element("ID", "F00107"), element("Name", "Zoé Outillage SARL")]
    )
    let replaced = [order].compactMap { $0 }
      .map { element("BuyerOrderReferencedDocument/IssuerAssignedID", $0) }
    let transaction = MarkupElement(
      "SupplyChainTradeTransaction",
      children: [
        line,
        MarkupElement("ApplicableHeaderTradeAgreement", children: [seller] + replaced),
        MarkupElement(
          "ApplicableHeaderTradeSettlement",
          children: [element("OrderCurrencyCode", "USD")] + totals
        ),
      ]
    )
    let file = LedgerFile(
      bytes: Array("<x/>".utf8),
      name: "order-x.xml",
      markup: MarkupTree(
        namespace: "",
        root: MarkupElement("SCRDMCCBDACIOMessageStructure", children: [document, transaction])
      )
    )
    return try LedgerFormats.read(file, settings: LedgerSettings())
  }

  @Test func `reads number, date, seller, total without VAT and lines`() throws {
    let totals = element(
      "SpecifiedTradeSettlementHeaderMonetarySummation/TaxBasisTotalAmount",
      "480.00"
    )
    let order = try #require(try read(totals: [totals]).entries.first)
    #expect(order.id == LedgerEntryID(source: "order-x", id: "CF25-0118"))
    #expect(order.kind == .purchaseOrder && order.partyCode == "F00107")
    #expect(order.partyName == "Zoé Outillage SARL")
    #expect(order.documentDate == CalendarDate(iso: "2025-03-31"))
    #expect(order.amount == Money(minorUnits: -48_000, currency: .usDollar))
    let item = try #require(order.lines.first)
    #expect(item.number == "10" && item.item == "V-8" && item.description == "Vis à bois")
    #expect(item.quantity?.description == "4000" && item.unitPrice?.description == "0.125")
  }

  @Test func `sums the lines where no total is told`() throws {
    #expect(try read().entries.first?.amount.minorUnits == -50_000)
  }

  @Test func `a change has the number of the order that it replaces`() throws {
    let change = try #require(try read(type: "230", changing: "CF25-0099").entries.first)
    #expect(change.id.id == "CF25-0099" && change.reference == "CF25-0099")
    #expect(
      throws: Problem(
        .refusal,
        "order-incomplete",
        ["file": "order-x.xml", "field": "BuyerOrderReferencedDocument"]
      )
    ) { try read(type: "230") }
  }

  @Test func `refuses what is no order and what lacks a date`() {
    #expect(
      throws: Problem(.refusal, "order-other-type", ["file": "order-x.xml", "type": "231"])
    ) { try read(type: "231") }
    #expect(
      throws: Problem(
        .refusal,
        "order-incomplete",
        ["file": "order-x.xml", "field": "IssueDateTime"]
      )
    ) { try read(date: "31 mars") }
  }
}
