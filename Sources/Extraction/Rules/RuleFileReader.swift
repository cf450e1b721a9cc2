// RuleFileReader.swift — YAML to a profile, with the place of every mistake.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns
import Yams

/// Reads a rule file.
///
/// Every mistake is a problem with line, column and what was expected.
struct RuleFileReader {
  private let file: RuleFile

  /// The profile that a rule file writes.
  ///
  /// - Throws: `rule-file-invalid` with file, line, column, reason and excerpt.
  static func profile(of file: RuleFile) throws(Problem) -> Profile {
    try RuleFileReader(file: file).profile()
  }

  private func profile() throws(Problem) -> Profile {
    if let refusal = YAMLGuard.refusal(of: file.text) {
      throw problem(line: refusal.line, refusal.reason)
    }
    // Bytes that were no UTF-8 were read as this sign.
    if let line = lines.firstIndex(where: { $0.contains("\u{FFFD}") }) {
      throw problem(line: line + 1, "not UTF-8")
    }
    let map = try mapping(try root())
    try allow(
      map,
      keys: [
        "profile", "language", "seller", "words", "months", "document_types", "phrases", "fields",
        "columns", "defaults", "examples",
      ]
    )
    guard let name = map["profile"]?.string, !name.isEmpty else {
      throw problem(nil, "the key profile is missing")
    }
    let language = map["language"]?.string
    let seller = try map["seller"].map(sellerMark)
    guard (language == nil) != (seller == nil) else {
      throw problem(nil, "a rule file has either language or seller")
    }
    return Profile(
      name: name,
      language: language,
      seller: seller,
      lexicon: try lexicon(map),
      rules: try rules(map["fields"], profile: name),
      defaults: try defaults(map["defaults"]),
      examples: try examples(map["examples"])
    )
  }

  private func root() throws(Problem) -> Node {
    do {
      guard let node = try Yams.compose(yaml: file.text) else {
        throw problem(nil, "the file is empty")
      }
      return node
    } catch let problem as Problem {
      throw problem
    } catch let error as YamlError {
      throw problem(Self.mark(of: error), "not YAML: \(Self.reason(of: error))")
    } catch {
      throw problem(nil, "not YAML")
    }
  }

  private func lexicon(_ map: [String: Node]) throws(Problem) -> Lexicon {
    var lexicon = Lexicon()
    lexicon.words = Set(try texts(map["words"]).map { folded($0) })
    if let node = map["months"] {
      for (name, value) in try mapping(node) {
        guard let month = value.int, (1...12).contains(month) else {
          throw problem(value.mark, "a month is a number from 1 to 12")
        }
        lexicon.months[folded(name)] = month
      }
    }
    lexicon.documentTypes = try labelLists(map["document_types"])
    lexicon.phrases = try labelLists(map["phrases"])
    lexicon.columns = try labelLists(map["columns"])
    return lexicon
  }

  private func labelLists<Key: RawRepresentable & Hashable & CaseIterable>(
    _ node: Node?
  ) throws(Problem) -> [Key: [LabelText]] where Key.RawValue == String {
    guard let node else { return [:] }
    var lists: [Key: [LabelText]] = [:]
    for (name, value) in try mapping(node) {
      guard let key = Key(rawValue: name) else {
        throw unknown(name, among: Key.allCases.map(\.rawValue), at: value.mark)
      }
      lists[key] = try texts(value).compactMap(LabelText.init)
    }
    return lists
  }

  private func sellerMark(_ node: Node) throws(Problem) -> SellerMark {
    let map = try mapping(node)
    try allow(map, keys: ["name", "vat_id", "siren", "legal_id", "ibans", "names", "phrases"])
    let mark = SellerMark(
      name: map["name"]?.string,
      vatID: map["vat_id"]?.string.map(lettersAndDigits),
      siren: map["siren"]?.string.map(lettersAndDigits),
      legalID: map["legal_id"]?.string.map(lettersAndDigits),
      ibans: try texts(map["ibans"]).map(lettersAndDigits),
      names: try texts(map["names"]),
      phrases: try texts(map["phrases"])
    )
    guard
      mark.vatID != nil || mark.siren != nil || mark.legalID != nil || !mark.ibans.isEmpty
        || !mark.names.isEmpty
        || !mark.phrases.isEmpty
    else { throw problem(node.mark, "seller names nothing that could be found on a page") }
    return mark
  }

  private func rules(_ node: Node?, profile: String) throws(Problem) -> [Rule] {
    guard let node else { return [] }
    var rules: [Rule] = []
    for (name, list) in try mapping(node) {
      guard let field = FieldDefinition.named(FieldName(name)) else {
        throw unknown(name, among: FieldDefinition.all.map(\.name.name), at: list.mark)
      }
      for entry in list.sequence.map(Array.init) ?? [list] {
        rules.append(try rule(entry, field: field, profile: profile))
      }
    }
    return rules.sorted { $0.id < $1.id }
  }

