// SlantTests.swift — rows of pages that are not level.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Extraction

@Suite struct SlantTests {
  /// Eight lines of eight words, 110 apart, that fall by `slope` per thousand.
  private func page(slope: Int32, origin: PageOrigin = .recognised) -> Page {
    let words = (Int32(0)..<8).flatMap { row in
      (Int32(0)..<8).map { column in
        let left = 300 + column * 650
        let top = 500 + row * 110 + left * slope / 1000
        return Word(
          text: "mot\(row)\(column)",
          box: Box(left: left, top: top, right: left + 550, bottom: top + 60)
        )
      }
    }
    return Page(number: 1, width: 5950, height: 8420, origin: origin, words: words)
  }

  @Test(arguments: [Int32(-40), -15, 0, 15, 40])
  func `keeps each line together`(slope: Int32) {
    let layout = PageLayout(page(slope: slope))
    #expect(layout.rows.count == 8)
    #expect(layout.lines.first?.words.map(\.text).first == "mot00")
    #expect(layout.lines.allSatisfy { $0.words.count == 8 })
  }

  @Test func `leaves the boxes where they stand`() {
    let page = page(slope: 30)
    let boxes = Set(PageLayout(page).segments.flatMap(\.words).map(\.box))
    #expect(boxes == Set(page.words.map(\.box)))
  }

  @Test func `finds no slant on a level page, nor among a few words`() {
    #expect(Slant(of: page(slope: 0).words) == nil)
    #expect(Slant(of: Array(page(slope: 40).words.prefix(8))) == nil)
    #expect(Slant(of: []) == nil)
  }
}
