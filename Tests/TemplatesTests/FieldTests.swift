// FieldTests.swift — fields of templates, from text to value.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Templates

@Suite struct FieldTests {
  private let page = """
    Made Shop
    Invoice  A-17     Date  03/04/2024
    Base 10,00  Tax 2,00
    Base 20,00  Tax 4,00
    Base 10,00  Tax 2,00
    Total  48,00 EUR
    """

  /// The JSON of one field.
  private func json(_ fields: String, _ options: String = "decimal_separator: ','") throws -> String
  {
    let found = try reading(template(fields, "options: {\(options)}"), of: page)
    let record = try #require(found?.record, "\(found?.findings ?? [])")
    var only = TemplateRecord()
    only["x"] = record["x"]
    return only.json
  }

  @Test(arguments: [
    (#"x: {parser: regex, regex: 'Invoice\s+(\S+)'}"#, #"{"x": "A-17"}"#),
    (#"x: {parser: regex, regex: 'Invoice\s+\S+'}"#, #"{"x": "Invoice  A-17"}"#),
    (
      #"x: {parser: regex, regex: ['Nothing', 'Date\s+(\S+)'], type: date}"#,
      #"{"x": "2024-03-04"}"#
    ),
    (#"x: {parser: regex, regex: 'Base (\S+)', type: float}"#, #"{"x": [10.0, 20.0]}"#),
    (#"x: {parser: regex, regex: 'Base (\S+)', type: float, group: sum}"#, #"{"x": 40.0}"#),
    (#"x: {parser: regex, regex: 'Base (\S+)', type: int, group: sum}"#, #"{"x": 40}"#),
    (#"x: {parser: regex, regex: 'Base (\S+)', type: float, group: max}"#, #"{"x": 20.0}"#),
    (#"x: {parser: regex, regex: 'Base (\S+)', type: float, group: min}"#, #"{"x": 10.0}"#),
    (#"x: {parser: regex, regex: 'Tax (\S+)', group: first}"#, #"{"x": "2,00"}"#),
    (#"x: {parser: regex, regex: '(Date|Total)', group: last}"#, #"{"x": "Total"}"#),
    (
      #"x: {parser: regex, regex: '(Invoice|Date|Total)', group: join}"#,
      #"{"x": "Invoice Date Total"}"#
    ),
    (#"x: {parser: regex, regex: 'Nothing'}"#, "{}"),
    (#"x: {parser: regex, regex: 'Made( Inc)? Shop', type: float}"#, #"{"x": 0.0}"#),
    (#"x: {parser: regex, regex: 'Made( Inc)? Shop', type: float, group: sum}"#, "{}"),
    (
      #"x: {parser: regex, regex: 'Invoice\s+(\S+)', replace: ['[A-Z]-(\d)', 'B\1']}"#,
      #"{"x": "B17"}"#
    ),
    (#"x: {parser: regex, regex: 'Total.*', extract_number: true, type: float}"#, #"{"x": 48.0}"#),
    ("x: {parser: static, value: 7010308447}", #"{"x": 7010308447}"#),
    ("x: {parser: static, value: '7'}", #"{"x": "7"}"#),
    ("x: {parser: static, value: 2023-03-01}", #"{"x": "2023-03-01"}"#),
    ("static_x: [a, 1.50]", #"{"x": ["a", 1.5]}"#),
    ("static_x:", #"{"x": null}"#),
    ("x: {value: 1}", "{}"),
  ])
  func `finds, reads and groups`(field: String, expected: String) throws {
    #expect(try json(field) == expected)
  }

  @Test func `reads the short form by the name`() throws {
    let found = try reading(
      template(
        """
        date: Date\\s+(\\S+)
        amount: Total\\s+(\\S+)
        sum_amount_tax: ['Tax (\\S+)', 'Nothing']
        invoice_number: Invoice\\s+(\\S+)
        """,
        "options: {decimal_separator: ',', date_formats: ['%d/%m/%Y']}"
      ),
      of: page
    )
    #expect(
      found?.record?.json == """
        {"issuer": "Made Shop", "template_name": "shop.yml", "date": "2024-04-03", \
        "amount": 48.0, "amount_tax": 8.0, "invoice_number": "A-17", "currency": "EUR", \
        "desc": "Invoice from Made Shop"}
        """
    )
  }

  @Test(arguments: [
    ("remove_whitespace: true", #"{"x": "InvoiceA-17Date03/04/2024"}"#),
    ("remove_whitespace: true, lowercase: true", "{}"),
    (
      "remove_whitespace: true, replace: [['Invoice(A)', 'Invoice\\1x'], ['x-17.*', '']]",
      #"{"x": "InvoiceA"}"#
    ),
  ])
  func `prepares the text by the options in their order`(options: String, expected: String) throws {
    #expect(try json("x: {parser: regex, regex: 'Invoice\\S+'}", options) == expected)
  }

  @Test func `takes accents off`() throws {
    let found = try reading(
      template("x: (Facture reglee)", "options: {remove_accents: true}"),
      of: "Made Shop\nFacture réglée"
    )
    #expect(found?.record?["x"]?.value == .text("Facture reglee"))
  }

  @Test(arguments: [
    "x: {parser: regex, regex: 'Total.*', type: float}",
    "x: {parser: regex, regex: '(Base|Total)', group: sum}",
  ])
  func `gives nothing rather than half where a value is wrong`(field: String) throws {
    let found = try reading(template(field), of: page)
    #expect(found?.record == nil)
    #expect(found?.findings.map(\.code) == ["template-failed"])
  }

  @Test func `gives nothing without a required field`() throws {
    let text = template("amount: Total\\s+(\\S+)").replacing("required_fields: []", with: "")
    let found = try reading(text, of: page.replacing("48,00", with: "48"))
    #expect(found?.record == nil)
    #expect(found?.findings.first?.arguments["reason"] == "not found: date, invoice_number")
  }

  @Test func `reads an area alone, as it stands on the page`() throws {
    // The line of the total lies 60 points from the top: 250 pixels at 300 to the inch.
    let field = """
      x:
        parser: regex
        regex: Total (\\S+) EUR
        area: {f: 1, l: 1, x: 0, y: 250, r: 300, W: 2000, H: 20}
      """
    let found = try reading(template(field, "options: {lowercase: true}"), of: page)
    #expect(found?.record?["x"]?.value == .text("48,00"))
  }

  @Test func `gives up hostile patterns and says so`() throws {
    let hostile = String(repeating: "a", count: 60)
    let found = try reading(
      template("x: (?:a+)+$"),
      of: "Made Shop\n" + hostile + "!"
    )
    #expect(found?.record?["x"] == nil)
    #expect(found?.findings.map(\.code) == ["template-pattern-costly"])
  }

  @Test func `doubts what could be read otherwise`() throws {
    let found = try reading(template("date: Date\\s+(\\S+)"), of: page)
    #expect(found?.findings.map(\.code) == ["template-value-doubtful"])
    #expect(found?.draft.confidence(of: Field.issueDate.name) == Confidence(permille: 500))
  }
}
