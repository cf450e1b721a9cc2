// ChoosingTests.swift — which of very many templates applies, and how long that takes.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Patterns
import Testing

@testable import Templates

@Suite struct ChoosingTests {
  @Test func `the one of two thousand templates is found in a moment`() throws {
    let templates = try (0..<2_000).map { index in
      let number = #"FR ?\d{2} ?"# + String(100_000_000 + index)
      return Template(
        name: "firm-\(index).yml",
        issuer: .text("Firm"),
        keywords: [
          Keyword(text: number, pattern: try Pattern(number)),
          Keyword(text: "Invoice", pattern: nil),
        ],
        excludedKeywords: [],
        priority: 5,
        options: TemplateOptions(),
        fields: [],
        lines: nil,
        tables: [],
        requiredFields: []
      )
    }
    let book = TemplateBook(templates: templates, version: "")
    let line = "Consulting 12 days at 450.00 makes 5 400.00 EUR, order CF25-118, page 1 of 2\n"
    let text = String(repeating: line, count: 60) + "Invoice No A1 FR 12 100001999\n"
    let start = ContinuousClock.now
    #expect(book.template(for: text)?.name == "firm-1999.yml")
    let elapsed = start.duration(to: .now)
    // 20 ms on a quiet machine; the bound leaves room for a busy one and a debug build.
    #expect(elapsed < .milliseconds(400))
  }
}
