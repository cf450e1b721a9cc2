// CheckedIdentifier.swift — what the identifiers with check digits share.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// An identifier whose check digits agree: a wrong one cannot be held.
package protocol CheckedIdentifier: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The identifier that this text writes, with or without blanks and punctuation, or nil.
  init?(_ text: String)

  /// Capitals and digits only, as it is compared and stored.
  var compact: String { get }
}

extension CheckedIdentifier {
  package var description: String { compact }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let identifier = Self(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a \(Self.self): \(text)")
      )
    }
    self = identifier
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The ASCII letters (as capitals) and digits of a text without blanks, `.`, `-` and `/`.
///
/// `extra` names other ASCII characters that are kept. Returns nil when anything else is in it, or
/// more than 64 characters.
func compacted(_ text: String, keeping extra: String = "") -> [UInt8]? {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    switch scalar {
    case "0"..."9", "A"..."Z": bytes.append(UInt8(scalar.value))
    case "a"..."z": bytes.append(UInt8(scalar.value - 32))
    case ".", "-", "/", "\u{2010}", "\u{2011}", "\u{2013}": continue
    default:
      if scalar.properties.isWhitespace { continue }
      guard scalar.isASCII, extra.unicodeScalars.contains(scalar) else { return nil }
      bytes.append(UInt8(scalar.value))
    }
    if bytes.count > 64 { return nil }
  }
  return bytes
}

/// The values of ASCII digits, or nil when one is none or all are zero.
///
/// Most check sums accept a row of zeros, which identifies nobody.
func digitValues(_ bytes: some Sequence<UInt8>) -> [Int]? {
  var values: [Int] = []
  for byte in bytes {
    guard (48...57).contains(byte) else { return nil }
    values.append(Int(byte) - 48)
  }
  return values.contains { $0 != 0 } ? values : nil
}

/// ASCII bytes as text.
func asciiText(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

/// The text in groups of `size` characters with blanks between.
func grouped(_ text: String, by size: Int, first: Int = 0) -> String {
  var groups: [Substring] = []
  var rest = text[...]
  if first > 0 {
    groups.append(rest.prefix(first))
    rest = rest.dropFirst(first)
  }
  while !rest.isEmpty {
    groups.append(rest.prefix(size))
    rest = rest.dropFirst(size)
  }
  return groups.joined(separator: " ")
}
