// TemplateNode+Rules.swift — fields, lines, tables and areas of a template file.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns
import Yams

extension TemplateField {
  /// A field by its key and value: with a parser, static, or in the short form.
  static func read(_ name: String, _ node: Node) throws(TemplateMistake) -> TemplateField {
    if node.mapping != nil { return try withParser(name, node) }
    if name.hasPrefix("static_") {
      let stored = name.replacing("static_", with: "")
      return TemplateField(name: stored, rule: .stated(node.templateValue), area: nil)
    }
    var rule = RegexRule(patterns: try node.singleGroupPatterns())
    if name.hasPrefix("sum_amount"), node.sequence != nil {
      rule.type = .float
      rule.group = .sum
      return TemplateField(name: String(name.dropFirst(4)), rule: .regex(rule), area: nil)
    }
    if name.hasPrefix("date") || name.hasSuffix("date") {
      rule.type = .date
    } else if name.hasPrefix("amount") {
      rule.type = .float
    }
    return TemplateField(name: name, rule: .regex(rule), area: nil)
  }

  private static func withParser(
    _ name: String,
    _ node: Node
  ) throws(TemplateMistake) -> TemplateField {
    let map = try node.entries()
    let rule: FieldRule
    switch map["parser"]?.string {
    case "regex": rule = .regex(try regexRule(map, node))
    case "static":
      guard let value = map["value"] else {
        throw TemplateMistake("the key value is missing", node)
      }
      rule = .stated(value.templateValue)
    case "lines": rule = .lines(try node.linesRules())
    case let parser?: throw TemplateMistake("unknown parser \(parser)", map["parser"])
    case nil: throw TemplateMistake("a field has a parser: regex, static or lines", node)
    }
    return TemplateField(name: name, rule: rule, area: try map["area"]?.area())
  }

  private static func regexRule(
    _ map: [String: Node],
    _ node: Node
  ) throws(TemplateMistake) -> RegexRule {
    guard let regex = map["regex"] else { throw TemplateMistake("the key regex is missing", node) }
    var rule = RegexRule(patterns: try regex.singleGroupPatterns())
    rule.replacements = try map["replace"]?.substitutions() ?? []
    rule.extractsNumber = map["extract_number"]?.bool ?? false
    rule.type = try map["type"]?.word(ValueType.self)
    rule.group = try map["group"]?.word(Grouping.self)
    return rule
  }
}

extension Node {
  /// Patterns of a field: two groups would not tell which one is the value.
  fileprivate func singleGroupPatterns() throws(TemplateMistake) -> [Pattern] {
    let patterns = try patterns()
    if let several = patterns.first(where: { $0.groupCount > 1 }) {
      throw TemplateMistake("more than one group in \(several.source)", self)
    }
    return patterns
  }

  /// The rules of a parser for lines: one in the keys themselves, or a list under `rules`.
  ///
  /// Without `rules` the keys line_separator and replace mean nothing, as in the original.
  func linesRules() throws(TemplateMistake) -> [LinesRule] {
    let map = try entries()
    guard let list = map["rules"] else { return [try linesRule(isListed: false)] }
    guard let sequence = list.sequence else { throw TemplateMistake("expected a list", list) }
    var rules: [LinesRule] = []
    for item in sequence { rules.append(try item.linesRule(isListed: true)) }
    return rules
  }

  private func linesRule(isListed: Bool) throws(TemplateMistake) -> LinesRule {
    let map = try entries()
    guard let start = map["start"], let end = map["end"], let line = map["line"] else {
      throw TemplateMistake("lines need start, end and line", self)
    }
    var rule = LinesRule(
      start: try start.pattern(),
      end: try end.pattern(),
      line: try line.patterns()
    )
    rule.endsLast = map["end_match"]?.string == "last"
    rule.firstLine = try map["first_line"]?.patterns() ?? []
    rule.lastLine = try map["last_line"]?.patterns() ?? []
    rule.skipLine = try map["skip_line"]?.patterns() ?? []
    rule.types = try map["types"]?.words(ValueType.self) ?? [:]
    guard isListed else { return rule }
    rule.separator = try map["line_separator"]?.pattern()
    if let replace = map["replace"] {
      for part in replace.sequence.map(Array.init) ?? [replace] {
        for (name, pairs) in try part.entries() {
          rule.replacements[name, default: []] += try pairs.substitutions()
        }
      }
    }
    return rule
  }

  /// A table.
  func tableRule() throws(TemplateMistake) -> TableRule {
    let map = try entries()
    guard let start = map["start"], let end = map["end"], let body = map["body"] else {
      throw TemplateMistake("a table needs start, end and body", self)
    }
    var rule = TableRule(
      start: try start.pattern(),
      end: try end.pattern(),
      body: try body.pattern()
    )
    rule.separator = try map["line_separator"]?.pattern()
    rule.types = try map["types"]?.words(ValueType.self) ?? [:]
    for (name, node) in try map["fields"]?.entries() ?? [:] {
      let field = try node.entries()
      if rule.types[name] == nil { rule.types[name] = try field["type"]?.word(ValueType.self) }
      rule.groups[name] = try field["group"]?.word(Grouping.self)
    }
    return rule
  }

  /// An area: pages f to l, x, y, width W and height H in pixels at r to the inch.
  fileprivate func area() throws(TemplateMistake) -> TemplateArea {
    let map = try entries()
    var numbers: [String: Int] = [:]
    for key in ["f", "l", "x", "y", "r", "W", "H"] {
      guard let number = map[key]?.int, (0...100_000).contains(number) else {
        throw TemplateMistake("an area needs the whole number \(key)", map[key] ?? self)
      }
      numbers[key] = number
    }
    func number(_ key: String) -> Int { numbers[key] ?? 0 }
    let resolution = number("r")
    guard resolution > 0, number("f") > 0, number("f") <= number("l") else {
      throw TemplateMistake("an area needs pages from f to l and a resolution r", self)
    }
    func tenths(_ pixels: Int) -> Int32 { Int32(clamping: pixels * 720 / resolution) }
    return TemplateArea(
      pages: number("f")...number("l"),
      box: Box(
        left: tenths(number("x")),
        top: tenths(number("y")),
        right: tenths(number("x") + number("W")),
        bottom: tenths(number("y") + number("H"))
      )
    )
  }
}
