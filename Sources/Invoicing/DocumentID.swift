// DocumentID.swift — a document is its bytes.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The SHA-256 of the file's bytes: the same file dropped twice is the same document.
package struct DocumentID: Hashable, Comparable, Sendable, Codable {
  /// 64 lower-case hexadecimal digits.
  package let hex: String

  /// The id of these 64 hexadecimal digits, or nil.
  package init?(hex: String) {
    guard hex.utf8.count == 64,
      hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.hex = hex
  }

  /// The id of a digest of 32 bytes (FIPS 180-4).
  ///
  /// - Precondition: there are 32 bytes.
  package init(digest: some Sequence<UInt8>) {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    precondition(bytes.count == 64, "a SHA-256 has 32 bytes")
    hex = String(decoding: bytes, as: UTF8.self)
  }

  package static func < (left: DocumentID, right: DocumentID) -> Bool { left.hex < right.hex }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let id = DocumentID(hex: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a SHA-256: \(text)")
      )
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
