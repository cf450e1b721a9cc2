// WebText.swift — the text of a web page, line by line.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CXML

/// Lays the text of an HTML page out in lines: a block begins a line, cells of a row stand apart.
enum WebText {
  /// The lines; "" when it cannot be parsed at all.
  ///
  /// Nothing that it refers to is fetched.
  static func lines(of page: String) -> String {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    let bytes = Array(page.utf8)
    let document = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress,
        Int32(clamping: buffer.count),
        nil,
        "UTF-8",
        Int32(options)
      )
    }
    guard let document else { return "" }
    defer { xmlFreeDoc(document) }
    var text = Lines()
    var node: UnsafeMutablePointer<xmlNode>? = xmlDocGetRootElement(document)
    // Without recursion: hostile pages nest deeper than any stack.
    while let current = node {
      text.enter(current.pointee)
      if let child = current.pointee.children, !text.skips(current.pointee) {
        node = child
        continue
      }
      var next = current
      text.leave(next.pointee)
      while next.pointee.next == nil, let parent = next.pointee.parent,
        parent.pointee.type == XML_ELEMENT_NODE
      {
        next = parent
        text.leave(next.pointee)
      }
      node = next.pointee.next
    }
    return text.joined
  }

  /// Lines that grow.
  private struct Lines {
    private var done: [String] = []
    private var line = ""
    private var needsBlank = false

    var joined: String { (done + [line]).filter { !$0.isEmpty }.joined(separator: "\n") + "\n" }

    mutating func enter(_ node: xmlNode) {
      if node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE {
        guard let content = node.content else { return }
        add(String(cString: content))
      } else if Self.blocks.contains(name(of: node)) {
        end()
      }
    }

    mutating func leave(_ node: xmlNode) {
      let name = name(of: node)
      if Self.blocks.contains(name) { end() }
      if name == "td" || name == "th", !line.isEmpty { line += "    " }
    }

    func skips(_ node: xmlNode) -> Bool {
      ["script", "style", "head", "template"].contains(name(of: node))
    }

    private func name(of node: xmlNode) -> String {
      guard node.type == XML_ELEMENT_NODE, let name = node.name else { return "" }
      return String(cString: name).lowercased()
    }

    private mutating func add(_ text: String) {
      for scalar in text.unicodeScalars {
        if WordCharacters.isBlank(scalar) {
          needsBlank = true
        } else if !WordCharacters.isInvisible(scalar) {
          if needsBlank, !line.isEmpty, line.last != " " { line += " " }
          needsBlank = false
          line.unicodeScalars.append(scalar)
        }
      }
    }

    private mutating func end() {
      needsBlank = false
      while line.last == " " { line.removeLast() }
      done.append(line)
      line = ""
    }

    private static let blocks: Set<String> = [
      "p", "div", "br", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "hr",
      "pre", "blockquote", "section", "article", "header", "footer", "address", "body", "center",
    ]
  }
}
