// MarkupTreeTests.swift — trees are stored and read again.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Invoicing

@Suite struct MarkupTreeTests {
  private static let tree = MarkupTree(
    namespace: "urn:a",
    root: MarkupElement(
      "Invoice",
      attributes: ["b": "2", "a": "\"<é"],
      text: "été \u{1F4B6}",
      children: [
        MarkupElement("ID", text: "F-1\nx"), MarkupElement("Empty"),
        MarkupElement("Line", children: [MarkupElement("ID", attributes: ["k": ""], text: "1")]),
      ]
    )
  )

  @Test func `comes back as it was stored`() throws {
    let stored = try JSONEncoder().encode(Self.tree)
    #expect(try JSONDecoder().decode(MarkupTree.self, from: stored) == Self.tree)
  }

  @Test func `reads what older readers stored`() throws {
    let stored = Data(
      """
      {"namespace":"urn:a","root":["Invoice","été \u{1F4B6}",{"a":"\\"<é","b":"2"},
      ["ID","F-1\\nx",{}],["Empty","",{}],["Line","",{},["ID","1",{"k":""}]]]}
      """.utf8
    )
    #expect(try JSONDecoder().decode(MarkupTree.self, from: stored) == Self.tree)
  }

  @Test(arguments: ["", "x", "\\u0001a", "\\u0005", "\\u0004a\\u0005"])
  func `refuses a text that no element was written of`(_ text: String) {
    let stored = Data("{\"namespace\":\"\",\"text\":\"\(text)\"}".utf8)
    #expect(throws: DecodingError.self) {
      _ = try JSONDecoder().decode(MarkupTree.self, from: stored)
    }
  }

  @Test func `a text cannot close its element`() throws {
    let tree = MarkupTree(namespace: "", root: MarkupElement("a", text: "x\u{5}\u{1}b"))
    let stored = try JSONEncoder().encode(tree)
    #expect(try JSONDecoder().decode(MarkupTree.self, from: stored).root.text == "xb")
  }
}
