// TextTableTests.swift — columns and decimals.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import facturier_bench

@Suite struct TextTableTests {
  @Test func `aligns words to the left and numbers to the right`() {
    var table = TextTable(["kind", "pages"])
    table.add(["fax", "7"])
    #expect(table.lines == ["kind  pages", "fax       7"])
  }

  @Test(arguments: [(0.996, "1.00"), (12.346, "12.35"), (-0.5, "-0.50"), (0.04, "0.04")])
  func `rounds to decimals`(number: Double, text: String) {
    #expect(decimal(number, 2) == text)
  }

  @Test func `prints a dash for no number`() {
    #expect(decimal(nil, 2) == "–")
    #expect(decimal(1 / 0, 2) == "–")
  }
}
