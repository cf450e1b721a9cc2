// CIISyntax.swift — UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD, XRechnung.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension EInvoiceSyntax {
  /// Cross Industry Invoice D16B and D22B (CEN/TS 16931-3-3).
  static let cii = crossIndustry("cii") { $0 }

  /// ZUGFeRD 1.0, whose groups have other names and the same leaves.
  static let zugferd1 = crossIndustry("zugferd1") { path in
    older.reduce(path) { $0.replacing($1.new, with: $1.old) }
  }

  /// Names of ZUGFeRD 1.0 for those of Cross Industry Invoice; longer ones first.
  private static let older: [(new: String, old: String)] = [
    (
      "SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"
    ),
    ("SpecifiedTradeSettlementLineMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"),
    ("ExchangedDocumentContext", "SpecifiedExchangedDocumentContext"),
    ("ExchangedDocument/", "HeaderExchangedDocument/"),
    ("SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction"),
    ("ApplicableHeaderTrade", "ApplicableSupplyChainTrade"),
    ("SpecifiedLineTrade", "SpecifiedSupplyChainTrade"),
    ("RateApplicablePercent", "ApplicablePercent"),
  ]

  private static func crossIndustry(
    _ name: String,
    _ adapt: (String) -> String
  ) -> EInvoiceSyntax {
    func path(_ text: String) -> MarkupPath { MarkupPath(adapt(text)) }
    let document = "ExchangedDocument/"
    let context = "ExchangedDocumentContext/"
    let transaction = "SupplyChainTradeTransaction/"
    let agreement = transaction + "ApplicableHeaderTradeAgreement/"
    let settlement = transaction + "ApplicableHeaderTradeSettlement/"
    let totals = settlement + "SpecifiedTradeSettlementHeaderMonetarySummation/"
    let seller = agreement + "SellerTradeParty/"
    let buyer = agreement + "BuyerTradeParty/"
    let lineSettlement = "SpecifiedLineTradeSettlement/"
    let price = "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/"
    return EInvoiceSyntax(
      name: name,
      profile: path(context + "GuidelineSpecifiedDocumentContextParameter/ID"),
      currency: path(settlement + "InvoiceCurrencyCode"),
      texts: [
        Field.invoiceNumber.name: path(document + "ID"),
        Field.invoiceType.name: path(document + "TypeCode"),
        Field.purchaseOrder.name: path(
          agreement + "BuyerOrderReferencedDocument/IssuerAssignedID|"
            + agreement + "BuyerOrderReferencedDocument/ID"
        ),
        Field.precedingInvoice.name: path(
          settlement + "InvoiceReferencedDocument/IssuerAssignedID"
        ),
        Field.sellerName.name: path(seller + "Name"),
        Field.sellerLegalID.name: path(
          seller + "SpecifiedLegalOrganization/ID|" + seller + "GlobalID[@schemeID='0009']|"
            + seller + "GlobalID[@schemeID='0002']"
        ),
        Field.sellerVATID.name: path(seller + "SpecifiedTaxRegistration/ID[@schemeID='VA']"),
        Field.sellerCountry.name: path(seller + "PostalTradeAddress/CountryID"),
        Field.buyerName.name: path(buyer + "Name"),
        Field.buyerVATID.name: path(buyer + "SpecifiedTaxRegistration/ID[@schemeID='VA']"),
        Field.paymentReference.name: path(settlement + "PaymentReference"),
        Field.iban.name: path(
          settlement
            + "SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID"
        ),
      ],
      dates: [
        Field.issueDate.name: path(document + "IssueDateTime/DateTimeString"),
        Field.dueDate.name: path(
          settlement + "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString"
        ),
      ],
      amounts: [
        Field.totalWithoutVAT.name: path(totals + "TaxBasisTotalAmount"),
        Field.totalWithVAT.name: path(totals + "GrandTotalAmount"),
        Field.prepaid.name: path(totals + "TotalPrepaidAmount"),
        Field.amountDue.name: path(totals + "DuePayableAmount"),
      ],
      totalVAT: path(totals + "TaxTotalAmount"),
      breakdown: path(settlement + "ApplicableTradeTax"),
      breakdownRow: BreakdownPaths(
        taxableAmount: "BasisAmount",
        vatAmount: "CalculatedAmount",
        category: "CategoryCode",
        rate: path("RateApplicablePercent")
      ),
      lines: path(transaction + "IncludedSupplyChainTradeLineItem"),
      line: LinePaths(
        name: "SpecifiedTradeProduct/Name",
        quantity: path("SpecifiedLineTradeDelivery/BilledQuantity"),
        price: path(price + "ChargeAmount"),
        priceQuantity: path(price + "BasisQuantity"),
        net: path(
          lineSettlement + "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"
        ),
        rate: path(lineSettlement + "ApplicableTradeTax/RateApplicablePercent")
      )
    )
  }
}
