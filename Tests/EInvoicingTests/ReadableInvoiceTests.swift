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
