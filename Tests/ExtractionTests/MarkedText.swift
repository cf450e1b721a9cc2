// MarkedText.swift — a page of text with the answers marked in place.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Extraction

/// A case file: pages of text, a rule of dashes, the expected fields.
///
/// A line "=== page ===" begins the next page. An expected "-" says that the field is absent.
///
/// `⟦name:value⟧` in the text marks where a field stands: the marks are stripped, the text is laid out
/// in a fixed-width grid, and the box of the field found must hold the marked words.
struct MarkedText {
  let document: Document
  /// Field names to the expected values, written as the JSON of the contract writes them.
  let expected: [String: String]
  /// The boxes of the marked values.
  let boxes: [String: Box]

  /// One column of the grid in tenths of a point, and one row.
  private static let column: Int32 = 60
  private static let row: Int32 = 140

  init(_ text: String) throws {
    let parts = text.components(separatedBy: "\n----------\n")
    try #require(parts.count == 2, "a case has one line of ten dashes")
    var boxes: [String: Box] = [:]
    let pages = parts[0].components(separatedBy: "\n=== page ===\n").enumerated().map {
      index,
      text in
      var words: [Word] = []
      let lines = text.components(separatedBy: "\n")
      for (index, line) in lines.enumerated() {
        let (plain, marks) = Self.stripped(line)
        words += Self.words(of: plain, line: Int32(index))
        for (name, range) in marks { boxes[name] = Self.box(range, line: Int32(index)) }
      }
      return Page(
        number: index + 1,
        width: 5950,
        height: max(8420, Int32(lines.count + 2) * Self.row),
        origin: .textLayer,
        words: words
      )
    }
    let hash = String(repeating: "ab", count: 32)
    document = Document(
      id: try #require(DocumentID(hex: hash)),
      format: .text,
      pages: pages
    )
    self.boxes = boxes
    var expected: [String: String] = [:]
    for line in parts[1].components(separatedBy: "\n") where line.contains(": ") {
      let name = line.prefix { $0 != ":" }
      expected[String(name)] = String(line.dropFirst(name.count + 2))
    }
    self.expected = expected
  }

  private static func stripped(_ line: String) -> (String, [(String, Range<Int>)]) {
    var plain: [Character] = []
    var marks: [(String, Range<Int>)] = []
    var rest = line[...]
    while let open = rest.firstIndex(of: "⟦"), let close = rest.firstIndex(of: "⟧"), open < close {
      plain += rest[..<open]
      let mark = rest[rest.index(after: open)..<close]
      let name = mark.prefix { $0 != ":" }
      let value = mark.dropFirst(name.count + 1)
      marks.append((String(name), plain.count..<(plain.count + value.count)))
      plain += value
      rest = rest[rest.index(after: close)...]
    }
    return (String(plain + rest), marks)
  }

  private static func words(of line: String, line index: Int32) -> [Word] {
    var words: [Word] = []
    var run = ""
    var start = 0
    for (column, character) in (Array(line) + [" "]).enumerated() {
      if character == " " {
        if !run.isEmpty { words.append(Word(text: run, box: box(start..<column, line: index))) }
        run = ""
      } else {
        if run.isEmpty { start = column }
        run.append(character)
      }
    }
    return words
  }

  private static func box(_ columns: Range<Int>, line: Int32) -> Box {
    Box(
      left: 300 + Int32(columns.lowerBound) * column,
      top: 300 + line * row,
      right: 300 + Int32(columns.upperBound) * column - 5,
      bottom: 300 + line * row + 100
    )
  }
}

/// The shipped rules.
enum ShippedRules {
  static let book = RuleBook.load(files).book

  static let files: [RuleFile] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../rules/generic")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".yml") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
        RuleFile(path: "rules/generic/\(name)", text: $0)
      }
    }
  }()
}

extension FieldValue {
  /// The value as the JSON of the contract writes it; lines by their number, VAT rows with their
  /// category unless it is the standard one.
  var plain: String {
    switch self {
    case .text(let text): text
    case .date(let date): date.description
    case .amount(let amount): amount.plainText
    case .flag(let flag): String(flag)
    case .vatBreakdown(let rows):
      rows.map { row in
        let category = row.category.flatMap { $0 == "S" ? nil : $0 } ?? ""
        return "\(row.vatRate.plainText)%\(category):\(row.taxableAmount.plainText)"
      }.joined(separator: " ")
    case .lines(let lines): String(lines.count)
    }
  }
}

extension InvoiceLine {
  /// Quantity, unit price, net, rate and description, "-" for what is absent.
  var plain: String {
    let numbers = [
      quantity?.description, unitPrice?.description, lineNet?.plainText, vatRate?.plainText,
    ]
    return numbers.map { $0 ?? "-" }.joined(separator: " ") + " " + description
  }
}
