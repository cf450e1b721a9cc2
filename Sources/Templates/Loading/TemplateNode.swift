// TemplateNode.swift — values of a template file with their types and places.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns
import Yams

/// What is wrong with a template, and where.
struct TemplateMistake: Error {
  let reason: String
  /// From 1.
  let line: Int
  /// From 1.
  let column: Int

  init(_ reason: String, _ node: Node?) {
    self.init(reason, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1)
  }

  init(_ reason: String, line: Int, column: Int = 1) {
    self.reason = reason
    self.line = line
    self.column = column
  }
}

extension Node {
  /// The value in the types of YAML 1.1: a quoted text is a text whatever it looks like.
  var templateValue: TemplateValue {
    switch self {
    case .scalar(let scalar): Self.value(of: scalar)
    case .sequence(let list): .list(list.map { TracedValue($0.templateValue) })
    case .mapping(let mapping): .record(Self.record(of: mapping))
    case .alias: .null
    }
  }

  private static func value(of scalar: Scalar) -> TemplateValue {
    let text = scalar.string
    guard scalar.style == .plain || scalar.style == .any else { return .text(text) }
    if ["", "~", "null", "Null", "NULL"].contains(text) { return .null }
    let word = text.lowercased()
    if ["true", "yes", "on"].contains(word) { return .flag(true) }
    if ["false", "no", "off"].contains(word) { return .flag(false) }
    let digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
    // A leading zero makes an octal number in YAML 1.1, which no template means.
    let isOctal = digits.hasPrefix("0") && digits.count > 1 && !digits.contains(".")
    if !isOctal, let number = Int64(digits) { return .whole(number) }
    if digits.contains("."), let number = DecimalNumber(digits) { return .number(number) }
    if let date = CalendarDate(iso: text) { return .date(date) }
    return .text(text)
  }

  private static func record(of mapping: Mapping) -> TemplateRecord {
    var record = TemplateRecord()
    for (key, value) in mapping {
      if let name = key.string, !RepeatedKeys.isReplaced(name) {
        record[name] = TracedValue(value.templateValue)
      }
    }
    return record
  }

  var isNull: Bool { templateValue == .null }

  /// The values by their names.
  func entries() throws(TemplateMistake) -> [String: Node] {
    guard let mapping else { throw TemplateMistake("expected keys and values", self) }
    var entries: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string else { throw TemplateMistake("a key is a text", key) }
      if !RepeatedKeys.isReplaced(name) { entries[name] = value }
    }
    return entries
  }

  /// One text, or a list of texts.
  func texts() throws(TemplateMistake) -> [String] {
    if let text = string { return [text] }
    guard let sequence else { throw TemplateMistake("expected a text or a list", self) }
    var texts: [String] = []
    for item in sequence {
      guard let text = item.string else { throw TemplateMistake("expected a text", item) }
      texts.append(text)
    }
    return texts
  }

  /// The compiled pattern of a text in Python's syntax.
  func pattern() throws(TemplateMistake) -> Pattern {
    guard let text = string else { throw TemplateMistake("expected a pattern", self) }
    do {
      return try Pattern(try PythonSyntax.rewritten(text))
    } catch {
      throw TemplateMistake("not a pattern: \(error.message) at \(error.offset)", self)
    }
  }

  /// One pattern, or a list of patterns.
  func patterns() throws(TemplateMistake) -> [Pattern] {
    guard let sequence else { return [try pattern()] }
    var patterns: [Pattern] = []
    for item in sequence { patterns.append(try item.pattern()) }
    return patterns
  }

  /// One pair of pattern and replacement, or a list of pairs.
  func substitutions() throws(TemplateMistake) -> [Substitution] {
    guard let sequence else { throw TemplateMistake("expected [pattern, replacement]", self) }
    if sequence.count == 2, sequence.allSatisfy({ $0.scalar != nil }) {
      return [try substitution()]
    }
    var substitutions: [Substitution] = []
    for item in sequence { substitutions.append(try item.substitution()) }
    return substitutions
  }

  private func substitution() throws(TemplateMistake) -> Substitution {
    guard let sequence, sequence.count == 2, let text = sequence[1].string else {
      throw TemplateMistake("expected [pattern, replacement]", self)
    }
    let pattern = try sequence[0].pattern()
    do {
      return Substitution(
        pattern: pattern,
        replacement: try PythonReplacement(text, for: pattern)
      )
    } catch {
      throw TemplateMistake("not a replacement: \(error.message)", sequence[1])
    }
  }

  /// One of a list of words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ kind: Word.Type
  ) throws(TemplateMistake) -> Word where Word.RawValue == String {
    guard let text = string, let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw TemplateMistake("expected one of \(words)", self)
    }
    return word
  }

  /// Words by name.
  func words<Word: RawRepresentable & CaseIterable>(
    _ kind: Word.Type
  ) throws(TemplateMistake) -> [String: Word] where Word.RawValue == String {
    var words: [String: Word] = [:]
    for (name, node) in try entries() { words[name] = try node.word(kind) }
    return words
  }
}
