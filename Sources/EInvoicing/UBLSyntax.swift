// UBLSyntax.swift — OASIS UBL 2.1: Peppol, XRechnung.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension EInvoiceSyntax {
  /// UBL 2.1 Invoice and CreditNote (CEN/TS 16931-3-2).
  static let ubl: EInvoiceSyntax = {
    let seller = "AccountingSupplierParty/Party/"
    let buyer = "AccountingCustomerParty/Party/"
    let totals = "LegalMonetaryTotal/"
    let vatID = "PartyTaxScheme[TaxScheme/ID='VAT']/CompanyID"
    return EInvoiceSyntax(
      name: "ubl",
      profile: "CustomizationID",
      currency: "DocumentCurrencyCode",
      texts: [
        Field.invoiceNumber.name: "ID",
        Field.invoiceType.name: "InvoiceTypeCode|CreditNoteTypeCode",
        Field.businessProcess.name: "ProfileID",
        Field.purchaseOrder.name: "OrderReference/ID",
        Field.precedingInvoice.name: "BillingReference/InvoiceDocumentReference/ID",
        Field.sellerName.name: MarkupPath(
          seller + "PartyLegalEntity/RegistrationName|" + seller + "PartyName/Name"
        ),
        Field.sellerLegalID.name: MarkupPath(
          seller + "PartyLegalEntity/CompanyID|"
            + seller + "PartyIdentification/ID[@schemeID='0009']|"
            + seller + "PartyIdentification/ID[@schemeID='0002']"
        ),
        Field.sellerVATID.name: MarkupPath(seller + vatID),
        Field.sellerCountry.name: MarkupPath(seller + "PostalAddress/Country/IdentificationCode"),
        Field.buyerName.name: MarkupPath(
          buyer + "PartyLegalEntity/RegistrationName|" + buyer + "PartyName/Name"
        ),
        Field.buyerVATID.name: MarkupPath(buyer + vatID),
        Field.paymentReference.name: "PaymentMeans/PaymentID",
        Field.iban.name: "PaymentMeans/PayeeFinancialAccount/ID",
      ],
      dates: [
        Field.issueDate.name: "IssueDate",
        Field.dueDate.name: "DueDate|PaymentMeans/PaymentDueDate",
      ],
      amounts: [
        Field.totalWithoutVAT.name: MarkupPath(totals + "TaxExclusiveAmount"),
        Field.totalWithVAT.name: MarkupPath(totals + "TaxInclusiveAmount"),
        Field.prepaid.name: MarkupPath(totals + "PrepaidAmount"),
        Field.amountDue.name: MarkupPath(totals + "PayableAmount"),
      ],
      totalVAT: "TaxTotal/TaxAmount",
      breakdown: "TaxTotal/TaxSubtotal",
      breakdownRow: BreakdownPaths(
        taxableAmount: "TaxableAmount",
        vatAmount: "TaxAmount",
        category: "TaxCategory/ID",
        rate: "TaxCategory/Percent",
        exemption: "TaxCategory/TaxExemptionReason|TaxCategory/TaxExemptionReasonCode"
      ),
      lines: "InvoiceLine|CreditNoteLine",
      line: LinePaths(
        name: "Item/Name",
        quantity: "InvoicedQuantity|CreditedQuantity",
        price: "Price/PriceAmount",
        priceQuantity: "Price/BaseQuantity",
        net: "LineExtensionAmount",
        rate: "Item/ClassifiedTaxCategory/Percent",
        id: "ID",
        category: "Item/ClassifiedTaxCategory/ID",
        start: "InvoicePeriod/StartDate",
        end: "InvoicePeriod/EndDate",
        preceding: "BillingReference/InvoiceDocumentReference/ID",
        status: "LineStatusReasonCode"
      ),
      others: [
        "BT-6": "TaxCurrencyCode",
        "BT-12": "ContractDocumentReference/ID",
        "BT-20": "PaymentTerms/Note",
        "BT-22": "Note",
        "BT-24": "CustomizationID",
        "BT-29": MarkupPath(seller + "PartyIdentification/ID[@schemeID!='SEPA']"),
        "BT-32": MarkupPath(seller + "PartyTaxScheme[TaxScheme/ID!='VAT']/CompanyID"),
        "BT-34": MarkupPath(seller + "EndpointID"),
        "BT-47": MarkupPath(buyer + "PartyLegalEntity/CompanyID"),
        "BT-49": MarkupPath(buyer + "EndpointID"),
        "BT-55": MarkupPath(buyer + "PostalAddress/Country/IdentificationCode"),
        "BT-63": MarkupPath("TaxRepresentativeParty/" + vatID),
        "BT-73": "InvoicePeriod/StartDate",
        "BT-74": "InvoicePeriod/EndDate",
        "BT-81": "PaymentMeans/PaymentMeansCode",
        "BT-84": "PaymentMeans/PayeeFinancialAccount/ID",
        "BT-106": MarkupPath(totals + "LineExtensionAmount"),
        "BT-107": MarkupPath(totals + "AllowanceTotalAmount"),
        "BT-108": MarkupPath(totals + "ChargeTotalAmount"),
        "BT-114": MarkupPath(totals + "PayableRoundingAmount"),
        "BG-1": "Note",
        "BG-3": "BillingReference/InvoiceDocumentReference",
        "BG-5": MarkupPath(seller + "PostalAddress"),
        "BG-8": MarkupPath(buyer + "PostalAddress"),
        "BG-17": "PaymentMeans/PayeeFinancialAccount",
      ],
      allowances: "AllowanceCharge[ChargeIndicator='false']|AllowanceCharge[ChargeIndicator='0']",
      charges: "AllowanceCharge[ChargeIndicator='true']|AllowanceCharge[ChargeIndicator='1']",
      allowance: AllowancePaths(
        reason: "AllowanceChargeReason|AllowanceChargeReasonCode",
        amount: "Amount",
        category: "TaxCategory/ID",
        rate: "TaxCategory/Percent"
      )
    )
  }()
}
