// ConfidenceModelTests.swift — signals to probabilities, from a file beside the rules.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Extraction

@Suite struct ConfidenceModelTests {
  private func load(_ text: String) -> (book: RuleBook, problems: [Problem]) {
    RuleBook.load([RuleFile(path: "rules/generic/confidence.yml", text: text)])
  }

  @Test func `sums up what signals weigh`() throws {
    let (book, problems) = load("numbers: {base: 100, has_rival: -300, fits_well: 200}\n")
    #expect(problems.isEmpty)
    let model = try #require(book.confidence)
    #expect(model.confidence(of: .numbers, []).permille == 731)
    #expect(model.confidence(of: .numbers, [.fitsWell]).permille == 952)
    #expect(model.confidence(of: .numbers, [.fitsWell, .hasRival]).permille == 500)
  }

  @Test func `holds back from the promise what is not surely above it`() throws {
    let model = try #require(load("dates: {base: 300, caution: 50, fits_well: 50}").book.confidence)
    #expect(model.confidence(of: .dates, []).permille == 949)
    #expect(model.confidence(of: .dates, [.fitsWell]).permille == 970)
  }

  @Test(arguments: [Signal.isPerhapsCut, .isRepaired, .isUnlabelled, .isVeryDoubtful])
  func `never promises a number that nothing proves`(signal: Signal) throws {
    let model = try #require(load("numbers: {base: 600}").book.confidence)
    #expect(model.confidence(of: .numbers, []) >= .promise)
    #expect(model.confidence(of: .numbers, [signal]) < .promise)
  }

  @Test func `never makes a machine certain`() throws {
    let model = try #require(load("dates: {base: 2000}").book.confidence)
    #expect(model.confidence(of: .dates, []) < .certain)
  }

  @Test(arguments: [
    "numbers: {baze: 1}", "nombres: {base: 1}", "numbers: 3", "numbers: {base: 9999}",
  ])
  func `names what is wrong with a file`(text: String) {
    let (book, problems) = load(text)
    #expect(book.confidence == nil)
    #expect(problems.map(\.code) == ["rule-file-invalid"])
  }

  @Test func `is shipped with the rules`() throws {
    let model = try #require(ShippedRules.book.confidence)
    #expect(Set(model.base.keys) == Set(SignalGroup.allCases))
  }

  @Test func `puts every field into a group`() {
    #expect(ConfidenceModel.group(of: Field.iban.name) == .checked)
    #expect(ConfidenceModel.group(of: Field.totalWithVAT.name) == .amounts)
    #expect(ConfidenceModel.group(of: Field.invoiceNumber.name) == .numbers)
    #expect(ConfidenceModel.group(of: Field.lines.name) == .lists)
  }
}
