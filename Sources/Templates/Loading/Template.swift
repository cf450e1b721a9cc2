// Template.swift — a template of invoice2data, read.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns

/// A template: what makes it apply, and how it finds values.
package struct Template: Sendable {
  /// The name of its file.
  package let name: String
  let issuer: TemplateValue
  /// All must occur; none of `excludedKeywords` may.
  let keywords: [Keyword]
  let excludedKeywords: [Keyword]
  /// Higher comes first.
  let priority: Int
  let options: TemplateOptions
  /// In the order of the file.
  let fields: [TemplateField]
  /// The old form of lines, outside of the fields.
  let lines: [LinesRule]?
  let tables: [TableRule]
  let requiredFields: [String]
}

/// A text that must occur, or a pattern where the text itself does not.
struct Keyword: Hashable, Sendable {
  let text: String
  /// Only for texts that look like a pattern.
  let pattern: Pattern?
}

/// How a template prepares text and reads values.
struct TemplateOptions: Sendable {
  var removesWhitespace = false
  var removesAccents = false
  var lowercases = false
  var currency: TemplateValue = .text("EUR")
  var numbers = TemplateNumbers(decimalSeparator: ".")
  var dates = TemplateDates(formats: [])
  var replacements: [Substitution] = []
}

/// A field of a template.
struct TemplateField: Sendable {
  /// Under which its value is stored.
  let name: String
  let rule: FieldRule
  let area: TemplateArea?
}

/// How a field is found.
enum FieldRule: Sendable {
  case regex(RegexRule)
  case stated(TemplateValue)
  case lines([LinesRule])
}

/// A field by patterns.
struct RegexRule: Sendable {
  let patterns: [Pattern]
  var replacements: [Substitution] = []
  var extractsNumber = false
  var type: ValueType?
  var group: Grouping?
}

/// What a text is made into.
enum ValueType: String, Hashable, Sendable, CaseIterable {
  case int, float, date, datetime
}

/// What several values are made into.
enum Grouping: String, Hashable, Sendable, CaseIterable {
  case sum, min, max, first, last, join
}

/// Rows between a start and an end.
struct LinesRule: Sendable {
  let start: Pattern
  let end: Pattern
  /// Whether a block ends at the last place where `end` is found.
  var endsLast = false
  let line: [Pattern]
  var firstLine: [Pattern] = []
  var lastLine: [Pattern] = []
  var skipLine: [Pattern] = []
  /// Nil: a line feed.
  var separator: Pattern?
  var types: [String: ValueType] = [:]
  var replacements: [String: [Substitution]] = [:]
}

/// Named values of every line between a start and an end.
struct TableRule: Sendable {
  let start: Pattern
  let end: Pattern
  let body: Pattern
  /// Nil: a line feed.
  var separator: Pattern?
  var types: [String: ValueType] = [:]
  var groups: [String: Grouping] = [:]
}

/// A rectangle on some pages.
struct TemplateArea: Hashable, Sendable {
  let pages: ClosedRange<Int>
  /// Tenths of a point.
  let box: Box
}
