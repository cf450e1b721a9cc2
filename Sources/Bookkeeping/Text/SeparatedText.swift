// SeparatedText.swift — rows and fields of CSV (RFC 4180).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A row with the line, from 1, where it begins.
struct SeparatedRow: Hashable, Sendable {
  let line: Int
  let fields: [String]

  var isBlank: Bool { fields.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}

enum SeparatedText {
  /// The separators tried, the likelier first.
  static let separators: [UInt8] = Array(";,\t|".utf8)

  /// The rows of a text: quotes may hold separators, line ends and doubled quotes; line ends are LF,
  /// CR or both.
  ///
  /// - Throws: `csv-quote-unclosed` with the line where the quote opens.
  static func rows(_ bytes: [UInt8], separator: UInt8) throws(Problem) -> [SeparatedRow] {
    var scanner = RowScanner(bytes: bytes, separator: separator)
    var rows: [SeparatedRow] = []
    while let row = try scanner.row() { rows.append(row) }
    return rows
  }

  /// The separator that is most often in the line, outside quotes.
  static func separator(ofLine line: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var quoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") {
        quoted.toggle()
      } else if !quoted {
        counts[byte, default: 0] += 1
      }
    }
    return separators.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? UInt8(ascii: ";")
  }

  /// The bytes from the line of this number, from 0, to the end.
  static func dropping(lines count: Int, of bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...]
    for _ in 0..<count {
      rest = rest.drop { $0 != 10 && $0 != 13 }
      let isPair = rest.starts(with: [13, 10])
      rest = rest.dropFirst(isPair ? 2 : 1)
    }
    return rest
  }
}

/// Walks over the bytes of a CSV file.
struct RowScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  private var line: Int

  /// Begins at an offset of the bytes; `line` is the number of the line there.
  init(bytes: [UInt8], separator: UInt8, at position: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    self.line = line
  }

  /// The next row; nil at the end.
  ///
  /// - Throws: `csv-quote-unclosed` with the line where the quote opens.
  mutating func row() throws(Problem) -> SeparatedRow? {
    guard position < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(try field())
      guard position < bytes.count else { break }
      guard bytes[position] == separator else {
        skipLineEnd()
        break
      }
      position += 1
    }
    return SeparatedRow(line: start, fields: fields)
  }

  private mutating func field() throws(Problem) -> String {
    guard position < bytes.count, bytes[position] == quote else { return plain() }
    let start = line
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        position += 1
        guard position < bytes.count, bytes[position] == quote else {
          // What follows a closing quote, against the rule, is kept as it stands.
          return String(decoding: content, as: UTF8.self) + plain()
        }
      } else if byte == 10 || (byte == 13 && !bytes[position...].starts(with: [13, 10])) {
        line += 1
      }
      content.append(byte)
      position += 1
    }
    throw Problem(.refusal, "csv-quote-unclosed", ["line": String(start)])
  }

  private mutating func plain() -> String {
    let start = position
    while position < bytes.count, bytes[position] != separator, bytes[position] != 10,
      bytes[position] != 13
    { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipLineEnd() {
    position += bytes[position...].starts(with: [13, 10]) ? 2 : 1
    line += 1
  }

  private let quote = UInt8(ascii: "\"")
}
