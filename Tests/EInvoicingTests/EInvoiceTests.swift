// EInvoiceTests.swift — business terms come out of each syntax.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import EInvoicing

/// A tree by nested pairs: a text is the element's own.
private func element(_ name: String, _ children: MarkupElement...) -> MarkupElement {
  MarkupElement(name, children: children)
}

private func element(
  _ name: String,
  _ text: String,
  _ attributes: [String: String] = [:]
) -> MarkupElement {
  MarkupElement(name, attributes: attributes, text: text)
}

@Suite struct EInvoiceTests {
  private static let creditNote = MarkupTree(
    namespace: "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
    root: element(
      "CreditNote",
      element("CustomizationID", "urn:cen.eu:en16931:2017"),
      element("ID", "AV-7"),
      element("IssueDate", "2025-03-04+01:00"),
      element("CreditNoteTypeCode", "381"),
      element("DocumentCurrencyCode", "EUR"),
      element(
        "BillingReference",
        element("InvoiceDocumentReference", element("ID", "F-1"))
      ),
      element(
        "AccountingSupplierParty",
        element(
          "Party",
          element("PartyName", element("Name", "Trade name")),
          element(
            "PartyTaxScheme",
            element("CompanyID", "123"),
            element("TaxScheme", element("ID", "TAX"))
          ),
          element(
            "PartyTaxScheme",
            element("CompanyID", "FR 40 303 265 045"),
            element("TaxScheme", element("ID", "VAT"))
          ),
          element(
            "PartyLegalEntity",
            element("RegistrationName", "Durand SARL"),
            element("CompanyID", "303 265 045", ["schemeID": "0002"])
          )
        )
      ),
      element(
        "PaymentMeans",
        element("PayeeFinancialAccount", element("ID", "FR76 3000 6000 0112 3456 7890 189"))
      ),
      element(
        "TaxTotal",
        element("TaxAmount", "20.00", ["currencyID": "USD"]),
        element("TaxAmount", "18.00", ["currencyID": "EUR"]),
        element(
          "TaxSubtotal",
          element("TaxableAmount", "90"),
          element("TaxAmount", "18.00"),
          element("TaxCategory", element("ID", "S"), element("Percent", "20.00"))
        )
      ),
      element(
        "LegalMonetaryTotal",
        element("TaxExclusiveAmount", "90.00"),
        element("TaxInclusiveAmount", "108.00"),
        element("PrepaidAmount", "0.00"),
        element("PayableAmount", "108.00")
      ),
      element(
        "CreditNoteLine",
        element("CreditedQuantity", "200"),
        element("LineExtensionAmount", "90.00"),
        element(
          "Item",
          element("Name", "Vis"),
          element("ClassifiedTaxCategory", element("Percent", "20"))
        ),
        element("Price", element("PriceAmount", "45"), element("BaseQuantity", "100"))
      )
    )
  )

  @Test func `reads a UBL credit note`() throws {
    let invoice = try #require(EInvoice(Self.creditNote))
    let draft = invoice.draft
    #expect(invoice.syntax == "ubl" && invoice.profile == "urn:cen.eu:en16931:2017")
    #expect(draft.isCreditNote)
    #expect(draft[.invoiceNumber] == "AV-7")
    #expect(draft[.issueDate] == CalendarDate(iso: "2025-03-04"))
    #expect(draft[.precedingInvoice] == "F-1")
    #expect(draft[.sellerName] == "Durand SARL")
    #expect(draft[.sellerVATID] == "FR40303265045")
    #expect(draft[.sellerLegalID] == "303265045")
    #expect(draft[.iban] == "FR7630006000011234567890189")
    #expect(draft[.totalVAT] == Money(minorUnits: 1800, currency: .euro))
    #expect(draft[.amountDue] == Money(minorUnits: 10800, currency: .euro))
    // Nothing was paid before.
    #expect(draft[.prepaid] == nil)
    #expect(draft[.vatBreakdown]?.map(\.vatRate.plainText) == ["20"])
    // The price is of a hundred.
    #expect(draft[.lines]?.first?.unitPrice == DecimalNumber("0.45"))
  }

  @Test func `every value tells the path that it stands at`() throws {
    let draft = try #require(EInvoice(Self.creditNote)).draft
    for (_, value) in draft.ordered {
      guard case .structured(let path) = value.evidence.origin else {
        Issue.record("not structured")
        continue
      }
      #expect(!MarkupPath(path).elements(from: Self.creditNote.root).isEmpty, "\(path)")
    }
  }

  @Test func `finds the groups of ZUGFeRD 1 under their older names`() throws {
    let tree = MarkupTree(
      namespace: "urn:ferd:CrossIndustryDocument:invoice:1p0",
      root: element(
        "CrossIndustryDocument",
        element(
          "HeaderExchangedDocument",
          element("ID", "RE-1"),
          element("IssueDateTime", element("DateTimeString", "20130305", ["format": "102"]))
        ),
        element(
          "SpecifiedSupplyChainTradeTransaction",
          element(
            "ApplicableSupplyChainTradeAgreement",
            element("SellerTradeParty", element("Name", "Muster GmbH"))
          ),
          element(
            "ApplicableSupplyChainTradeSettlement",
            element("InvoiceCurrencyCode", "EUR"),
            element(
              "ApplicableTradeTax",
              element("CalculatedAmount", "37.62"),
              element("BasisAmount", "198.00"),
              element("ApplicablePercent", "19.00")
            ),
            element(
              "SpecifiedTradeSettlementMonetarySummation",
              element("GrandTotalAmount", "235.62")
            )
          ),
          element(
            "IncludedSupplyChainTradeLineItem",
            element("SpecifiedSupplyChainTradeDelivery", element("BilledQuantity", "20.0000")),
            element(
              "SpecifiedSupplyChainTradeSettlement",
              element(
                "SpecifiedTradeSettlementMonetarySummation",
                element("LineTotalAmount", "198.00")
              )
            ),
            element("SpecifiedTradeProduct", element("Name", "Trennblätter A4"))
          )
        )
      )
    )
    let draft = try #require(EInvoice(tree)).draft
    #expect(draft[.invoiceNumber] == "RE-1")
    #expect(draft[.issueDate] == CalendarDate(iso: "2013-03-05"))
    #expect(draft[.sellerName] == "Muster GmbH")
    #expect(draft[.totalWithVAT] == Money(minorUnits: 23562, currency: .euro))
    #expect(draft[.vatBreakdown]?.first?.vatRate.plainText == "19")
    let line = try #require(draft[.lines]?.first)
    #expect(line.description == "Trennblätter A4" && line.quantity == DecimalNumber("20"))
    #expect(line.lineNet == Money(minorUnits: 19800, currency: .euro))
  }

  @Test func `knows an invoice by its root and namespace alone`() {
    #expect(EInvoice(MarkupTree(namespace: "", root: element("Invoice"))) == nil)
    #expect(EInvoice(MarkupTree(namespace: "urn:x", root: element("Order"))) == nil)
  }
}
