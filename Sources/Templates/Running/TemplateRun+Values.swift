// TemplateRun+Values.swift — fields by patterns: find, replace, read, group.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns

extension TemplateRun {
  /// The value of a field by its patterns; nil when nothing is found.
  mutating func value(
    of rule: RegexRule,
    in source: TracedText
  ) throws(TemplateFailure) -> TracedValue? {
    var texts: [TracedText] = []
    for pattern in rule.patterns {
      for match in try matches(of: pattern, in: source) {
        let group = pattern.groupCount > 0 ? match.group(1) ?? 0..<0 : match.range
        texts.append(source.slice(group))
      }
    }
    for replacement in rule.replacements {
      for index in texts.indices { texts[index] = try replacing(replacement, in: texts[index]) }
    }
    if rule.extractsNumber, let number = Self.number {
      for index in texts.indices {
        let match = try matches(of: number, in: texts[index], limit: 1).first
        if let match { texts[index] = texts[index].slice(match.range) }
      }
    }
    var values: [TracedValue] = []
    for text in texts { values.append(try read(text, as: rule.type)) }
    if let group = rule.group { return try Self.grouped(values, by: group) }
    return Self.collapsed(values)
  }

  /// Digits with single marks or blanks between them, and their sign.
  private static let number = try? Pattern(#"[-+]?\d+(?:[.,\s']\d+)*"#)

  /// A text read as a type; an empty one is zero, or no date.
  func read(_ text: TracedText, as type: ValueType?) throws(TemplateFailure) -> TracedValue {
    let words = text.words
    switch type {
    case nil: return TracedValue(.text(text.text), words: words)
    case .date, .datetime:
      let reading = template.options.dates.date(text.text)
      return TracedValue(
        reading.map { .date($0.date) } ?? .null,
        words: words,
        isDoubtful: reading?.isDoubtful ?? false
      )
    case .float, .int:
      let numbers = template.options.numbers
      let number = text.isEmpty ? .zero : try numbers.number(text.text)
      let isDoubtful = numbers.isDoubtful(text.text)
      if type == .float {
        return TracedValue(.number(number), words: words, isDoubtful: isDoubtful)
      }
      guard let whole = number.truncated else { throw TemplateFailure("\(number) is too large") }
      return TracedValue(.whole(whole), words: words, isDoubtful: isDoubtful)
    }
  }

  /// Each value once; one alone stands for itself, none is nil.
  private static func collapsed(_ values: [TracedValue]) -> TracedValue? {
    var seen: Set<TemplateValue> = []
    let unique = values.filter { seen.insert($0.value).inserted }
    guard unique.count != 1 else { return unique[0] }
    return unique.isEmpty ? nil : TracedValue(.list(unique), words: merged(unique))
  }

  /// Several values made into one; what Python takes for false does not count.
  ///
  /// - Throws: `TemplateFailure` where texts or dates are to be summed up.
  static func grouped(
    _ values: [TracedValue],
    by group: Grouping
  ) throws(TemplateFailure) -> TracedValue? {
    let values = values.filter { !$0.isFalsy }
    guard let first = values.first, let last = values.last else { return nil }
    switch group {
    case .first: return first
    case .last: return last
    case .min: return values.min { $0.value.precedes($1.value) }
    case .max: return values.max { $0.value.precedes($1.value) }
    case .join:
      let text = values.map(\.value.plainText).joined(separator: " ")
      return TracedValue(.text(text), words: merged(values))
    case .sum:
      let numbers = values.compactMap(\.number)
      guard numbers.count == values.count, let sum = TemplateNumbers.sum(numbers) else {
        throw TemplateFailure("values cannot be summed up")
      }
      let isWhole = values.allSatisfy { if case .whole = $0.value { true } else { false } }
      let whole = isWhole ? sum.rounded(toPlaces: 0) : nil
      return TracedValue(
        whole.map { .whole($0) } ?? .number(sum),
        words: merged(values),
        isDoubtful: values.contains(where: \.isDoubtful)
      )
    }
  }

  private static func merged(_ values: [TracedValue]) -> [Int32] {
    Set(values.flatMap(\.words)).sorted()
  }
}

extension DecimalNumber {
  /// Without its decimals.
  var truncated: Int64? {
    guard let rounded = rounded(toPlaces: 0) else { return nil }
    let isAbove = DecimalNumber(mantissa: rounded).magnitude > magnitude
    return isAbove ? rounded - rounded.signum() : rounded
  }
}

extension TemplateValue {
  /// Whether it comes before another of its kind.
  fileprivate func precedes(_ other: TemplateValue) -> Bool {
    switch (self, other) {
    case (.date(let left), .date(let right)): left < right
    case (.text(let left), .text(let right)):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    default:
      (TracedValue(self).number ?? .zero) < (TracedValue(other).number ?? .zero)
    }
  }
}
