// RuleReviewTests.swift — mistakes of rule files, and rules that can never work.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Extraction

@Suite struct RuleReviewTests {
  private static func codes(_ texts: [String]) -> [String] {
    let files = texts.enumerated().map { RuleFile(path: "\($0.offset).yml", text: $0.element) }
    let (book, problems) = RuleBook.load(files)
    return (problems + RuleReview.problems(in: book)).map(\.code)
  }

  private static func profile(_ name: String = "suppliers/a", seller: String, _ rest: String = "")
    -> String
  {
    "profile: \(name)\nseller: {\(seller)}\n\(rest)"
  }

  @Test func `the shipped rules have none`() {
    #expect(RuleReview.problems(in: ShippedRules.book) == [])
  }

  @Test(arguments: [
    ("vat_id: FR44732829320", "fields: {issue_date: {fixed: today}}", "rule-never-finds"),
    ("vat_id: FR44732829320", "fields: {invoice_number: {pattern: '^(a+)+$'}}", "rule-slow"),
    ("names: [SA]", "", "profile-too-broad"), ("legal_id: '12345'", "", "profile-never-applies"),
    ("vat_id: FR44732829320", "fields: {invoice_numbr: {label: x}}", "rule-file-invalid"),
    ("vat_id: FR44732829320", "fields: {issue_date: {label: a, form: [x]}}", "rule-file-invalid"),
    ("vat_id: FR44732829320", "examples: [{fields: {issue_date: null}}]", "rule-file-invalid"),
    ("siren: 1", "examples: [{sample: a, fields: {issue_date: 1/2/26}}]", "rule-file-invalid"),
    ("siren: 1", "examples: [{sample: a, fields: {lines: x}}]", "rule-file-invalid"),
    ("siren: 1", "examples: [{sample: a, fields: {total_vat: '1,2'}}]", "rule-file-invalid"),
  ])
  func `names what is wrong`(seller: String, rest: String, code: String) {
    #expect(Self.codes([Self.profile(seller: seller, rest)]) == [code])
  }

  @Test func `names two profiles of one seller`() {
    let texts = ["suppliers/a", "suppliers/b"].map {
      Self.profile($0, seller: "vat_id: FR44732829320")
    }
    #expect(Self.codes(texts) == ["profile-shadowed"])
  }

  @Test func `an unknown key is named with the nearest, its line and the text there`() throws {
    let text = Self.profile(seller: "vat_id: FR1", "feilds: {}")
    let problem = try #require(
      RuleBook.load([RuleFile(path: "a.yml", text: text)]).problems.first
    )
    #expect(problem.arguments["reason"] == "unknown key feilds; did you mean fields?")
    #expect(problem.arguments["line"] == "3" && problem.arguments["excerpt"] == "feilds: {}")
  }

  @Test(arguments: [
    "profile: [&a x, *a]", String(repeating: "[", count: 5_000), "profile: \u{FFFD}",
    "words: [" + String(repeating: "a, ", count: 200_000) + "]", "profile: a\nprofile: b", "",
  ])
  func `a bomb or a broken file is refused alone`(text: String) {
    let sound = RuleFile(path: "b.yml", text: Self.profile(seller: "vat_id: FR44732829320"))
    let (book, problems) = RuleBook.load([RuleFile(path: "a.yml", text: text), sound])
    #expect(problems.map(\.code) == ["rule-file-invalid"])
    #expect(book.suppliers.map(\.name) == ["suppliers/a"])
  }

  @Test func `a pattern that runs away is given up once, and a person is told`() throws {
    let file = RuleFile(
      path: "a.yml",
      text: Self.profile(
        seller: "phrases: [Castanet]",
        "fields: {invoice_number: {pattern: '(\\w+\\s?)+[;!]'}}"
      )
    )
    let (book, problems) = RuleBook.load([file])
    #expect(problems.isEmpty, "\(problems)")
    let row = String(repeating: "abcdefgh ", count: 12)
    let page = "Castanet\n" + String(repeating: row + "\n", count: 60)
    let text = try MarkedText(page + "----------\ntotal_vat: -")
    let start = ContinuousClock.now
    let result = extract(
      text.document,
      rules: book,
      company: nil,
      receivedOn: CalendarDate(dayNumber: 0)
    )
    // Without a limit it would take longer than the world is old.
    #expect(start.duration(to: .now) < .seconds(2))
    #expect(result.findings.map(\.code) == ["rule-pattern-costly"])
    #expect(result.findings.first?.arguments["rule"] == "suppliers/a/invoice_number")
  }

  @Test func `ten thousand profiles choose in a moment`() throws {
    let profiles = (0..<10_000).map { index in
      let mark = SellerMark(
        name: nil,
        vatID: nil,
        siren: String(100_000_000 + index),
        legalID: nil,
        ibans: [],
        names: ["Firm \(index)"],
        phrases: []
      )
      return Profile(
        name: "suppliers/\(index)",
        language: nil,
        seller: mark,
        lexicon: Lexicon(),
        rules: [],
        defaults: [:]
      )
    }
    let sellers = SellerMatch(profiles)
    let text = try MarkedText("Firm 77\nSIREN 100 004 711\n----------\ntotal_vat: -")
    let segments = text.document.pages.flatMap { PageLayout($0).segments }
    let start = ContinuousClock.now
    #expect(sellers.profiles(on: segments).map(\.name) == ["suppliers/4711"])
    #expect(start.duration(to: .now) < .milliseconds(200))
  }
}
