// YAMLSection.swift — a mapping of a YAML file whose keys are all known.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Yams

/// A mapping of facturier.yml; every problem names its line and column.
struct YAMLSection {
  let file: String
  /// "company", or empty for the whole file.
  let path: String
  private var values: [String: Node] = [:]
  private(set) var lines: [String: Int] = [:]

  /// The mapping in a node.
  ///
  /// - Throws: configuration `configuration-value`, `configuration-unknown-key`
  ///   {path, line, column, key, nearest}.
  init(
    _ node: Node,
    file: String,
    path: String,
    known: [String]
  ) throws(Problem) {
    self.file = file
    self.path = path
    if node.isEmptyValue { return }
    guard let mapping = node.mapping else { throw wrong(node, path, expected: "mapping") }
    for (keyNode, value) in mapping {
      let key = keyNode.string ?? ""
      guard known.contains(key) else { throw unknown(keyNode, key, known) }
      values[key] = value.isEmptyValue ? nil : value
      lines[fullName(key)] = keyNode.mark?.line ?? 0
    }
  }

  /// The section below a key, or nil when the file has none.
  func section(_ key: String, known: [String]) throws(Problem) -> YAMLSection? {
    guard let node = values[key] else { return nil }
    return try YAMLSection(node, file: file, path: fullName(key), known: known)
  }

  /// A scalar read by `read`, or nil when the file has none.
  ///
  /// - Throws: `configuration-value` {path, line, column, key, value, expected} when `read` gives nil.
  func value<Value>(
    _ key: String,
    expected: String,
    _ read: (String) -> Value?
  ) throws(Problem) -> Value? {
    guard let node = values[key] else { return nil }
    guard let text = node.scalar?.string, let value = read(text) else {
      throw wrong(node, fullName(key), expected: expected)
    }
    return value
  }

  /// A list of scalars, each read by `read`; one scalar is a list of one.
  func list<Value>(
    _ key: String,
    expected: String,
    _ read: (String) -> Value?
  ) throws(Problem) -> [Value]? {
    guard let node = values[key] else { return nil }
    let nodes = node.sequence.map(Array.init) ?? [node]
    var list: [Value] = []
    for node in nodes {
      guard let text = node.scalar?.string, let value = read(text) else {
        throw wrong(node, fullName(key), expected: expected)
      }
      list.append(value)
    }
    return list
  }

  private func fullName(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  private func unknown(_ node: Node, _ key: String, _ known: [String]) -> Problem {
    var arguments = place(node)
    arguments["key"] = fullName(key)
    arguments["nearest"] = nearest(to: key, among: known).map(fullName) ?? ""
    arguments["known"] = known.joined(separator: ", ")
    return Problem(.configuration, "configuration-unknown-key", arguments)
  }

  private func wrong(_ node: Node, _ key: String, expected: String) -> Problem {
    var arguments = place(node)
    arguments["key"] = key
    arguments["value"] = node.scalar?.string ?? ""
    arguments["expected"] = expected
    return Problem(.configuration, "configuration-value", arguments)
  }

  private func place(_ node: Node) -> [String: String] {
    [
      "path": file, "line": String(node.mark?.line ?? 1), "column": String(node.mark?.column ?? 1),
    ]
  }
}

extension Node {
  /// Whether nothing stands behind the key: `name:` and `name: null` are the same as no key.
  fileprivate var isEmptyValue: Bool {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}
