// LedgerMappingTests.swift — mapping files, and how their mistakes are told.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

@Suite struct LedgerMappingTests {
  @Test func `names the place and the nearest key`() {
    let problem = mistake("source: a\nfeilds: {id: id}\namount: x")
    #expect(problem?.kind == .configuration)
    #expect(problem?.code == "mapping-key-unknown")
    #expect(
      problem?.arguments == [
        "file": "m.yml", "line": "2", "column": "1", "key": "feilds", "nearest": "fields",
      ]
    )
  }

  @Test(arguments: [
    ("source: a\nfields: {id: id}", "mapping-key-missing", "amount"),
    ("source: a\nfields: {id: id}\namount: debit-credit", "mapping-key-missing", "debit"),
    ("source: a\nfields: {id: id}\namount: x\nkind: bill", "mapping-value-wrong", "kind"),
    ("source: a\nfields: {id: id}\namount: x\ndate: dd/mm/yyyy", "mapping-value-wrong", "date"),
    ("source: a\nfields: {id: id}\namount: x\nfooter: '(a'", "mapping-pattern-wrong", "footer"),
    ("source: a\nfields: [id]\namount: x", "mapping-value-wrong", "fields"),
  ])
  func `tells what is wrong`(text: String, code: String, key: String) {
    let problem = mistake(text)
    #expect(problem?.code == code)
    #expect(problem?.arguments["key"] == key)
  }

  @Test func `tells where the YAML breaks`() {
    let problem = mistake("source: a\nfields: {id: id\namount: x\n")
    #expect(problem?.code == "mapping-syntax")
    #expect(problem?.arguments["file"] == "m.yml")
    #expect(problem?.arguments["line"].flatMap { Int($0) } ?? 0 >= 2)
  }

  @Test(arguments: [("dd/MM/yyyy", "03/02/2025"), ("d.M.yy", "3.2.25"), ("yyyyMMdd", "20250203")])
  func `reads dates by their format`(format: String, text: String) {
    #expect(DateFormat(format)?.date(text) == CalendarDate(iso: "2025-02-03"))
    #expect(DateFormat(format)?.date(text + "x") == nil)
  }

  private func mistake(_ text: String) -> Problem? {
    #expect(throws: Problem.self) { try LedgerMapping.parse(text, file: "m.yml") }
  }
}
