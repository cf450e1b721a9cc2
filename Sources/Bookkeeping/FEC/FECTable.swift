// FECTable.swift — the rows of a FEC as the format writes them: no quotes, bare separators.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A row with the line, from 1, where it begins.
struct FECRow {
  let line: Int
  let fields: [ArraySlice<UInt8>]
  let places: [FECColumn: Int]

  /// The text of a column without outer blanks; empty when the file has no such column.
  func text(_ column: FECColumn) -> String {
    String(decoding: bytes(column), as: UTF8.self)
  }

  func bytes(_ column: FECColumn) -> ArraySlice<UInt8> {
    guard let place = places[column] else { return [] }
    let blank = UInt8(ascii: " ")
    let start = fields[place].drop { $0 == blank }
    return start.prefix(
      (start.lastIndex { $0 != blank } ?? start.startIndex - 1) - start.startIndex + 1
    )
  }
}

/// The header and the lines of a FEC.
struct FECTable {
  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private let separator: UInt8
  private let width: Int
  let places: [FECColumn: Int]
  private let firstRow: Int

  /// Finds separator and columns.
  ///
  /// - Throws: `fec-column-missing` with the column's name.
  init(_ original: [UInt8]) throws(Problem) {
    let bytes = TextEncoding.detected(in: original).utf8(original)
    lines = Self.lines(of: bytes)
    let header = lines.first.map { bytes[$0] } ?? []
    let separator = Self.separator(of: header)
    self.bytes = bytes
    self.separator = separator
    let headings = header.split(separator: separator, omittingEmptySubsequences: false)
    width = headings.count
    if let places = Self.places(of: headings) {
      self.places = places
      firstRow = 1
    } else if Self.isHeaderless(headings) {
      places = Dictionary(uniqueKeysWithValues: zip(FECColumn.legalOrder, 0...))
      firstRow = 0
    } else {
      throw Problem(.refusal, "fec-column-missing", ["column": FECColumn.journalCode.rawValue])
    }
    try checkColumns()
  }

  /// Whether the first line is the header of a FEC, or the first row of one without.
  static func isHeader(of original: [UInt8]) -> Bool {
    let head = Array(original.prefix(4_000))
    let text = TextEncoding.detected(in: head).utf8(head)
    guard let line = lines(of: text).first.map({ text[$0] }) else { return false }
    let headings = line.split(separator: separator(of: line), omittingEmptySubsequences: false)
    return places(of: headings) != nil || isHeaderless(headings)
  }

  /// Gives every row to `body`, in order; blank lines are passed over.
  ///
  /// - Throws: `fec-field-count`, and what `body` throws.
  func forEachRow(_ body: (FECRow) throws(Problem) -> Void) throws(Problem) {
    var index = firstRow
    while index < lines.count {
      defer { index += 1 }
      let number = index + 1
      if bytes[lines[index]].allSatisfy({ $0 == 32 || $0 == separator }) { continue }
      var fields = split(lines[index])
      if fields.count < width, index + 1 < lines.count {
        // A label held a line end: the next line is its second half.
        fields = joined(fields, split(lines[index + 1]))
        index += 1
      }
      guard let fields = fitted(fields) else {
        throw Problem(
          .refusal,
          "fec-field-count",
          ["line": String(number), "found": String(fields.count), "expected": String(width)]
        )
      }
      try body(FECRow(line: number, fields: fields, places: places))
    }
  }

  private func split(_ line: Range<Int>) -> [ArraySlice<UInt8>] {
    bytes[line].split(separator: separator, omittingEmptySubsequences: false)
  }

  private func joined(
    _ head: [ArraySlice<UInt8>],
    _ tail: [ArraySlice<UInt8>]
  ) -> [ArraySlice<UInt8>] {
    let middle = Array(head.last ?? []) + [32] + Array(tail.first ?? [])
    return head.dropLast() + [middle[...]] + tail.dropFirst()
  }

  /// The fields brought to the header's number, or nil when that cannot be done.
  private func fitted(_ fields: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>]? {
    if fields.count == width { return fields }
    guard fields.count > width else { return nil }
    if fields[width...].allSatisfy(\.isEmpty), hasAmount(fields) { return Array(fields[..<width]) }
    // The separator stands inside the label: what is too much belongs there.
    guard separator == UInt8(ascii: "|"), let label = places[.label] else { return nil }
    let tail = width - label - 1
    let middle = fields[label..<(fields.count - tail)].joined(separator: [separator])
    return fields[..<label] + [Array(middle)[...]] + fields.suffix(tail)
  }

  /// Whether an amount stands where it should, so that what is too much stands behind it.
  private func hasAmount(_ fields: [ArraySlice<UInt8>]) -> Bool {
    guard let place = places[.debit] ?? places[.amount] else { return false }
    return fecAmount(fields[place], exponent: 2) != nil
  }

  private func checkColumns() throws(Problem) {
    let amounts: [FECColumn] = places[.amount] == nil ? [.debit, .credit] : [.sense]
    for column in FECColumn.required + amounts where places[column] == nil {
      throw Problem(.refusal, "fec-column-missing", ["column": column.rawValue])
    }
  }

  private static func places(of headings: [ArraySlice<UInt8>]) -> [FECColumn: Int]? {
    var found: [String: Int] = [:]
    for (place, heading) in headings.enumerated() {
      let key = asciiLettersAndDigits(String(decoding: heading, as: UTF8.self))
      if found[key] == nil { found[key] = place }
    }
    guard found[FECColumn.journalCode.key] != nil, found[FECColumn.account.key] != nil else {
      return nil
    }
    let pairs = FECColumn.allCases.compactMap { column in found[column.key].map { (column, $0) } }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private static func isHeaderless(_ fields: [ArraySlice<UInt8>]) -> Bool {
    fields.count >= 18 && fields[3].count == 8 && fields[3].allSatisfy { (48...57).contains($0) }
  }

  private static func separator(of header: ArraySlice<UInt8>) -> UInt8 {
    let candidates = Array("\t|;,".utf8)
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    return zip(candidates, counts).max { $0.1 < $1.1 }?.0 ?? UInt8(ascii: "\t")
  }

  /// Lines ended by LF, CR or both.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 || byte == 13 {
      if byte == 10, index > 0, bytes[index - 1] == 13 {
        start = index + 1
        continue
      }
      lines.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}
