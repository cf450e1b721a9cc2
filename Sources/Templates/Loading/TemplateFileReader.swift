// TemplateFileReader.swift — YAML or JSON to a template, with the place of every mistake.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns
import Yams

/// Reads a template file.
///
/// What makes the file useless refuses it; a rule that cannot be used is left out alone. Both are
/// problems with line, column and what was expected.
struct TemplateFileReader {
  private let file: TemplateFile
  private(set) var problems: [Problem] = []

  /// The template of a file, nil where it is refused, and everything that is wrong with it.
  static func template(of file: TemplateFile) -> (template: Template?, problems: [Problem]) {
    var reader = TemplateFileReader(file: file)
    do {
      let template = try reader.template()
      return (template, reader.problems)
    } catch {
      return (nil, reader.problems + [reader.problem(error)])
    }
  }

  private init(file: TemplateFile) { self.file = file }

  private static let keys = [
    "issuer", "keywords", "exclude_keywords", "priority", "options", "fields", "lines", "tables",
    "required_fields", "input_module", "country_code",
  ]

  private mutating func template() throws(TemplateMistake) -> Template {
    let map = try root().entries()
    name(unknown: map, among: Self.keys)
    guard let words = map["keywords"] else {
      throw TemplateMistake("the key keywords is missing", nil)
    }
    let keywords = try words.texts().map(Self.keyword)
    guard !keywords.isEmpty, keywords.allSatisfy({ !$0.text.isEmpty && !$0.text.utf8.contains(0) })
    else {
      throw TemplateMistake("without keywords it would apply to every document", words)
    }
    guard let fields = map["fields"] else {
      throw TemplateMistake("the key fields is missing", nil)
    }
    return Template(
      name: file.name,
      issuer: map["issuer"].map(\.templateValue) ?? .text(keywords[0].text),
      keywords: keywords,
      excludedKeywords: try map["exclude_keywords"]?.texts().map(Self.keyword) ?? [],
      priority: map["priority"]?.int ?? 5,
      options: try options(map["options"]),
      fields: try self.fields(fields),
      lines: kept(map["lines"]) { node throws(TemplateMistake) in try node.linesRules() },
      tables: tables(map["tables"]),
      requiredFields: try map["required_fields"]?.texts()
        ?? ["date", "amount", "invoice_number", "issuer"]
    )
  }

  private mutating func root() throws(TemplateMistake) -> Node {
    if let refusal = YAMLGuard.refusal(of: file.text) {
      throw TemplateMistake(refusal.reason, line: refusal.line)
    }
    let root: Node?
    do {
      let tree = try RepeatedKeys.compose(file.text)
      problems += tree.mistakes.map(problem)
      root = tree.root
    } catch {
      throw Self.mistake(error)
    }
    guard let root else { throw TemplateMistake("the file is empty", nil) }
    return root
  }

  private static func mistake(_ error: any Error) -> TemplateMistake {
    guard let error = error as? YamlError else { return TemplateMistake("not YAML", nil) }
    switch error {
    case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
      .composer(_, let reason, let mark, _):
      return TemplateMistake("not YAML: \(reason)", line: mark.line, column: mark.column)
    default: return TemplateMistake("not YAML", nil)
    }
  }

  /// A keyword; what looks like a pattern is also tried as one.
  private static func keyword(_ text: String) -> Keyword {
    let looksLikePattern = text.contains { "\\([".contains($0) }
    let pattern =
      looksLikePattern
      ? (try? PythonSyntax.rewritten(text)).flatMap { try? Pattern($0) } : nil
    return Keyword(text: text, pattern: pattern)
  }

  private mutating func options(_ node: Node?) throws(TemplateMistake) -> TemplateOptions {
    var options = TemplateOptions()
    guard let node, !node.isNull else { return options }
    let map = try node.entries()
    name(
      unknown: map,
      among: [
        "remove_whitespace", "remove_accents", "lowercase", "currency", "date_formats",
        "languages", "decimal_separator", "replace", "priority", "locale", "strict_fields",
        "extra_fields",
      ]
    )
    options.removesWhitespace = map["remove_whitespace"]?.bool ?? false
    options.removesAccents = map["remove_accents"]?.bool ?? false
    options.lowercases = map["lowercase"]?.bool ?? false
    if let currency = map["currency"] { options.currency = currency.templateValue }
    if let mark = map["decimal_separator"]?.string, !mark.isEmpty {
      options.numbers = TemplateNumbers(decimalSeparator: mark)
    }
    if let formats = map["date_formats"], !formats.isNull {
      options.dates = TemplateDates(
        formats: try formats.texts().compactMap(DateFormat.init)
      )
    }
    if let replace = map["replace"], !replace.isNull {
      options.replacements = try replace.substitutions()
    }
    return options
  }

  private mutating func fields(_ node: Node) throws(TemplateMistake) -> [TemplateField] {
    guard let mapping = node.mapping else { throw TemplateMistake("expected fields", node) }
    var fields: [TemplateField] = []
    for (key, value) in mapping {
      guard let name = key.string else { throw TemplateMistake("a key is a text", key) }
      if RepeatedKeys.isReplaced(name) { continue }
      if value.isNull, name.hasPrefix("static_") {
        fields.append(try TemplateField.read(name, value))
        continue
      }
      let field = kept(value) { node throws(TemplateMistake) in
        try TemplateField.read(name, node)
      }
      if let field { fields.append(field) }
    }
    return fields
  }

  private mutating func tables(_ node: Node?) -> [TableRule] {
    guard let node, !node.isNull else { return [] }
    let entries = node.sequence.map(Array.init) ?? [node]
    return entries.compactMap { entry in
      kept(entry) { node throws(TemplateMistake) in try node.tableRule() }
    }
  }

  /// What a node is read as, or nil with its mistake among the problems.
  private mutating func kept<Value>(
    _ node: Node?,
    _ read: (Node) throws(TemplateMistake) -> Value
  ) -> Value? {
    guard let node, !node.isNull else { return nil }
    do {
      return try read(node)
    } catch {
      problems.append(problem(error))
      return nil
    }
  }

  private mutating func name(unknown map: [String: Node], among keys: [String]) {
    for (name, node) in map.sorted(by: { $0.key < $1.key }) where !keys.contains(name) {
      let hint = nearest(to: name, among: keys).map { "; did you mean \($0)?" } ?? ""
      problems.append(problem(TemplateMistake("unknown key \(name)\(hint)", node)))
    }
  }

  private func problem(_ mistake: TemplateMistake) -> Problem {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let excerpt =
      lines.indices.contains(mistake.line - 1)
      ? String(lines[mistake.line - 1].prefix(120)) : ""
    return Problem(
      .configuration,
      "rule-file-invalid",
      [
        "file": file.path, "line": String(mistake.line), "column": String(mistake.column),
        "excerpt": excerpt, "reason": mistake.reason,
      ]
    )
  }
}
