// RowTests.swift — lines and tables of templates.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Templates

@Suite struct RowTests {
  private let page = """
    Made Shop
    Items
    2  Blue pens    4,00
       with caps
    Page 1
    1  Red ink     3,50
    End
    Total 7,50
    """

  private func json(_ field: String, _ text: String, _ more: String = "") throws -> String {
    let found = try reading(template(field, "options: {decimal_separator: ','}\n" + more), of: text)
    let record = try #require(found?.record, "\(found?.findings ?? [])")
    var only = TemplateRecord()
    only["lines"] = record["lines"]
    return only.json
  }

  private let first =
    #"first_line: '^\s*(?P<qty>\d+)\s+(?P<name>.+?)\s+(?P<price_subtotal>[\d,]+)$'"#
  private let types = "types: {qty: int, price_subtotal: float}"

  @Test func `a line alone is a row`() throws {
    let field = """
      lines:
        parser: lines
        start: Items\\n
        end: End
        line: ^\\s*(?P<qty>\\d+)\\s+(?P<name>.+?)\\s+(?P<price_subtotal>[\\d,]+)$
        \(types)
      """
    #expect(
      try json(field, page) == """
        {"lines": [{"name": "Blue pens", "price_subtotal": 4.0, "qty": 2}, \
        {"name": "Red ink", "price_subtotal": 3.5, "qty": 1}]}
        """
    )
  }

  @Test func `further lines go below the first one, skipped ones nowhere`() throws {
    let field = """
      lines:
        parser: lines
        start: Items\\n
        end: End
        \(first)
        line: ^\\s*(?P<name>.+?)\\s*$
        skip_line: Page
        \(types)
      """
    #expect(
      try json(field, page) == """
        {"lines": [{"name": "Blue pens\\nwith caps", "price_subtotal": 4.0, "qty": 2}, \
        {"name": "Red ink", "price_subtotal": 3.5, "qty": 1}]}
        """
    )
  }

  @Test func `a last line closes the row, and without a first one none opens`() throws {
    let closed = """
      lines:
        parser: lines
        start: Items\\n
        end: End
        \(first)
        last_line: (?P<note>with \\w+)
        line: (?P<name>.+)
      """
    #expect(
      try json(closed, page) == """
        {"lines": [{"name": "Blue pens", "note": "with caps", "price_subtotal": "4,00", \
        "qty": "2"}, {"name": "Red ink", "price_subtotal": "3,50", "qty": "1"}]}
        """
    )
    let never = closed.replacing(first, with: "skip_line: []")
    #expect(try json(never, page) == "{}")
  }

  @Test func `goes on behind each end, or ends at the last one`() throws {
    let text = "Made Shop\nItems\n1 a\nEnd\nItems\n2 b\nEnd\n3 c\nEnd"
    let field = """
      lines: {parser: lines, start: Items, end: End, line: '(?P<qty>\\d) (?P<name>\\w)'}
      """
    #expect(
      try json(field, text) == """
        {"lines": [{"name": "a", "qty": "1"}, {"name": "b", "qty": "2"}]}
        """
    )
    let last = field.replacing("end: End", with: "end: End, end_match: last")
    #expect(try json(last, text).contains(#"{"name": "c", "qty": "3"}"#))
  }

  @Test func `comes to an end where start and end match nothing`() throws {
    let field = "lines: {parser: lines, start: 'x*', end: 'x*', line: '(?P<name>.+)'}"
    #expect(try json(field, page) == "{}")
  }

  @Test func `rules are read one after the other, with separators and replacements`() throws {
    let field = """
      lines:
        parser: lines
        rules:
          - {start: 'A:', end: ';', line: '(?P<name>\\w+)', line_separator: ' ', replace: {name: ['a', 'x']}}
          - {start: 'B:', end: ';', line: '(?P<name>\\w+)', replace: [{name: [['b', 'y'], ['y', 'z']]}]}
      """
    #expect(
      try json(field, "Made Shop\nA: a aa;\nB: b;") == """
        {"lines": [{"name": "x"}, {"name": "xx"}, {"name": "z"}]}
        """
    )
  }

  @Test func `the old form of lines stands even when it is empty`() throws {
    let more = "lines: {start: Nothing, end: End, line: '(?P<name>.+)'}"
    #expect(try json("x: y", page, more) == #"{"lines": []}"#)
  }

  @Test func `derives names, units and tax`() throws {
    let field = """
      lines:
        parser: lines
        start: Items\\n
        end: End
        line: (?P<qty>\\d+) (?P<uom>\\w+) (?P<description>\\w+) (?P<price_subtotal>[\\d,]+)
        \(types)
      tax_lines:
        parser: lines
        start: Tax\\n
        end: Done
        line: (?P<vat_rate>\\d+) % (?P<price_subtotal>[\\d,]+)
        types: {vat_rate: float, price_subtotal: float}
      """
    let text = "Made Shop\nItems\n2 pcs Pens 4,00\nEnd\nTax\n20 % 4,00\nDone"
    let found = try reading(template(field, "options: {decimal_separator: ','}"), of: text)
    let line = try #require(found?.record?["lines"]?.records.first)
    #expect(line["name"]?.value == .text("Pens"))
    #expect(line["unece_code"]?.value == .text("H87"))
    #expect(line["line_tax_amount"]?.value.plainText == "0.8")
    let lines = try #require(found?.draft[.lines])
    #expect(lines.first?.vatRate?.plainText == "20")
    #expect(lines.first?.lineNet?.minorUnits == 400)
    #expect(found?.draft[.vatBreakdown]?.first?.vatAmount.minorUnits == 80)
  }

  @Test func `tables give scalars, lists and groups`() throws {
    let more = """
      tables:
        - start: Items\\n
          end: End
          body: (?P<qty>\\d+)\\s+(?P<name>.+?)\\s+(?P<amount_net>[\\d,]+)$
          types: {qty: int}
          fields: {amount_net: {group: sum}}
        - {start: Total, end: \\n\\f, body: '(?P<amount>[\\d,]+)'}
        - {start: Nothing, end: End, body: '(?P<y>.)'}
        - {start: Made, end: End, body: '(?P<date_x>.+)'}
      """
    let found = try reading(
      template("x: y", "options: {decimal_separator: ','}\n" + more),
      of: page
    )
    let record = try #require(found?.record, "\(found?.findings ?? [])")
    #expect(record["qty"]?.value.plainText == "2 1")
    #expect(record["amount_net"]?.value.plainText == "7.5")
    #expect(record["amount"]?.value.plainText == "7.5")
    #expect(record["y"] == nil)
    #expect(record["date_x"] == nil)
  }
}
