// LoadingTests.swift — template files: what is read, what is refused, which one is chosen.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns
import Testing

@testable import Templates

@Suite struct LoadingTests {
  private func load(_ texts: String...) -> (book: TemplateBook, problems: [Problem]) {
    TemplateBook.load(
      texts.enumerated().map { TemplateFile(path: "made/\($0 + 1).yml", text: $1) }
    )
  }

  @Test func `fills in what a template leaves out`() throws {
    let (book, problems) = load("keywords: Made Shop\nfields: {amount: 'a'}")
    #expect(problems.isEmpty)
    let template = try #require(book.templates.first)
    #expect(template.name == "1.yml")
    #expect(template.issuer == .text("Made Shop"))
    #expect(template.priority == 5)
    #expect(template.requiredFields == ["date", "amount", "invoice_number", "issuer"])
  }

  @Test func `reads JSON`() throws {
    let (book, problems) = load(
      #"{"issuer": "Made", "keywords": ["Made\/Shop"], "fields": {"amount": "(\\d+)"}}"#
    )
    #expect(problems.isEmpty)
    #expect(book.templates.first?.keywords.first?.text == "Made/Shop")
  }

  @Test(arguments: [
    ("", "1:1"), ("fields: {}", "1:1"), ("keywords: []\nfields: {}", "1:11"),
    ("keywords: ['']\nfields: {}", "1:11"), ("keywords: [a]", "1:1"), ("- a\n- b", "1:1"),
    ("keywords: [a\nfields: {}", "2:7"), ("keywords: [a]\nfields: [x]", "2:9"),
    ("keywords: [a]\nfields: &x {}", "2:1"), ("keywords: [&x a, *x]\nfields: {}", "1:1"),
  ])
  func `refuses a bad file alone, with its place`(text: String, place: String) throws {
    let (book, problems) = load(text, "keywords: [b]\nfields: {}")
    #expect(book.templates.map(\.name) == ["2.yml"])
    let arguments = try #require(problems.first).arguments
    #expect("\(arguments["line"] ?? ""):\(arguments["column"] ?? "")" == place, "\(arguments)")
    #expect(arguments["file"] == "made/1.yml")
  }

  @Test func `refuses bombs before they are parsed`() {
    let depth = String(repeating: "[", count: 100_000)
    let compact = String(repeating: "- ", count: 10_000)
    let spread = String(repeating: "a: {\n", count: 1_000)
    let size = "a: " + String(repeating: "x", count: 600_000)
    let aliases = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"
    let late = "keywords: [a]\nfields: {x: 'a', y: *a}"
    for text in [late, depth, compact, spread, size, aliases] {
      #expect(YAMLGuard.refusal(of: text) != nil)
    }
  }

  @Test(arguments: [
    "fields: {x: '[[,*a]', y: \"&b\"}", "regex: foo, *b [a", "regex: A &Co,*5", "- '*a'",
    "regex: http:*b",
  ])
  func `takes no pattern for a bomb`(text: String) {
    #expect(YAMLGuard.refusal(of: String(repeating: text + "\n", count: 300)) == nil)
  }

  @Test func `the last of several equal keys counts, and each is named`() throws {
    let (book, problems) = load(
      """
      keywords: [a]
      fields:
        vat: {parser: static, value: 1, value: 2, 'value': 3}
        vat: {parser: static, "value": 4, value: 5}
        static_x: 6
      """
    )
    #expect(book.templates.first?.fields.map(\.name) == ["vat", "x"])
    guard case .stated(let value) = book.templates.first?.fields.first?.rule else {
      return #expect(Bool(false))
    }
    #expect(value == .whole(5))
    #expect(problems.count == 4)
  }

  @Test func `leaves out a rule that is no pattern and keeps the template`() throws {
    let (book, problems) = load(
      """
      keywords: [a]
      fields:
        vat: '(open'
        two: '(a)(b)'
        amount: '(\\d+)'
        odd: {parser: magic}
        none: {regex: x}
        rows: {parser: lines, start: '(x', end: y, line: z}
      """
    )
    #expect(book.templates.first?.fields.map(\.name) == ["amount"])
    #expect(problems.map { $0.arguments["line"] } == ["3", "4", "6", "7", "8"])
  }

  @Test func `names unknown keys and the nearest known one`() throws {
    let (book, problems) = load("keywords: [a]\nfields: {}\nkeyword: b\noptions: {lowercas: true}")
    #expect(book.templates.count == 1)
    #expect(problems.count == 2)
    #expect(problems.first?.arguments["reason"]?.contains("keywords") == true)
  }

  @Test func `chooses by keywords, exclusions and priority`() throws {
    let (book, _) = load(
      "keywords: [Shop]\nfields: {}",
      "keywords: [Shop, Lyon]\nexclude_keywords: Credit\npriority: 6\nfields: {}",
      "keywords: [Shop]\npriority: 5\nfields: {}"
    )
    #expect(book.templates.map(\.name) == ["2.yml", "1.yml", "3.yml"])
    #expect(book.template(for: "Shop in Lyon")?.name == "2.yml")
    #expect(book.template(for: "Shop in Lyon: Credit")?.name == "1.yml")
    #expect(book.template(for: "shop") == nil)
  }

  @Test func `tries a keyword as a pattern only where the text does not occur`() throws {
    let (book, _) = load(
      "keywords: ['A.B']\nfields: {}",
      "keywords: ['NL8[.]5']\nfields: {}",
      "keywords: ['Total (net)']\nfields: {}"
    )
    #expect(book.template(for: "AxB") == nil)
    #expect(book.template(for: "NL8.5")?.name == "2.yml")
    #expect(book.template(for: "Total (net)")?.name == "3.yml")
  }

  @Test func `chooses among thousands quickly`() throws {
    let files = (0..<2_000).map {
      TemplateFile(path: "\($0).yml", text: "keywords: [Shop, 'Number \($0),']\nfields: {}")
    }
    let (book, _) = TemplateBook.load(files)
    let text = String(repeating: "Shop with a long invoice of many words\n", count: 120)
    let start = ContinuousClock.now
    #expect(book.template(for: text + "Number 1999,")?.name == "1999.yml")
    #expect(start.duration(to: .now) < .milliseconds(200))
  }
}
