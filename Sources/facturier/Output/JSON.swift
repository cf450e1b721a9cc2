// JSON.swift — JSON with keys in a chosen order and numbers as they are written.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A JSON value that is only written (RFC 8259).
///
/// Amounts never pass through a binary fraction, keys keep the order of the contract, and file names
/// that are no UTF-8 survive.
indirect enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number as its digits.
  case number(String)
  case text(String)
  /// Text of unknown encoding. A byte that is no UTF-8 becomes the lone surrogate U+DC00 + byte,
  /// which Python's `os.fsencode` turns back into the byte.
  case bytes([UInt8])
  case array([JSON])
  case object([Member])

  /// A key with its value.
  struct Member: Equatable, Sendable {
    let key: String
    let value: JSON
  }

  static func int(_ number: some BinaryInteger) -> JSON { .number(String(number)) }

  /// The text, or null.
  static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

  /// One line without blanks, as JSON Lines wants it.
  var line: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): Self.quoted(Array(text.utf8))
    case .bytes(let bytes): Self.quoted(bytes)
    case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { JSON.text($0.key).line + ":" + $0.value.line }.joined(separator: ",")
        + "}"
    }
  }

  private static func quoted(_ bytes: [UInt8]) -> String {
    var text = "\""
    var rest = bytes[...]
    while let first = rest.first {
      // A decoder reads ahead: each scalar gets its own.
      var decoder = UTF8()
      var iterator = rest.makeIterator()
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        text += escaped(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      case .error, .emptyInput:
        text += unicodeEscape(0xDC00 + UInt32(first))
        rest = rest.dropFirst()
      }
    }
    return text + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
      unicodeEscape(scalar.value)
    default: String(scalar)
    }
  }

  private static func unicodeEscape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .int(value) }

  /// The object with the members of another behind its own.
  func adding(_ other: JSON) -> JSON {
    guard case .object(let mine) = self, case .object(let theirs) = other else { return self }
    return .object(mine + theirs)
  }
}
