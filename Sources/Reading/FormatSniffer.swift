// FormatSniffer.swift — what a file is, told by its bytes alone.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Tells a file's format by its first bytes, never by its name.
package enum FormatSniffer {
  /// So many bytes from the start decide.
  package static let headLength = 4096

  /// The format of a file that begins with these bytes; at least `headLength` unless it is shorter.
  package static func format(of start: some Collection<UInt8>) -> DocumentFormat {
    let head = Array(start.prefix(headLength))
    if let format = signatures.first(where: { head.starts(with: $0.bytes) })?.format {
      return format
    }
    // ISO 32000-1 annex H: readers accept a header anywhere in the first 1024 bytes.
    if firstIndex(of: Array("%PDF-".utf8), in: head.prefix(1024)) != nil { return .pdf }
    if isMarkup(head) { return .xml }
    // The text of a mail may be in any charset.
    if isMail(head) { return .mail }
    return isText(head) ? .text : .unknown
  }

  private static let signatures: [(format: DocumentFormat, bytes: [UInt8])] = [
    (.pdf, Array("%PDF-".utf8)),
    (.jpeg, [0xFF, 0xD8, 0xFF]),
    (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    (.tiff, [0x49, 0x49, 0x2A, 0x00]),
    (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
    // BigTIFF.
    (.tiff, [0x49, 0x49, 0x2B, 0x00]),
    (.tiff, [0x4D, 0x4D, 0x00, 0x2B]),
    // The first entry of an archive, the end of an empty one.
    (.zip, [0x50, 0x4B, 0x03, 0x04]),
    (.zip, [0x50, 0x4B, 0x05, 0x06]),
  ]

  private static func firstIndex(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: pattern) }
  }

  /// Whether the first visible character is "<", in UTF-8 or UTF-16 (XML 1.0 appendix F).
  private static func isMarkup(_ head: [UInt8]) -> Bool {
    var rest = head[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    let isWide = rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF])
    if isWide || rest.starts(with: [0x3C, 0]) || rest.starts(with: [0, 0x3C]) {
      rest = rest.drop { $0 == 0 || $0 >= 0xFE || isBlank($0) }
      return rest.first == UInt8(ascii: "<")
    }
    rest = rest.drop(while: isBlank)
    guard rest.first == UInt8(ascii: "<"), let next = rest.dropFirst().first else { return false }
    // A name, "?", "!": else it is a text that begins with an arrow or a comparison.
    let isNameStart = next >= 0x80 || next == UInt8(ascii: "_") || isLetter(next)
    return isNameStart || next == UInt8(ascii: "?") || next == UInt8(ascii: "!")
  }

  /// Whether the file begins with the header fields that mail begins with (RFC 5322 section 2.2).
  private static func isMail(_ head: [UInt8]) -> Bool {
    if head.starts(with: Array("From ".utf8)) { return true }
    let firstLine = head.prefix { $0 != 10 && $0 != 13 }
    guard let colon = firstLine.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let name = String(decoding: firstLine[..<colon], as: UTF8.self).lowercased()
    guard mailFields.contains(name) else { return false }
    // A letter may begin with "From:" or "Date:" too: a second field decides.
    let lines = head.split { $0 == 10 || $0 == 13 }.prefix(40)
    let others = lines.dropFirst().filter { line in
      let field = String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
      return mailFields.contains(field.lowercased())
    }
    return !others.isEmpty
  }

  private static let mailFields: Set<String> = [
    "arc-seal", "authentication-results", "cc", "content-transfer-encoding", "content-type", "date",
    "delivered-to", "dkim-signature", "from", "message-id", "mime-version", "received", "reply-to",
    "return-path", "sender", "subject", "to", "user-agent", "x-mailer", "x-original-to",
  ]

  /// UTF-8 without control characters other than blanks; a character cut at the end is forgiven.
  private static func isText(_ head: [UInt8]) -> Bool {
    guard !head.isEmpty else { return false }
    let controls = head.contains { $0 < 32 && !isBlank($0) && $0 != 12 && $0 != 27 || $0 == 127 }
    if controls { return false }
    let longestCut = head.count == headLength ? 3 : 0
    return (0...longestCut).contains { cut in
      String(validating: head.dropLast(cut), as: UTF8.self) != nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 13
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
