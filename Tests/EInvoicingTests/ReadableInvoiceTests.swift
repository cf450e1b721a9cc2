// ReadableInvoiceTests.swift — an e-invoice can be read by people, and does nothing else.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing
import Wording

@testable import EInvoicing

@Suite struct ReadableInvoiceTests {
  private static let tree = madeTree(
    """
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
    <ID>F&lt;script&gt;1</ID><IssueDate>2026-09-10</IssueDate>
    <Note>Règlement &amp; "conditions" &lt;img src=http://x.example/a.png onerror=1&gt;</Note>
    <InvoiceTypeCode>380</InvoiceTypeCode><DocumentCurrencyCode>EUR</DocumentCurrencyCode>
    <AccountingSupplierParty><Party><PostalAddress><StreetName>1 rue A</StreetName>
    <CityName>Lyon</CityName></PostalAddress><PartyLegalEntity>
    <RegistrationName>Durand &amp; Fils</RegistrationName></PartyLegalEntity></Party>
    </AccountingSupplierParty><LegalMonetaryTotal>
    <TaxInclusiveAmount>1234.50</TaxInclusiveAmount></LegalMonetaryTotal>
    <InvoiceLine><InvoicedQuantity>2</InvoicedQuantity>
    <LineExtensionAmount>1200.00</LineExtensionAmount>
    <Item><Name>Une désignation si longue qu’elle ne tient pas dans une seule ligne de la vue</Name>
    </Item></InvoiceLine></Invoice>
    """
  )

  @Test func `the web page says everything and holds nothing that acts`() throws {
    let html = try #require(ReadableInvoice(Self.tree, in: .french)).html
    #expect(html.contains("<dd>Durand &amp; Fils</dd>") && html.contains("1 rue A, Lyon"))
    #expect(html.contains("<td>1 200,00</td>") && html.contains("1 234,50 EUR"))
    #expect(html.contains("<dd>10/09/2026</dd>"))
    #expect(html.contains("F&lt;script&gt;1") && html.contains("&lt;img src="))
    #expect(html.contains("Content-Security-Policy"))
    for tag in ["<script", "<img", "<link", "<iframe", "<a ", "src=\"", "href="] {
      #expect(!html.contains(tag), "\(tag)")
    }
  }

  @Test func `the pages hold the same words inside their edges`() throws {
    let view = try #require(ReadableInvoice(Self.tree, in: .english))
    let pages = view.pages
    let words = pages.flatMap(\.words)
    #expect(pages.count == 1 && words.map(\.text).contains("Durand"))
    let text = words.map(\.text).joined(separator: " ")
    #expect(text.contains("Supplier Durand & Fils") && text.contains("1,234.50 EUR"))
    #expect(text.contains("qu’elle ne 2 1,200.00 tient pas dans"))
    #expect(words.allSatisfy { $0.box.right <= 5950 && $0.box.bottom <= 8420 && $0.box.left >= 0 })
  }

