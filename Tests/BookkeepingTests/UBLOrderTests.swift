// UBLOrderTests.swift — what is read of an order in XML, and what is refused.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

@Suite struct UBLOrderTests {
  private func element(_ name: String, _ text: String) -> MarkupElement {
    MarkupElement(name, text: text)
  }

  private func line(_ amount: String, _ item: String) -> MarkupElement {
    MarkupElement(
      "OrderLine",
      children: [
        MarkupElement(
          "LineItem",
          children: [
            MarkupElement(
              "LineExtensionAmount",
              attributes: ["currencyID": "EUR"],
              text: amount
            ), MarkupElement("Item", children: [element("Name", item)]),
          ]
        )
      ]
    )
  }

  private func read(_ children: [MarkupElement]) throws(Problem) -> LedgerImport {
    let seller = MarkupElement(
      "SellerSupplierParty",
      children: [
        element("CustomerAssignedAccountID", "F00107"),
        MarkupElement(
          "Party",
          children: [
            MarkupElement(
              "PartyLegalEntity",
              children: [element("RegistrationName", "Zoé Outillage SARL")]
            )
          ]
        ),
      ]
    )
    let root = MarkupElement("Order", children: children + [seller])
    let namespace = "urn:oasis:names:specification:ubl:schema:xsd:Order-2"
    let file = LedgerFile(
      bytes: Array("<Order/>".utf8),
      name: "a.xml",
      markup: MarkupTree(namespace: namespace, root: root)
    )
    return try LedgerFormats.read(file, settings: LedgerSettings())
  }

  @Test func `reads number, seller, date and total without VAT`() throws {
    let total = MarkupElement(
      "AnticipatedMonetaryTotal",
      children: [
        element("LineExtensionAmount", "110.00"), element("TaxExclusiveAmount", "100.00"),
      ]
    )
    let books = try read([
      element("ID", "CF25-1"), element("IssueDate", "2025-03-01"),
      element("DocumentCurrencyCode", "CHF"), total, line("100.00", "Perceuse"),
    ])
    let entry = try #require(books.entries.first)
    #expect(entry.id == LedgerEntryID(source: "ubl-order", id: "CF25-1"))
    #expect(entry.kind == .purchaseOrder && entry.isOpen)
    #expect(entry.partyCode == "F00107" && entry.partyName == "Zoé Outillage SARL")
    #expect(entry.amount == Money(minorUnits: -10_000, currency: .swissFranc))
    #expect(entry.documentDate == CalendarDate(iso: "2025-03-01"))
    #expect(entry.label == "Perceuse")
  }

  @Test func `sums the lines up where no total is told`() throws {
    let books = try read([
      element("ID", "CF25-1"), element("IssueDate", "2025-03-01"), line("100.00", "Perceuse"),
      line("20.50", "Foret"),
    ])
    #expect(books.entries.first?.amount == Money(minorUnits: -12_050, currency: .euro))
  }

  @Test(arguments: ["ID", "IssueDate", "AnticipatedMonetaryTotal"])
  func `names what is missing`(field: String) {
    let all = [
      element("ID", "CF25-1"), element("IssueDate", "2025-03-01"), line("100.00", "Perceuse"),
    ]
    let missing = field == "AnticipatedMonetaryTotal" ? "OrderLine" : field
    #expect(
      throws: Problem(.refusal, "order-incomplete", ["file": "a.xml", "field": field])
    ) { try read(all.filter { $0.name != missing }) }
  }

  @Test func `refuses lines that add up to more than an order can be`() {
    let lines = Array(repeating: line("9999999999999.99", "Perceuse"), count: 9_300)
    let problem = #expect(throws: Problem.self) {
      try read([element("ID", "CF25-1"), element("IssueDate", "2025-03-01")] + lines)
    }
    #expect(problem?.arguments["field"] == "AnticipatedMonetaryTotal")
  }
}
