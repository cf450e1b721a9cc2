// InkRunsTests.swift — where ink may be text that was passed over.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLeptonica
import Invoicing
import Testing

@testable import Reading

@Suite struct InkRunsTests {
  /// White paper with these places in black.
  private func page(_ boxes: [Invoicing.Box]) throws -> GreyImage {
    let paper = try #require(GreyImage(taking: pixCreate(1000, 400, 8))?.inverted)
    for place in boxes {
      var area = boxCreate(place.left, place.top, place.width, place.height)
      pixClearInRect(paper.pix, area)
      boxDestroy(&area)
    }
    return paper
  }

  @Test func `joins letters to runs and leaves rules and specks out`() throws {
    let letters = (0..<20).map { index in
      let left = 100 + Int32(index) * 18
      return Invoicing.Box(left: left, top: 100, right: left + 12, bottom: 118)
    }
    let rule = Invoicing.Box(left: 50, top: 200, right: 950, bottom: 214)
    let speck = Invoicing.Box(left: 600, top: 300, right: 602, bottom: 302)
    let runs = try page(letters + [rule, speck]).inkRuns(lineHeight: 20)
    #expect(runs == [Invoicing.Box(left: 100, top: 100, right: 454, bottom: 118)])
  }

  @Test func `takes a row of letters for text, and dots for none`() throws {
    func row(height: Int32) throws -> GreyImage {
      try #require(
        page(
          (0..<20).map { index in
            let left = 10 + Int32(index) * 20
            return Invoicing.Box(left: left, top: 10, right: left + 12, bottom: 10 + height)
          }
        ).cropped(to: Invoicing.Box(left: 0, top: 0, right: 420, bottom: 40))
      )
    }
    #expect(try row(height: 18).mayBeText)
    #expect(try !row(height: 7).mayBeText)
    #expect(try !page([]).mayBeText)
  }
}