  private func rule(
    _ node: Node,
    field: FieldDefinition,
    profile: String
  ) throws(Problem) -> Rule {
    let map = try mapping(node)
    let named = Finders.all.filter { map[$0.key] != nil }
    // Beside a label a form is no finder but an option.
    let kinds = named.filter { kind in !named.contains { $0.options.contains(kind.key) } }
    guard kinds.count == 1, let kind = kinds.first else {
      let keys = Finders.all.map(\.key).joined(separator: ", ")
      throw problem(node.mark, "a rule has exactly one of the keys \(keys)")
    }
    try allow(map, keys: [kind.key, "weight", "country"] + kind.options)
    let weight = map["weight"].map { $0.int ?? -1 } ?? 800
    guard (0...1000).contains(weight) else {
      throw problem(map["weight"]?.mark, "weight is a number from 0 to 1000")
    }
    let finder: Finder
    do {
      finder = try kind.read(RuleNode(map: map, mark: node.mark))
    } catch {
      throw problem(error.mark ?? node.mark, error.reason)
    }
    return Rule(
      id: RuleID("\(profile)/\(field.name.name)"),
      field: field,
      finder: finder,
      weight: weight,
      country: map["country"]?.string
    )
  }

  private func defaults(_ node: Node?) throws(Problem) -> [FieldName: FieldValue] {
    guard let node else { return [:] }
    var defaults: [FieldName: FieldValue] = [:]
    for (name, value) in try mapping(node) {
      guard let field = FieldDefinition.named(FieldName(name)) else {
        throw unknown(name, among: FieldDefinition.all.map(\.name.name), at: value.mark)
      }
      guard let text = value.string, [.text, .code, .identifier].contains(field.kind) else {
        throw problem(value.mark, "a default is a text, for a field that is a text or a code")
      }
      defaults[field.name] = .text(text)
    }
    return defaults
  }

  private func examples(_ node: Node?) throws(Problem) -> [RuleExample] {
    guard let node else { return [] }
    guard let list = node.sequence else { throw problem(node.mark, "expected a list of examples") }
    var examples: [RuleExample] = []
    for entry in list { examples.append(try example(entry)) }
    return examples
  }

  private func example(_ node: Node) throws(Problem) -> RuleExample {
    let map = try mapping(node)
    try allow(map, keys: ["sample", "fields"])
    guard let sample = map["sample"]?.string, !sample.isEmpty else {
      throw problem(node.mark, "an example names its sample, a document")
    }
    guard let fields = map["fields"] else {
      throw problem(node.mark, "an example says which fields must be found")
    }
    var expected: [FieldName: RuleExample.Expected] = [:]
    for (name, value) in try mapping(fields) {
      guard let field = FieldDefinition.named(FieldName(name)) else {
        throw unknown(name, among: FieldDefinition.all.map(\.name.name), at: value.mark)
      }
      if value.null != nil {
        expected[field.name] = .absent
      } else if let read = value.string.flatMap({ RuleExample.Expected($0, of: field) }) {
        expected[field.name] = read
      } else {
        throw problem(value.mark, "\(name) is expected as a text, 2026-11-20, 119.88, true or null")
      }
    }
    return RuleExample(sample: sample, fields: expected)
  }
}

extension RuleFileReader {
  private func mapping(_ node: Node) throws(Problem) -> [String: Node] {
    guard let mapping = node.mapping else { throw problem(node.mark, "expected keys and values") }
    var map: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string else { throw problem(key.mark, "a key is a text") }
      guard map[name] == nil else { throw problem(key.mark, "the key \(name) stands twice") }
      map[name] = value
    }
    return map
  }

  private func texts(_ node: Node?) throws(Problem) -> [String] {
    guard let node else { return [] }
    if let text = node.string { return [text] }
    guard let list = node.sequence else { throw problem(node.mark, "expected a list of texts") }
    var texts: [String] = []
    for item in list {
      guard let text = item.string else { throw problem(item.mark, "expected a text") }
      texts.append(text)
    }
    return texts
  }

  private func allow(_ map: [String: Node], keys: [String]) throws(Problem) {
    for (name, value) in map.sorted(by: { $0.key < $1.key }) where !keys.contains(name) {
      throw unknown(name, among: keys, at: value.mark)
    }
  }

  private func unknown(_ name: String, among keys: [String], at mark: Mark?) -> Problem {
    let nearest = keys.min { (editDistance(name, $0), $0) < (editDistance(name, $1), $1) }
    return problem(mark, "unknown key \(name); did you mean \(nearest ?? "")?")
  }

  private func problem(_ mark: Mark?, _ reason: String) -> Problem {
    problem(line: mark?.line ?? 1, column: mark?.column ?? 1, reason)
  }

  private var lines: [Substring] {
    file.text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  private func problem(line: Int, column: Int = 1, _ reason: String) -> Problem {
    let lines = lines
    let excerpt = lines.indices.contains(line - 1) ? String(lines[line - 1].prefix(120)) : ""
    return Problem(
      .configuration,
      "rule-file-invalid",
      [
        "file": file.path, "line": String(line), "column": String(column),
        "excerpt": excerpt, "reason": reason,
      ]
    )
  }

  private static func mark(of error: YamlError) -> Mark? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
    default: nil
    }
  }

  private static func reason(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    default: "\(error)"
    }
  }
}
