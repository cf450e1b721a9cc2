// TemplateRun.swift — one template at work on one document.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns

/// One template at work on one document: prepares the text, finds the fields, derives what follows.
struct TemplateRun {
  let template: Template
  let grid: TextGrid
  private(set) var record = TemplateRecord()
  private(set) var findings: [Finding] = []
  /// The prepared text.
  private var text = TracedText()
  /// Searches that are left: a hostile template must come to an end.
  private var searches = 100_000
  /// Searches given up that are still borne.
  private var patience = 20

  init(_ template: Template, on grid: TextGrid) {
    self.template = template
    self.grid = grid
  }

  /// Everything that the template finds.
  ///
  /// - Throws: `TemplateFailure` where it gives nothing at all.
  mutating func run() throws(TemplateFailure) {
    text = try prepared(grid.text)
    record["issuer"] = TracedValue(template.issuer)
    record["template_name"] = TracedValue(.text(template.name))
    for field in template.fields { try find(field) }
    if record["currency"] == nil {
      record["currency"] = TracedValue(template.options.currency)
    }
    if let lines = template.lines {
      record["lines"] = TracedValue(.list(try self.lines(lines, in: text)))
    }
    for table in template.tables { try add(table) }
    record = DerivedValues.added(to: record)
    let missing = template.requiredFields.filter { record[$0] == nil }
    guard missing.isEmpty else {
      throw TemplateFailure("not found: " + missing.joined(separator: ", "))
    }
    record["desc"] = TracedValue(.text("Invoice from " + template.issuer.plainText))
  }

  private mutating func find(_ field: TemplateField) throws(TemplateFailure) {
    let source = field.area.flatMap { grid.text(in: $0) } ?? text
    switch field.rule {
    case .stated(let value): record[field.name] = TracedValue(value)
    case .regex(let rule):
      if let value = try self.value(of: rule, in: source), value.isKept {
        record[field.name] = value
      }
    case .lines(let rules):
      let rows = try lines(rules, in: source)
      if !rows.isEmpty { record[field.name] = TracedValue(.list(rows)) }
    }
  }

  private mutating func add(_ table: TableRule) throws(TemplateFailure) {
    guard let found = try values(of: table, in: text) else { return }
    for name in found.names { record[name] = found[name] }
  }

  /// The text after the options of the template, in the order of the original.
  private mutating func prepared(_ raw: TracedText) throws(TemplateFailure) -> TracedText {
    let options = template.options
    var text = raw
    if options.removesWhitespace { text = text.mapScalars { $0 == " " ? "" : String($0) } }
    if options.removesAccents {
      text = text.mapScalars { scalar in
        scalar.isASCII ? String(scalar) : scalar.decomposed.withoutAccents
      }
    }
    if options.lowercases { text = text.mapScalars { $0.properties.lowercaseMapping } }
    for replacement in options.replacements { text = try replacing(replacement, in: text) }
    return text
  }

  /// The text with every match replaced.
  mutating func replacing(
    _ substitution: Substitution,
    in source: TracedText
  ) throws(TemplateFailure) -> TracedText {
    var result = TracedText()
    var end = 0
    for match in try matches(of: substitution.pattern, in: source) {
      result.append(source.slice(end..<match.range.lowerBound))
      result.append(substitution.replacement.text(for: match, in: source))
      end = match.range.upperBound
    }
    result.append(source.suffix(from: end))
    guard result.trace.count <= 4 << 20 else { throw TemplateFailure("the text grows too long") }
    return result
  }

  /// The occurrences of a pattern; none, and a finding, where the search was given up.
  mutating func matches(
    of pattern: Pattern,
    in source: TracedText,
    limit: Int = 10_000
  ) throws(TemplateFailure) -> [PatternMatch] {
    searches -= 1
    guard searches > 0 else { throw TemplateFailure("it searches too often") }
    do {
      return try pattern.matches(in: source.text, limit: limit)
    } catch {
      patience -= 1
      let finding = Finding(
        .warning,
        "template-pattern-costly",
        ["template": template.name, "pattern": pattern.source]
      )
      if !findings.contains(finding) { findings.append(finding) }
      guard patience > 0 else { throw TemplateFailure("its patterns take too long") }
      return []
    }
  }

  /// The first occurrence of one of several patterns, tried in their order.
  mutating func firstMatch(
    of patterns: [Pattern],
    in source: TracedText
  ) throws(TemplateFailure) -> (Pattern, PatternMatch)? {
    for pattern in patterns {
      if let match = try matches(of: pattern, in: source, limit: 1).first {
        return (pattern, match)
      }
    }
    return nil
  }

  /// The parts between the matches of a separator, by default line feeds.
  mutating func parts(
    of source: TracedText,
    by separator: Pattern?
  ) throws(TemplateFailure) -> [TracedText] {
    var breaks: [Range<Int>] = []
    if let separator {
      breaks = try matches(of: separator, in: source).map(\.range)
    } else {
      for (offset, byte) in source.text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
        breaks.append(offset..<offset + 1)
      }
    }
    let starts = [0] + breaks.map(\.upperBound)
    let ends = breaks.map(\.lowerBound) + [source.trace.count]
    return zip(starts, ends).map { source.slice($0..<max($0, $1)) }
  }
}

extension TemplateValue {
  /// The value as Python's `str` shows it.
  var plainText: String {
    switch self {
    case .null: "None"
    case .flag(let flag): flag ? "True" : "False"
    case .whole(let number): String(number)
    case .number(let number): number.scale == 0 ? "\(number).0" : "\(number)"
    case .text(let text): text
    case .date(let date): "\(date)"
    case .list(let list): list.map(\.value.plainText).joined(separator: " ")
    case .record: ""
    }
  }
}
