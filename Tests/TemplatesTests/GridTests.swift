// GridTests.swift — pages as fixed-width text, and the way back to the words.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Templates

@Suite struct GridTests {
  @Test func `keeps columns below each other and ends pages with a form feed`() throws {
    let grid = TextGrid(
      try .typed("Qty  Name        Net\n 12  Blue pens  4,00", "Second page")
    )
    #expect(
      grid.text.text
        == "Qty  Name        Net\n 12  Blue pens  4,00\n\u{C}Second page\n\u{C}"
    )
  }

  @Test func `knows the word of each byte`() throws {
    let grid = TextGrid(try .typed("Total é 12", "x"))
    #expect(grid.text.words == [0, 1, 2, 3])
    #expect(grid.text.slice(6..<8).words == [1])
    #expect(grid.words[3].page == 2)
  }

  @Test func `joins words that touch and parts those that do not`() {
    func word(_ text: String, _ left: Int32, _ right: Int32) -> Word {
      Word(text: text, box: Box(left: left, top: 0, right: right, bottom: 100))
    }
    let page = Page(
      number: 1,
      width: 5950,
      height: 8420,
      origin: .textLayer,
      words: [word("AB", 0, 100), word("C", 104, 154), word("D", 174, 224), word("E", 900, 950)]
    )
    let id = DocumentID(digest: Array(repeating: UInt8(0), count: 32))
    let grid = TextGrid(Document(id: id, format: .pdf, pages: [page]))
    #expect(grid.text.text == "ABC D             E\n\u{C}")
  }

  @Test func `bears hostile boxes`() {
    let far = Box(
      left: 999_999_999,
      top: -1_000_000_000,
      right: 1_000_000_000,
      bottom: 1_000_000_000
    )
    let low = Box(left: -1_000_000_000, top: 0, right: 0, bottom: 0)
    let page = Page(
      number: 1,
      width: 1,
      height: 1,
      origin: .textLayer,
      words: [Word(text: "a", box: low), Word(text: "b", box: far)]
    )
    let id = DocumentID(digest: Array(repeating: UInt8(0), count: 32))
    let grid = TextGrid(Document(id: id, format: .pdf, pages: [page, page]))
    #expect(grid.text.trace.count < 5_000)
  }

  @Test func `cuts, strips and maps without losing the words`() throws {
    let text = TextGrid(try .typed("ÀB  cd")).text
    #expect(text.slice(0..<5).stripped.text == "ÀB")
    #expect(text.suffix(from: 5).stripped.words == [1])
    #expect(text.mapScalars { $0 == " " ? "" : $0.decomposed.withoutAccents }.text == "ABcd\n\u{C}")
    #expect(TracedText(" \n ").stripped.isEmpty)
  }
}
