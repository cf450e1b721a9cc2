// MarkupPathTests.swift — paths lead to the elements that they describe.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import EInvoicing

@Suite struct MarkupPathTests {
  private let root = MarkupElement(
    "Invoice",
    children: [
      MarkupElement("ID", attributes: ["schemeID": "VA"], text: "1"),
      MarkupElement("ID", attributes: ["schemeID": "FC"], text: "2"),
      MarkupElement(
        "Scheme",
        children: [
          MarkupElement("CompanyID", text: "3"),
          MarkupElement("TaxScheme", children: [MarkupElement("ID", text: "VAT")]),
        ]
      ),
      MarkupElement("Scheme", children: [MarkupElement("CompanyID", text: "4")]),
    ]
  )

  @Test(
    arguments: [
      ("ID", ["1", "2"]),
      ("ID[@schemeID='FC']", ["2"]),
      ("ID[@schemeID!='FC']", ["1"]),
      ("Scheme/CompanyID", ["3", "4"]),
      ("Scheme[TaxScheme/ID='VAT']/CompanyID", ["3"]),
      ("Scheme[TaxScheme/ID!='VAT']/CompanyID", ["4"]),
      ("Nothing|ID[@schemeID='FC']|ID[@schemeID='VA']", ["2", "1"]),
      ("ID/ID", []),
    ]
  )
  func `finds`(path: String, texts: [String]) {
    #expect(MarkupPath(path).elements(from: root).map(\.text) == texts)
  }
}
