// MarkupText.swift — elements of XML written as one text, quickly read again.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Writes elements as one text and reads them again.
///
/// Characters that no XML holds (XML 1.0 section 2.2) stand before each part: 1 before an element's
/// name, 2 before the key of an attribute, 3 before its value, 4 before the text; 5 ends the element.
enum MarkupText {
  private static let (name, key, value, text, end): (UInt8, UInt8, UInt8, UInt8, UInt8) = (
    1, 2, 3, 4, 5
  )

  /// An element with all that is in it; marks inside its own texts are left out.
  static func text(of element: MarkupElement) -> String {
    var bytes: [UInt8] = []
    write(element, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The parser lets nothing nest deeper than 64.
  private static func write(_ element: MarkupElement, to bytes: inout [UInt8]) {
    func add(_ mark: UInt8, _ part: String) {
      bytes.append(mark)
      bytes += part.utf8.lazy.filter { !(name...end).contains($0) }
    }
    add(name, element.name)
    for (attribute, content) in element.attributes.sorted(by: { $0.key < $1.key }) {
      add(key, attribute)
      add(value, content)
    }
    if !element.text.isEmpty { add(text, element.text) }
    for child in element.children { write(child, to: &bytes) }
    bytes.append(end)
  }

  private struct Open {
    var name = ""
    var attributes: [String: String] = [:]
    var text = ""
    var children: [MarkupElement] = []
  }

  /// The element that a text was written of.
  ///
  /// - Throws: `DecodingError` for any other text.
  static func element(of text: String) throws -> MarkupElement {
    let bytes = Array(text.utf8)
    var open: [Open] = []
    var attribute = ""
    var index = 0
    while index < bytes.count {
      let mark = bytes[index]
      let start = index + 1
      index = start
      while index < bytes.count, !(name...end).contains(bytes[index]) { index += 1 }
      guard mark == name || !open.isEmpty else { break }
      func part() -> String { String(decoding: bytes[start..<index], as: UTF8.self) }
      switch mark {
      case name: open.append(Open(name: part()))
      case key: attribute = part()
      case value: open[open.count - 1].attributes[attribute] = part()
      case Self.text: open[open.count - 1].text = part()
      case end:
        let ended = open.removeLast()
        let element = MarkupElement(
          ended.name,
          attributes: ended.attributes,
          text: ended.text,
          children: ended.children
        )
        guard !open.isEmpty else { return element }
        open[open.count - 1].children.append(element)
      default: break
      }
    }
    throw DecodingError.dataCorrupted(
      .init(codingPath: [], debugDescription: "no elements")
    )
  }
}
