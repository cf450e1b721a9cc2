// OFXTag.swift — the tags of an OFX file, closed or not.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A tag with the characters behind it, up to the next.
///
/// In OFX 1.x leaves are never closed, in 2.x always: the closing tag of a leaf says nothing.
struct OFXTag: Hashable {
  /// In capitals; "/NAME" for a closing tag.
  let name: String
  let value: String
  /// From 1.
  let line: Int

  /// Whether the beginning of a file says so.
  static func isOFX(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2_000), as: UTF8.self).uppercased()
    return head.contains("OFXHEADER") || head.contains("<OFX>")
  }

  /// The tags of a file in their order.
  static func tags(of bytes: [UInt8]) -> [OFXTag] {
    let text = TextEncoding.detected(in: bytes).utf8(bytes)
    var tags: [OFXTag] = []
    var line = 1
    var position = 0
    while let open = text[position...].firstIndex(of: UInt8(ascii: "<")) {
      line += text[position..<open].count { $0 == 10 }
      guard let close = text[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
      let next = text[close...].firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex
      let name = String(decoding: text[(open + 1)..<close], as: UTF8.self)
      let value = String(decoding: text[(close + 1)..<next], as: UTF8.self)
      let words = value.split(whereSeparator: \.isWhitespace)
      tags.append(
        OFXTag(
          name: name.uppercased(),
          value: plain(words.joined(separator: " ")),
          line: line
        )
      )
      line += text[open..<close].count { $0 == 10 }
      position = close
    }
    return tags
  }

  /// Character references of SGML and XML made characters; others are left as they are.
  private static func plain(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&nbsp;", " ")]
    let plain = names.reduce(text) { $0.replacing($1.0, with: $1.1) }
    return plain.replacing("&amp;", with: "&")
  }
}
