// HostilePatterns.swift — what patterns that run away cost.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Foundation
import Invoicing
import Patterns
import Templates

/// Patterns that can read a text in very many ways, on texts that make them try: each must be given up
/// within milliseconds, and a person be told.
enum HostilePatterns {
  private static let patterns = [
    "(a+)+$", "(a|a)*$", "(a|aa)+$", "(.*)*x{9}", "(.*a){20}", "a*a*a*a*a*b", "(\\w+\\s?)+;",
    "(\\d+[ .,]?)+€€", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?:(?:a?){30}a{30})", "(x+x+)+y",
    "(\\s*\\S+\\s*)+!!", "((a*)*)*c", "(?<=a{1,60})b(.+)+;;", "([^:]*:?)*#", "(.+?)+?€€€",
  ]

  private static let texts: [String] = [
    String(repeating: "a", count: 4_000), String(repeating: "x", count: 4_000),
    String(repeating: "abcdefgh ", count: 450), String(repeating: "1 234,56 ", count: 450),
    String(repeating: "a ", count: 2_000), String(repeating: "a\n", count: 2_000),
  ]

  /// Prints the longest search by itself, and what a template and a rule with each pattern say.
  static func measure() throws {
    let clock = ContinuousClock()
    var longest = Duration.zero
    var (searches, stopped) = (0, 0)
    for source in patterns {
      guard let pattern = try? Pattern(source) else { continue }
      for text in texts {
        searches += 1
        let time = clock.measure {
          if (try? pattern.matches(in: text, limit: 1_000)) == nil { stopped += 1 }
        }
        longest = max(longest, time)
      }
    }
    print(
      "\(patterns.count) hostile patterns on \(texts.count) texts of 4 kB: \(stopped) of \(searches) "
        + "searches given up, longest \(longest.told)"
    )
    try measureReadings(clock)
  }

  /// The same patterns in a template and in a supplier's rule, on a page of words.
  private static func measureReadings(_ clock: ContinuousClock) throws {
    var longest = (template: Duration.zero, rule: Duration.zero)
    var told = (template: 0, rule: 0)
    let rows = (0..<60).map { _ in Array(repeating: "aaaaaaaa", count: 12) }
    let document = Self.document(rows: [["Castanet"]] + rows)
    for source in patterns {
      let quoted = "'" + source.replacing("'", with: "''") + "'"
      let template = TemplateFile(
        path: "hostile.yml",
        text: "issuer: x\nkeywords: [Castanet]\nfields: {invoice_number: \(quoted)}\n"
      )
      let book = TemplateBook.load([template]).book
      var reading: TemplateReading?
      longest.template = max(
        longest.template,
        clock.measure { reading = book.reading(of: document) }
      )
      let codes = reading?.findings.map(\.code) ?? []
      if codes.contains("template-pattern-costly") { told.template += 1 }
      let rule = RuleFile(
        path: "suppliers/hostile.yml",
        text: """
          profile: suppliers/hostile
          seller: {phrases: [Castanet]}
          fields: {invoice_number: {pattern: \(quoted)}}
          """
      )
      let rules = RuleBook.load([rule]).book
      let day = CalendarDate(dayNumber: 20_000)
      let base = clock.measure {
        _ = extract(document, rules: .empty, company: nil, receivedOn: day)
      }
      var found: ExtractionResult?
      let time = clock.measure {
        found = extract(document, rules: rules, company: nil, receivedOn: day)
      }
      longest.rule = max(longest.rule, time - base)
      if found?.findings.contains(where: { $0.code == "rule-pattern-costly" }) == true {
        told.rule += 1
      }
    }
    print(
      "as a template on a page: longest \(longest.template.told), \(told.template) findings; "
        + "as a rule: longest \(longest.rule.told) more, \(told.rule) findings"
    )
  }

  /// A page with rows of words.
  private static func document(rows: [[String]]) -> Document {
    let words = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { column, text in
        let (left, top) = (Int32(300 + column * 440), Int32(300 + row * 120))
        let box = Box(left: left, top: top, right: left + 400, bottom: top + 100)
        return Word(text: text, box: box)
      }
    }
    return Document(
      id: DocumentID(digest: [UInt8](repeating: 7, count: 32)),
      format: .pdf,
      pages: [Page(number: 1, width: 5950, height: 8420, origin: .textLayer, words: words)]
    )
  }
}
