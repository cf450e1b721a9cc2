// MarkupParserTests.swift — XML of strangers becomes a tree or is refused.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct MarkupParserTests {
  private func tree(_ text: String, limits: ReadingLimits = ReadingLimits()) throws -> MarkupTree {
    try MarkupParser(limits: limits).tree(of: SourceBytes(Array(text.utf8)))
  }

  private func refusal(_ text: String, limits: ReadingLimits = ReadingLimits()) -> String? {
    do throws(Problem) {
      _ = try MarkupParser(limits: limits).tree(of: SourceBytes(Array(text.utf8)))
      return nil
    } catch { return error.code }
  }

  @Test func `keeps names, attributes and text without prefixes and outer blanks`() throws {
    let found = try tree(
      """
      <?xml version="1.0"?><!-- note -->
      <a:Invoice xmlns:a="urn:a" xmlns:b="urn:b"><b:ID b:scheme="x"> F &amp; 1
      </b:ID><Empty/><![CDATA[ <raw> ]]></a:Invoice>
      """
    )
    #expect(found.namespace == "urn:a")
    #expect(
      found.root
        == MarkupElement(
          "Invoice",
          text: "<raw>",
          children: [
            MarkupElement("ID", attributes: ["scheme": "x"], text: "F & 1"), MarkupElement("Empty"),
          ]
        )
    )
  }

  @Test func `reads other encodings that the file declares`() throws {
    let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let parser = MarkupParser(limits: ReadingLimits())
    #expect(try parser.tree(of: SourceBytes(latin)).root.text == "é")
    let wide = try #require("<a>é</a>".data(using: .utf16))
    #expect(try parser.tree(of: SourceBytes(Array(wide))).root.text == "é")
    #expect(try tree("\u{FEFF}<a>é</a>").root.text == "é")
  }

  @Test(
    arguments: [
      // Bombs and thefts.
      "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>",
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
      "<!DOCTYPE a SYSTEM \"http://localhost/a.dtd\"><a/>",
    ]
  )
  func `refuses document types`(text: String) { #expect(refusal(text) == "xml-doctype") }

  @Test(arguments: ["<a>", "<a><b></a>", "<a>&unknown;</a>", "<a x=1/>", "<", "<a>\u{1}</a>"])
  func `refuses damaged files`(text: String) { #expect(refusal(text) == "xml-damaged") }

  @Test func `refuses what is too deep, too long or too large`() {
    let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
    #expect(refusal(deep) == "xml-too-large")
    var limits = ReadingLimits()
    limits.markupElements = 3
    #expect(refusal("<a><b/><c/></a>", limits: limits) == nil)
    #expect(refusal("<a><b/><c/><d/></a>", limits: limits) == "xml-too-large")
    limits.markupBytes = 10
    #expect(refusal("<a>1234567</a>", limits: limits) == "xml-too-large")
  }
}
