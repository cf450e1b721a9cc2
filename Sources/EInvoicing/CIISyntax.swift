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
    let account =
      settlement + "SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount"
    func charge(_ indicator: String) -> String {
      settlement + "SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator='\(indicator)']"
    }
    return EInvoiceSyntax(
      name: name,
      profile: path(context + "GuidelineSpecifiedDocumentContextParameter/ID"),
      currency: path(settlement + "InvoiceCurrencyCode"),
      texts: [
        Field.invoiceNumber.name: path(document + "ID"),
        Field.invoiceType.name: path(document + "TypeCode"),
        Field.businessProcess.name: path(
          context + "BusinessProcessSpecifiedDocumentContextParameter/ID"
        ),
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
        Field.iban.name: path(account + "/IBANID"),
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
        rate: path("RateApplicablePercent"),
        exemption: "ExemptionReason|ExemptionReasonCode"
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
        rate: path(lineSettlement + "ApplicableTradeTax/RateApplicablePercent"),
        id: "AssociatedDocumentLineDocument/LineID",
        category: path(lineSettlement + "ApplicableTradeTax/CategoryCode"),
        start: path(lineSettlement + "BillingSpecifiedPeriod/StartDateTime/DateTimeString"),
        end: path(lineSettlement + "BillingSpecifiedPeriod/EndDateTime/DateTimeString"),
        preceding: path(lineSettlement + "InvoiceReferencedDocument/IssuerAssignedID"),
        status: "AssociatedDocumentLineDocument/LineStatusReasonCode"
      ),
      others: [
        "BT-6": path(settlement + "TaxCurrencyCode"),
        "BT-12": path(agreement + "ContractReferencedDocument/IssuerAssignedID"),
        "BT-20": path(settlement + "SpecifiedTradePaymentTerms/Description"),
        "BT-22": path(document + "IncludedNote/Content"),
        "BT-24": path(context + "GuidelineSpecifiedDocumentContextParameter/ID"),
        "BT-29": path(seller + "ID|" + seller + "GlobalID"),
        "BT-32": path(seller + "SpecifiedTaxRegistration/ID[@schemeID='FC']"),
        "BT-34": path(seller + "URIUniversalCommunication/URIID"),
        "BT-47": path(buyer + "SpecifiedLegalOrganization/ID"),
        "BT-49": path(buyer + "URIUniversalCommunication/URIID"),
        "BT-55": path(buyer + "PostalTradeAddress/CountryID"),
        "BT-63": path(
          agreement + "SellerTaxRepresentativeTradeParty/SpecifiedTaxRegistration/"
            + "ID[@schemeID='VA']"
        ),
        "BT-73": path(settlement + "BillingSpecifiedPeriod/StartDateTime/DateTimeString"),
        "BT-74": path(settlement + "BillingSpecifiedPeriod/EndDateTime/DateTimeString"),
        "BT-81": path(settlement + "SpecifiedTradeSettlementPaymentMeans/TypeCode"),
        "BT-84": path(account + "/IBANID|" + account + "/ProprietaryID"),
        "BT-106": path(totals + "LineTotalAmount"),
        "BT-107": path(totals + "AllowanceTotalAmount"),
        "BT-108": path(totals + "ChargeTotalAmount"),
        "BT-114": path(totals + "RoundingAmount"),
        "BG-1": path(document + "IncludedNote"),
        "BG-3": path(settlement + "InvoiceReferencedDocument"),
        "BG-5": path(seller + "PostalTradeAddress"),
        "BG-8": path(buyer + "PostalTradeAddress"),
        "BG-17": path(account),
      ],
      allowances: path(charge("false") + "|" + charge("0")),
      charges: path(
        charge("true") + "|" + charge("1") + "|" + settlement + "SpecifiedLogisticsServiceCharge"
      ),
      allowance: AllowancePaths(
        reason: "Reason|Description|ReasonCode",
        amount: "ActualAmount|AppliedAmount",
        category: "CategoryTradeTax/CategoryCode|AppliedTradeTax/CategoryCode",
        rate: MarkupPath(
          adapt("CategoryTradeTax/RateApplicablePercent") + "|"
            + adapt("AppliedTradeTax/RateApplicablePercent")
        )
      )
    )
  }
}
