// MarkupParser.swift — XML of strangers made a bounded tree.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CXML
internal import Invoicing

/// Makes a bounded tree of XML of strangers.
///
/// Nothing is fetched and nothing is expanded: a file with a document type declaration is refused,
/// since no e-invoice has one and every bomb and theft by XML needs one.
struct MarkupParser {
  let limits: ReadingLimits

  /// An element whose end has not come yet.
  private struct Open {
    let name: String
    let attributes: [String: String]
    var text = ""
    var children: [MarkupElement] = []

    var closed: MarkupElement {
      let blanks: Set<Character> = [" ", "\n", "\r", "\t", "\r\n"]
      let start = text.drop { blanks.contains($0) }
      let end = start.lastIndex { !blanks.contains($0) }.map { start.index(after: $0) }
      let trimmed = String(start[..<(end ?? start.startIndex)])
      return MarkupElement(name, attributes: attributes, text: trimmed, children: children)
    }
  }

  /// The tree of a whole file.
  ///
  /// - Throws: refusals `xml-damaged` {line}, `xml-doctype`, `xml-too-large` {limit}.
  func tree(of source: SourceBytes) throws(Problem) -> MarkupTree {
    let bytes = source.buffer
    guard bytes.count <= limits.markupBytes,
      let start = bytes.bindMemory(to: CChar.self).baseAddress
    else { throw .markupTooLarge(limit: limits.markupBytes) }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    guard
      let reader = xmlReaderForMemory(start, Int32(bytes.count), nil, nil, Int32(options))
    else { throw .damagedMarkup(line: 0) }
    var parsed: xmlDocPtr?
    defer {
      withExtendedLifetime(source) { xmlFreeTextReader(reader) }
      xmlFreeDoc(parsed)
    }
    var open: [Open] = []
    var namespace = ""
    var wrapped = ""
    var count = 0
    var status = xmlTextReaderRead(reader)
    while status == 1 {
      switch xmlReaderTypes(rawValue: UInt32(xmlTextReaderNodeType(reader))) {
      case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE:
        throw .markupWithDoctype
      case XML_READER_TYPE_ELEMENT:
        count += 1
        guard count <= limits.markupElements, open.count < Self.mostDepth else {
          throw .markupTooLarge(limit: limits.markupElements)
        }
        if open.isEmpty { namespace = Self.text(xmlTextReaderConstNamespaceUri(reader)) }
        if Self.isWrapped(reader, in: open) {
          wrapped = Self.text(xmlTextReaderConstNamespaceUri(reader))
        }
        let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
        open.append(
          Open(
            name: Self.text(xmlTextReaderConstLocalName(reader)),
            attributes: Self.attributes(of: reader)
          )
        )
        if isEmpty, let root = Self.close(&open) {
          return Self.tree(root, namespace, wrapped: wrapped)
        }
      case XML_READER_TYPE_END_ELEMENT:
        // What follows the root is only looked at by the parser itself.
        if let root = Self.close(&open) { return Self.tree(root, namespace, wrapped: wrapped) }
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA:
        if !open.isEmpty {
          open[open.count - 1].text += Self.text(xmlTextReaderConstValue(reader))
        }
      default: break
      }
      status = xmlTextReaderRead(reader)
    }
    // At a bomb the parser stops before it tells of the declaration. What it has made is ours to free.
    parsed = xmlTextReaderCurrentDoc(reader)
    if parsed?.pointee.intSubset != nil { throw .markupWithDoctype }
    throw .damagedMarkup(line: max(0, Int(xmlTextReaderGetParserLineNumber(reader))))
  }

  private static let mostDepth = 64

  /// Networks wrap an invoice into a header and the invoice itself (UN/CEFACT SBDH).
  private static let (wrapper, wrapperHeader) = (
    "StandardBusinessDocument", "StandardBusinessDocumentHeader"
  )

  private static func isWrapped(_ reader: xmlTextReaderPtr, in open: [Open]) -> Bool {
    open.count == 1 && open[0].name == wrapper
      && text(xmlTextReaderConstLocalName(reader)) != wrapperHeader
  }

  /// The tree of a root, or of what a network wrapped into it.
  private static func tree(
    _ root: MarkupElement,
    _ namespace: String,
    wrapped: String
  ) -> MarkupTree {
    guard root.name == wrapper,
      let inner = root.children.last(where: { $0.name != wrapperHeader })
    else { return MarkupTree(namespace: namespace, root: root) }
    return MarkupTree(namespace: wrapped, root: inner)
  }

  /// Ends the innermost element; returns it when it is the root.
  private static func close(_ open: inout [Open]) -> MarkupElement? {
    guard let ended = open.popLast()?.closed else { return nil }
    guard !open.isEmpty else { return ended }
    open[open.count - 1].children.append(ended)
    return nil
  }

  private static func attributes(of reader: xmlTextReaderPtr) -> [String: String] {
    var attributes: [String: String] = [:]
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      if xmlTextReaderIsNamespaceDecl(reader) == 1 { continue }
      attributes[text(xmlTextReaderConstLocalName(reader))] = text(xmlTextReaderConstValue(reader))
    }
    xmlTextReaderMoveToElement(reader)
    return attributes
  }

  private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