  /// An invoice of 100.00 less 10.00 and 2.50, with 5.00 of freight, in UBL or in CII.
  private static let reduced = [
    """
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
    <DocumentCurrencyCode>EUR</DocumentCurrencyCode>
    <AllowanceCharge><ChargeIndicator>false</ChargeIndicator>
    <AllowanceChargeReason>Remise fidélité</AllowanceChargeReason><Amount>10</Amount>
    <TaxCategory><Percent>20.00</Percent></TaxCategory></AllowanceCharge>
    <AllowanceCharge><ChargeIndicator>false</ChargeIndicator><Amount>2.50</Amount></AllowanceCharge>
    <AllowanceCharge><ChargeIndicator>true</ChargeIndicator>
    <AllowanceChargeReason>Port</AllowanceChargeReason><Amount>5.00</Amount></AllowanceCharge>
    <LegalMonetaryTotal><LineExtensionAmount>100.00</LineExtensionAmount>
    <TaxExclusiveAmount>92.50</TaxExclusiveAmount>
    <AllowanceTotalAmount>12.50</AllowanceTotalAmount><ChargeTotalAmount>5.00</ChargeTotalAmount>
    <PayableRoundingAmount>0.01</PayableRoundingAmount></LegalMonetaryTotal></Invoice>
    """,
    """
    <CrossIndustryInvoice
    xmlns="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100">
    <SupplyChainTradeTransaction><ApplicableHeaderTradeSettlement>
    <InvoiceCurrencyCode>EUR</InvoiceCurrencyCode><SpecifiedTradeAllowanceCharge>
    <ChargeIndicator><Indicator>false</Indicator></ChargeIndicator>
    <ActualAmount>10</ActualAmount><Reason>Remise fidélité</Reason>
    <CategoryTradeTax><RateApplicablePercent>20.00</RateApplicablePercent></CategoryTradeTax>
    </SpecifiedTradeAllowanceCharge><SpecifiedTradeAllowanceCharge>
    <ChargeIndicator><Indicator>false</Indicator></ChargeIndicator>
    <ActualAmount>2.50</ActualAmount></SpecifiedTradeAllowanceCharge>
    <SpecifiedTradeAllowanceCharge><ChargeIndicator><Indicator>true</Indicator></ChargeIndicator>
    <ActualAmount>5.00</ActualAmount><Reason>Port</Reason></SpecifiedTradeAllowanceCharge>
    <SpecifiedTradeSettlementHeaderMonetarySummation>
    <LineTotalAmount>100.00</LineTotalAmount><ChargeTotalAmount>5.00</ChargeTotalAmount>
    <AllowanceTotalAmount>12.50</AllowanceTotalAmount>
    <TaxBasisTotalAmount>92.50</TaxBasisTotalAmount><RoundingAmount>0.01</RoundingAmount>
    </SpecifiedTradeSettlementHeaderMonetarySummation>
    </ApplicableHeaderTradeSettlement></SupplyChainTradeTransaction></CrossIndustryInvoice>
    """,
  ]

  @Test(arguments: reduced)
  func `shows allowances and charges, so that the lines and the totals add up`(xml: String) throws {
    let view = try #require(ReadableInvoice(madeTree(xml), in: .french))
    let table = try #require(view.tables.first { $0.title == "Remises et frais" })
    #expect(
      table.rows == [
        ["Remise : Remise fidélité", "20", "-10,00"], ["Remise", "", "-2,50"],
        ["Frais : Port", "", "5,00"],
      ]
    )
    let totals = try #require(view.sections.first { $0.title == "Totaux" })
    #expect(
      totals.rows.map { "\($0.label) \($0.value)" } == [
        "Total des lignes 100,00 EUR", "Total des remises 12,50 EUR", "Total des frais 5,00 EUR",
        "Total HT 92,50 EUR", "Arrondi 0,01 EUR",
      ]
    )
  }

  @Test func `says nothing of allowances where there are none`() throws {
    let view = try #require(ReadableInvoice(Self.tree, in: .french))
    #expect(view.tables.map(\.title) == ["Lignes"])
  }

  @Test func `a long invoice goes over pages, and what is left out is told`() throws {
    let line = MarkupElement(
      "InvoiceLine",
      children: [MarkupElement("Item", children: [MarkupElement("Name", text: "Vis")])]
    )
    let root = MarkupElement("Invoice", children: Array(repeating: line, count: 1005))
    let tree = MarkupTree(namespace: Self.tree.namespace, root: root)
    let view = try #require(ReadableInvoice(tree, in: .english))
    #expect(view.pages.count > 10 && view.pages.map(\.number) == Array(1...view.pages.count))
    #expect(view.html.contains("5 more lines stand in the file"))
  }

  @Test func `what is no invoice has no view`() throws {
    let tree = MarkupTree(namespace: "", root: MarkupElement("html"))
    #expect(ReadableInvoice(tree, in: .french) == nil)
    let document = Document(
      id: try #require(DocumentID(hex: String(repeating: "a", count: 64))),
      format: .xml,
      pages: [],
      markup: tree
    )
    #expect(document.readablePages(in: .french).isEmpty)
  }
}
