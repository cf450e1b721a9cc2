// BoxTests.swift — places that no page has.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Foundation
import Invoicing
import Testing

@Suite struct BoxTests {
  @Test func `is held at the limit, decoded too`() throws {
    let box = Box(left: .min, top: .min, right: .max, bottom: .max)
    #expect(box.width == 2 * Box.limit && box.height == 2 * Box.limit)
    let edges = Data("[-2147483648, -2147483648, 2147483647, 2147483647]".utf8)
    #expect(try JSONDecoder().decode(Box.self, from: edges) == box)
  }

  @Test func `a page that a reader tells is no larger than the limit`() throws {
    let text = """
      {"number":1,"width":2147483647,"height":-5,"origin":"recognised","turned":0,
      "words":[["x",0,-2147483648,2147483647,2147483647,900]]}
      """
    let page = try JSONDecoder().decode(Page.self, from: Data(text.utf8))
    #expect(page.width == Box.limit && page.height == -5)
    #expect(page.words.first?.box.height == 2 * Box.limit)
  }
}
