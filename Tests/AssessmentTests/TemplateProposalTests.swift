// TemplateProposalTests.swift — templates of invoice2data beside our own rules.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Foundation
import Invoicing
import Templates
import Testing

@testable import Assessment

@Suite struct TemplateProposalTests {
  private static let day = CalendarDate(iso: "2026-03-01") ?? CalendarDate(dayNumber: 0)

  /// One word to a box, laid out line by line.
  private static func document(_ lines: [String]) throws -> Document {
    var words: [Word] = []
    for (row, line) in lines.enumerated() {
      var column: Int32 = 0
      for text in line.split(separator: " ", omittingEmptySubsequences: false) {
        let width = Int32(text.count) * 60
        let (left, top) = (300 + column, 300 + Int32(row) * 140)
        if !text.isEmpty {
          let box = Box(left: left, top: top, right: left + width - 5, bottom: top + 100)
          words.append(Word(text: String(text), box: box))
        }
        column += width + 60
      }
    }
    let hash = try #require(DocumentID(hex: String(repeating: "cd", count: 32)))
    let page = Page(number: 1, width: 5950, height: 8420, origin: .textLayer, words: words)
    return Document(id: hash, format: .text, pages: [page])
  }

  private static let lines = [
    "Castanet SARL", "Invoice no. F-1042", "Folio ZX-26-9", "Date: 03/02/2026", "Total 600.00 EUR",
  ]

  private static let template = TemplateFile(
    path: "castanet.yml",
    text: """
      issuer: Castanet SARL
      keywords: [Castanet]
      fields:
        invoice_number: Folio (\\S+)
        date: 'Date: (\\d{2}/\\d{2}/\\d{4})'
        amount: Total ([\\d.]+)
      options: {currency: EUR, date_formats: ['%d/%m/%Y']}
      """
  )

  private static let supplier = RuleFile(
    path: "suppliers/castanet.yml",
    text: """
      profile: suppliers/castanet
      seller: {names: [Castanet SARL]}
      fields:
        invoice_number: {label: "Invoice no.", weight: 950}
      """
  )

  private static func number(_ rules: [RuleFile], _ templates: [TemplateFile]) throws
    -> Extracted<FieldValue>?
  {
    let premises = Premises(
      rules: RuleBook.load(rules).book,
      templates: TemplateBook.load(templates).book,
      company: nil,
      suppliers: [],
      receivedOn: day
    )
    let decisions: [Int: [Decision]] = [0: [.declare(.invoice)]]
    let result = assess(try document(lines), under: premises, decisions: decisions)
    return result.invoices.first?.draft[name: Field.invoiceNumber.name]
  }

  @Test func `a template's value is taken with its place, and its file is named`() throws {
    let found = try #require(try Self.number([], [Self.template]))
    #expect(found.value == .text("ZX-26-9"))
    #expect(found.evidence.rule.path.hasPrefix("invoice2data/castanet"))
    guard case .printed(1, let box) = found.evidence.origin else {
      Issue.record("no place")
      return
    }
    #expect(box.top == 300 + 2 * 140)
  }

  @Test func `a supplier's own rule ranks before the template`() throws {
    let found = try #require(try Self.number([Self.supplier], [Self.template]))
    #expect(found.value == .text("F-1042"))
    #expect(found.evidence.rule == "suppliers/castanet/invoice_number")
  }

  @Test func `other templates make another key`() {
    func key(_ templates: [TemplateFile]) -> String {
      Premises(
        rules: RuleBook.load([]).book,
        templates: TemplateBook.load(templates).book,
        company: nil,
        suppliers: [],
        receivedOn: Self.day
      ).key
    }
    #expect(key([]) != key([Self.template]))
  }
}
