// ReadDocumentTests.swift — pages that are JSON as soon as they are read.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct ReadDocumentTests {
  private let words = ["Total", "\"1/2\"", "é\u{1F}\n\u{2028}", "]}}"].enumerated().map {
    index,
    text in
    let left = Int32(index) * 100
    return Word(text: text, box: Box(left: left, top: 0, right: left + 90, bottom: 80))
  }

  private func read(_ number: Int) -> ReadPage {
    ReadPage(
      page: Page(number: number, width: 5950, height: 8420, origin: .textLayer, words: words),
      findings: [Finding(.info, "text-layer-replaced", ["page": String(number)])]
    )
  }

  @Test(arguments: [0, 1, 3]) func `answers with the document that its pages make`(count: Int)
    throws
  {
    let pages = (0..<count).map { read($0 + 1) }
    let id = try #require(DocumentID(hex: String(repeating: "ab", count: 32)))
    let findings = pages.flatMap(\.findings)
    let frame = Document(id: id, format: .pdf, pages: [], findings: findings)
    let answer = ReadDocument(frame, pages: pages.map(EncodedPage.init)).answer
    let whole = Document(id: id, format: .pdf, pages: pages.map(\.page), findings: findings)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(Data(answer) == (try encoder.encode(ReadingAnswer.read(whole))))
  }

  @Test func `goes through a crew as it is`() throws {
    let page = EncodedPage(read(7))
    let line = PageAnswer(index: 6, result: .read(page)).line
    #expect(!line.contains(10))
    let answer = try #require(PageAnswer(line: line))
    guard case .read(let received) = answer.result else {
      Issue.record("\(answer)")
      return
    }
    #expect(answer.index == 6 && received.json == page.json)
    #expect(received.words == 4 && received.findings == page.findings)
    let refusal = PageAnswer(index: 2, result: .refused(.pageTooCostly)).line
    guard case .refused(.pageTooCostly)? = PageAnswer(line: refusal)?.result else {
      Issue.record("no refusal")
      return
    }
    #expect(PageAnswer(line: Array("{}".utf8)) == nil)
    #expect(PageAnswer(line: Array(line.prefix { $0 != 0x1F })) == nil)
  }
}
