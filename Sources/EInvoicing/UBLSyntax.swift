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
        rate: "TaxCategory/Percent"
      ),
      lines: "InvoiceLine|CreditNoteLine",
      line: LinePaths(
        name: "Item/Name",
        quantity: "InvoicedQuantity|CreditedQuantity",
        price: "Price/PriceAmount",
        priceQuantity: "Price/BaseQuantity",
        net: "LineExtensionAmount",
        rate: "Item/ClassifiedTaxCategory/Percent"
      )
    )
  }()
}
