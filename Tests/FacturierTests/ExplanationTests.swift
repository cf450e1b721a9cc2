// ExplanationTests.swift — an invoice as people are shown it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import facturier

@Suite struct ExplanationTests {
  private func euros(_ minorUnits: Int64) -> Money {
    Money(minorUnits: minorUnits, currency: .euro)
  }

  private func row(_ rate: Int32, _ base: Int64, _ tax: Int64) -> VATBreakdownLine {
    VATBreakdownLine(
      taxableAmount: euros(base),
      vatAmount: euros(tax),
      vatRate: VATRate(hundredthsOfPercent: rate)
    )
  }

  private func lines(
    _ fill: (inout Draft, Evidence) -> Void,
    _ phrases: Phrases = Phrases(.english)
  ) -> [String] {
    var draft = Draft()
    let evidence = Evidence(
      origin: .structured(path: "x"),
      text: "",
      rule: "test",
      confidence: .certain
    )
    fill(&draft, evidence)
    let finding = Finding(.warning, "missing-field", ["field": "due_date"])
    let assessment = Assessment(
      pages: [1],
      language: "fr",
      documentType: .invoice,
      draft: draft,
      findings: [finding]
    )
    return Explanation(phrases: phrases, style: .plain, isDetailed: false).lines(of: assessment)
  }

  @Test func `each rate of VAT stands on a line of its own`() {
    let rates = [row(2_000, 37_922, 7_584), row(550, 7_539, 415), row(210, 13_079, 275)]
    let shown = lines({ $0.set(.vatBreakdown, to: rates, evidence: $1) }, Phrases(.french))
    #expect(
      shown.prefix(3) == [
        "  TVA par taux  20 %: 379,22 EUR → 75,84 EUR  100 %",
        "                5,5 %: 75,39 EUR → 4,15 EUR",
        "                2,1 %: 130,79 EUR → 2,75 EUR",
      ]
    )
  }

  @Test func `the lines of the invoice are a small table`() {
    let line = InvoiceLine(
      description: "Ramette A4",
      quantity: DecimalNumber("48"),
      unitPrice: DecimalNumber("4.42"),
      lineNet: euros(21_216)
    )
    let bare = InvoiceLine(description: String(repeating: "x", count: 50))
    let shown = lines { $0.set(.lines, to: [line, bare], evidence: $1) }
    let blanks = String(repeating: " ", count: 32)
    #expect(
      shown.dropFirst().prefix(5) == [
        "", "  Description" + blanks.dropLast() + "Quantity  Unit price     Net",
        "  Ramette A4" + blanks + "      48        4.42  212.16",
        "  " + String(repeating: "x", count: 39) + "…", "",
      ]
    )
  }

  @Test func `a long invoice is cut, and says so`() {
    let many = Array(repeating: InvoiceLine(description: "Vis"), count: 45)
    let shown = lines { $0.set(.lines, to: many, evidence: $1) }
    #expect(shown.filter { $0 == "  Vis" }.count == LineTable.most)
    #expect(shown.contains("  … and 5 more lines"))
  }

  @Test func `remedies name the invoice where it is known`() {
    let unknown = lines { _, _ in }
    #expect(unknown.last == "    Add it: facturier correct ID due_date=VALUE")
    let known = lines({ _, _ in }, Phrases(.english).about(12))
    #expect(known.last == "    Add it: facturier correct 12 due_date=VALUE")
    let retry = Phrases(.english).about(7).remedy(Problem(.refusal, "unknown-refusal"))
    #expect(retry.hasSuffix("facturier retry 7"))
  }
}
