// TemplateRun+Lines.swift — rows between a start and an end.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns

extension TemplateRun {
  /// Texts by the names of groups.
  private typealias Row = [String: TracedText]

  /// Rows of one document at most.
  private static let rowLimit = 5_000

  /// The rows that several rules find, one rule after the other.
  mutating func lines(
    _ rules: [LinesRule],
    in source: TracedText
  ) throws(TemplateFailure) -> [TracedValue] {
    var rows: [TracedValue] = []
    for rule in rules {
      for row in try blocks(rule, in: source) {
        rows.append(TracedValue(.record(try record(of: row, rule))))
        guard rows.count <= Self.rowLimit else { throw TemplateFailure("too many rows") }
      }
    }
    return rows
  }

  private mutating func blocks(
    _ rule: LinesRule,
    in source: TracedText
  ) throws(TemplateFailure) -> [Row] {
    var rows: [Row] = []
    var rest = source
    while let start = try matches(of: rule.start, in: rest, limit: 1).first {
      let behind = rest.suffix(from: start.range.upperBound)
      let ends = try matches(of: rule.end, in: behind, limit: rule.endsLast ? 10_000 : 1)
      guard let end = rule.endsLast ? ends.last : ends.first else { break }
      rows += try self.rows(rule, in: behind.slice(0..<end.range.lowerBound))
      let after = behind.suffix(from: end.range.upperBound)
      // Where both match nothing, they would match for ever.
      guard after.trace.count < rest.trace.count else { break }
      rest = after
    }
    return rows
  }

  private mutating func rows(
    _ rule: LinesRule,
    in block: TracedText
  ) throws(TemplateFailure) -> [Row] {
    let isPlain = rule.firstLine.isEmpty && rule.lastLine.isEmpty
    let firstLine = isPlain ? rule.line : rule.firstLine
    var rows: [Row] = []
    var row: Row?
    func close() {
      if let full = row, !full.isEmpty { rows.append(full) }
      row = nil
    }
    for line in try parts(of: block, by: rule.separator) {
      // A line of blanks counts.
      if line.text.utf8.allSatisfy({ "\r\n".utf8.contains($0) }) { continue }
      if try firstMatch(of: rule.skipLine, in: line) != nil { continue }
      if let (pattern, match) = try firstMatch(of: firstLine, in: line) {
        close()
        row = Self.texts(of: match, pattern, in: line)
        continue
      }
      guard let open = row else { continue }
      if let (pattern, match) = try firstMatch(of: rule.lastLine, in: line) {
        row = Self.merged(open, Self.texts(of: match, pattern, in: line))
        close()
      } else if let (pattern, match) = try firstMatch(of: rule.line, in: line) {
        row = Self.merged(open, Self.texts(of: match, pattern, in: line))
      }
    }
    close()
    return rows
  }

  private static func texts(of match: PatternMatch, _ pattern: Pattern, in line: TracedText) -> Row
  {
    pattern.groupNames.mapValues { number in
      match.group(number).map { line.slice($0).stripped } ?? TracedText()
    }
  }

  /// What a further line says goes below what is there.
  private static func merged(_ row: Row, _ more: Row) -> Row {
    row.merging(more) { above, below in
      guard !above.isEmpty else { return below }
      var text = above
      text.append("\n", from: TracedText.noWord)
      text.append(below)
      return text
    }
  }

  private mutating func record(
    of row: Row,
    _ rule: LinesRule
  ) throws(TemplateFailure) -> TemplateRecord {
    var record = TemplateRecord()
    for (name, found) in row.sorted(by: { $0.key < $1.key }) {
      var text = found
      for replacement in rule.replacements[name] ?? [] {
        text = try replacing(replacement, in: text)
      }
      record[name] = try read(text, as: rule.types[name])
    }
    return record
  }
}
