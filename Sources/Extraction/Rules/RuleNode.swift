// RuleNode.swift — what a finder reads its keys from.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Yams

/// The keys of one rule, for the finder that reads them.
struct RuleNode {
  let map: [String: Node]
  let mark: Mark?

  /// The text of a key, or nil when it is absent or no text.
  func text(_ key: String) -> String? { map[key]?.string }

  /// Whether a key says yes; nil when it is absent.
  func flag(_ key: String) -> Bool? { map[key]?.bool }

  /// What is wrong with the value of a key, at its place.
  func mistake(_ key: String, _ reason: String) -> RuleMistake {
    RuleMistake("\(key): \(reason)", map[key]?.mark ?? mark)
  }

  /// The texts of a key: one, or a list; empty when the key is absent.
  func texts(_ key: String) throws(RuleMistake) -> [String] {
    guard let node = map[key] else { return [] }
    if let text = node.string { return [text] }
    guard let list = node.sequence else { throw mistake(key, "expected texts") }
    var texts: [String] = []
    for item in list {
      guard let text = item.string else {
        throw RuleMistake("\(key): expected a text", item.mark)
      }
      texts.append(text)
    }
    return texts
  }

  /// The whole numbers of a key, or nil when the key is absent.
  func numbers(_ key: String) throws(RuleMistake) -> [Int]? {
    guard let node = map[key] else { return nil }
    if let number = node.int { return [number] }
    let numbers = node.sequence?.compactMap(\.int)
    guard let numbers, numbers.count == node.sequence?.count else {
      throw mistake(key, "expected whole numbers")
    }
    return numbers
  }
}

/// What is wrong with a rule, and where.
struct RuleMistake: Error {
  let reason: String
  let mark: Mark?

  init(_ reason: String, _ mark: Mark?) {
    self.reason = reason
    self.mark = mark
  }
}
