// TextEncoding.swift — the bytes of old accounting packages as text.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The encodings that ledger files come in.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case latin9 = "iso-8859-15"
  case utf16 = "utf-16"

  /// Tells the encoding of bytes: a byte order mark, valid UTF-8, bytes that only Windows has, else Latin-9.
  package static func detected(in bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if bytes.starts(with: mark) || isUTF8(bytes) { return .utf8 }
    return bytes.contains { (0x80...0x9F).contains($0) } ? .windows1252 : .latin9
  }

  /// The same text as UTF-8 without a byte order mark; what cannot be text becomes U+FFFD.
  package func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: bytes.starts(with: Self.mark) ? Array(bytes.dropFirst(Self.mark.count)) : bytes
    case .utf16: Self.fromUTF16(bytes)
    case .windows1252: Self.fromTable(bytes, Self.windows)
    case .latin9: Self.fromTable(bytes, Self.latin)
    }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func fromUTF16(_ bytes: [UInt8]) -> [UInt8] {
    let littleEndian = !bytes.starts(with: [0xFE, 0xFF])
    let body = bytes.dropFirst(2)
    let units = stride(from: body.startIndex, to: body.endIndex - 1, by: 2).map { at in
      let (first, second) = (UInt16(body[at]), UInt16(body[at + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func fromTable(_ bytes: [UInt8], _ table: [UInt8: Unicode.Scalar]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: UTF8.encode(table[byte] ?? Unicode.Scalar(byte)) ?? .init())
      }
    }
    return result
  }

  /// Where ISO-8859-15 leaves ISO-8859-1.
  private static let latin: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]

  /// The range 0x80...0x9F of Windows-1252; the rest is ISO-8859-1.
  private static let windows: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ",
    0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“",
    0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›",
    0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
  ]
}
