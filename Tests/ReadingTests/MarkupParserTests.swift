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
      "<!DOCTYPE a SYSTEM \"http://localhost/a.dtd\"><a/>", laughs,
      "<!DOCTYPE a [<!ENTITY b \"bb\"",
    ]
  )
  func `refuses document types`(text: String) { #expect(refusal(text) == "xml-doctype") }

  /// Nine entities that each hold ten of the one before: the parser itself refuses to go on.
  private static let laughs: String = {
    let entities = (1...9).map { level in
      let inner = String(repeating: "&l\(level - 1);", count: 10)
      return "<!ENTITY l\(level) \"\(inner)\">"
    }
    let declared = "<!DOCTYPE a [<!ENTITY l0 \"lol\">" + entities.joined(separator: "\n") + "]>"
    return "<?xml version=\"1.0\"?>\n\(declared)\n<a>&l9;</a>"
  }()

  @Test(arguments: ["<a>", "<a><b></a>", "<a>&unknown;</a>", "<a x=1/>", "<", "<a>\u{1}</a>"])
  func `refuses damaged files`(text: String) { #expect(refusal(text) == "xml-damaged") }

  @Test func `refuses an encoding that lies`() {
    let latin = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>".utf8) + [0xE9, 0x20]
    let bytes = SourceBytes(latin + Array("</a>".utf8))
    #expect {
      _ = try MarkupParser(limits: ReadingLimits()).tree(of: bytes)
    } throws: {
      ($0 as? Problem)?.code == "xml-damaged"
    }
    #expect(refusal("<?xml version=\"1.0\" encoding=\"x-none\"?><a/>") == "xml-damaged")
  }

  @Test func `takes an invoice out of the wrapper of its network`() throws {
    let space = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
    let found = try tree(
      """
      <s:StandardBusinessDocument xmlns:s="urn:s"><s:StandardBusinessDocumentHeader><s:ID>1</s:ID>
      </s:StandardBusinessDocumentHeader><Invoice xmlns="\(space)"><ID>F-1</ID></Invoice>
      </s:StandardBusinessDocument>
      """
    )
    #expect(found.invoiceSyntax == .ubl && found.root.children.map(\.text) == ["F-1"])
    let signed = try tree(
      """
      <Invoice xmlns="\(space)" xmlns:e="urn:e"><e:UBLExtensions><e:UBLExtension>
      <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignatureValue>AAAA</SignatureValue>
      </Signature></e:UBLExtension></e:UBLExtensions><ID>F-1</ID></Invoice>
      """
    )
    #expect(signed.invoiceSyntax == .ubl)
    #expect(try tree("<StandardBusinessDocument/>").invoiceSyntax == nil)
    let other = try tree("<Invoice xmlns=\"urn:other\"><ID>F-1</ID></Invoice>")
    #expect(other.invoiceSyntax == nil)
  }

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
