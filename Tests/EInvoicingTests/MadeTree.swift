// MadeTree.swift — trees of XML written in tests.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import Invoicing

/// The tree of XML text that a test wrote.
func madeTree(_ xml: String) -> MarkupTree {
  let builder = TreeBuilder()
  let parser = XMLParser(data: Data(xml.utf8))
  parser.shouldProcessNamespaces = true
  parser.delegate = builder
  precondition(parser.parse(), "the test's XML is wrong: \(xml)")
  return MarkupTree(namespace: builder.namespace, root: builder.root)
}

private final class TreeBuilder: NSObject, XMLParserDelegate {
  private(set) var namespace = ""
  private(set) var root = MarkupElement("")
  private var open: [(name: String, attributes: [String: String], text: String)] = []
  private var children: [[MarkupElement]] = [[]]

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    if open.isEmpty { namespace = namespaceURI ?? "" }
    open.append((name, attributes, ""))
    children.append([])
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    open[open.count - 1].text += text
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    let ended = open.removeLast()
    root = MarkupElement(
      ended.name,
      attributes: ended.attributes,
      text: ended.text.trimmingCharacters(in: .whitespacesAndNewlines),
      children: children.removeLast()
    )
    children[children.count - 1].append(root)
  }
}
