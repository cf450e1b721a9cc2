// MappingNode.swift — a place in a YAML mapping file, so that every problem names it.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing
internal import Patterns
internal import Yams

/// A YAML value with the file it stands in and the key it stands under.
struct MappingNode {
  let node: Node
  let file: String
  let key: String

  /// The file's one mapping.
  ///
  /// - Throws: `mapping-syntax`.
  static func root(_ text: String, file: String) throws(Problem) -> MappingNode {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw problem("mapping-syntax", file, nil, ["detail": "empty"])
      }
      return MappingNode(node: node, file: file, key: "")
    } catch let error as Problem {
      throw error
    } catch let error as YamlError {
      throw syntaxProblem(error, file: file)
    } catch {
      throw problem("mapping-syntax", file, nil, ["detail": String(describing: error)])
    }
  }

  /// The values by key; every key must be known.
  ///
  /// - Throws: `mapping-value-wrong` when it is no mapping, `mapping-key-unknown`.
  func children(_ known: [String]) throws(Problem) -> [String: MappingNode] {
    guard let mapping = node.mapping else { throw wrong("key: value") }
    var children: [String: MappingNode] = [:]
    for (name, value) in mapping {
      let key = name.string ?? ""
      guard known.contains(key) else {
        let nearest = nearest(to: key, among: known) ?? known.joined(separator: ", ")
        let arguments = ["key": key, "nearest": nearest]
        throw Self.problem("mapping-key-unknown", file, name.mark, arguments)
      }
      children[key] = MappingNode(node: value, file: file, key: key)
    }
    return children
  }

  /// The values by key, whatever the keys.
  func entries() throws(Problem) -> [(key: String, value: MappingNode)] {
    guard let mapping = node.mapping else { throw wrong("key: value") }
    return mapping.map { name, value in
      (name.string ?? "", MappingNode(node: value, file: file, key: name.string ?? ""))
    }
  }

  func items() throws(Problem) -> [MappingNode] {
    guard let sequence = node.sequence else { throw wrong("[…]") }
    return sequence.map { MappingNode(node: $0, file: file, key: key) }
  }

  /// One text, as it is written.
  func text() throws(Problem) -> String {
    guard let scalar = node.scalar else { throw wrong("text") }
    return scalar.string
  }

  /// Whether it is one text, not a list or a mapping.
  var isScalar: Bool { node.scalar != nil }

  /// A list of texts, or one text.
  func texts() throws(Problem) -> [String] {
    guard node.sequence != nil else { return [try text()] }
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    return texts
  }

  func number() throws(Problem) -> Int {
    guard let number = Int(try text()), (0...1_000).contains(number) else { throw wrong("0…1000") }
    return number
  }

  /// - Throws: `mapping-value-wrong` with the texts that would do.
  func choice<Choice>(_ choices: [String: Choice]) throws(Problem) -> Choice {
    guard let choice = choices[try text()] else {
      throw wrong(choices.keys.sorted().joined(separator: ", "))
    }
    return choice
  }

  /// - Throws: `mapping-pattern-wrong` with PCRE2's message and offset.
  func pattern() throws(Problem) -> Pattern {
    let source = try text()
    do {
      return try Pattern(source, caseless: true)
    } catch {
      let arguments = ["key": key, "detail": error.message, "offset": String(error.offset)]
      throw Self.problem("mapping-pattern-wrong", file, node.mark, arguments)
    }
  }

  func missing(_ key: String) -> Problem {
    Self.problem("mapping-key-missing", file, node.mark, ["key": key])
  }

  func wrong(_ expected: String) -> Problem {
    Self.problem("mapping-value-wrong", file, node.mark, ["key": key, "expected": expected])
  }

  private static func syntaxProblem(_ error: YamlError, file: String) -> Problem {
    switch error {
    case .scanner(_, let detail, let mark, _), .parser(_, let detail, let mark, _),
      .composer(_, let detail, let mark, _):
      problem("mapping-syntax", file, mark, ["detail": detail])
    case .duplicatedKeysInMapping(let keys, let context):
      problem("mapping-syntax", file, context.mark, ["detail": keys.joined(separator: ", ")])
    default: problem("mapping-syntax", file, nil, ["detail": String(describing: error)])
    }
  }

  private static func problem(
    _ code: String,
    _ file: String,
    _ mark: Mark?,
    _ arguments: [String: String]
  ) -> Problem {
    let place = [
      "file": file, "line": String(mark?.line ?? 1), "column": String(mark?.column ?? 1),
    ]
    return Problem(.configuration, code, arguments.merging(place) { given, _ in given })
  }
}
