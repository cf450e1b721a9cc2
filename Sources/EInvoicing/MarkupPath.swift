// MarkupPath.swift — the small part of XPath that business terms are found by.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// The small part of XPath 1.0 that business terms are found by.
///
/// Names of children from the root's down, "A/B", each with any number of conditions: "[@key='v']"
/// and "[@key!='v']" on an attribute, "[C/D='v']" on the text of a descendant; "|" parts paths of which
/// all count, in their order. Prefixes are left out, since a tree keeps none.
package struct MarkupPath: Hashable, Sendable, ExpressibleByStringLiteral {
  private struct Condition: Hashable {
    let names: [String]
    let attribute: String?
    let value: String
    let isEqual: Bool
  }

  private struct Step: Hashable {
    let name: String
    let conditions: [Condition]
  }

  /// As it was written.
  package let text: String
  private let alternatives: [[Step]]

  package init(stringLiteral text: String) { self.init(text) }

  package init(_ text: String) {
    self.text = text
    alternatives = text.split(separator: "|").map { alternative in
      Self.parts(of: alternative, at: "/").map(Self.step)
    }
  }

  /// The elements that it leads to from this one, in the order of the file.
  package func elements(from start: MarkupElement) -> [MarkupElement] {
    alternatives.flatMap { steps in
      steps.reduce([start]) { found, step in
        found.flatMap(\.children).filter { child in
          child.name == step.name && step.conditions.allSatisfy { Self.holds($0, in: child) }
        }
      }
    }
  }

  /// The first of `elements`, without looking for the others.
  package func first(from start: MarkupElement) -> MarkupElement? {
    first(from: start) { _ in true }
  }

  /// The first text that is not empty.
  package func firstText(from start: MarkupElement) -> String? {
    first(from: start) { !$0.text.isEmpty }?.text
  }

  private func first(
    from start: MarkupElement,
    where isWanted: (MarkupElement) -> Bool
  ) -> MarkupElement? {
    for steps in alternatives {
      if let found = Self.first(steps[...], start, isWanted) { return found }
    }
    return nil
  }

  private static func first(
    _ steps: ArraySlice<Step>,
    _ element: MarkupElement,
    _ isWanted: (MarkupElement) -> Bool
  ) -> MarkupElement? {
    guard let step = steps.first else { return isWanted(element) ? element : nil }
    for child in element.children where child.name == step.name {
      guard step.conditions.allSatisfy({ holds($0, in: child) }) else { continue }
      if let found = first(steps.dropFirst(), child, isWanted) { return found }
    }
    return nil
  }

  private static func holds(_ condition: Condition, in element: MarkupElement) -> Bool {
    let values: [String]
    if let attribute = condition.attribute {
      values = [element.attributes[attribute] ?? ""]
    } else {
      values = condition.names.reduce([element]) { found, name in
        found.flatMap(\.children).filter { $0.name == name }
      }.map(\.text)
    }
    return condition.isEqual
      ? values.contains(condition.value) : !values.contains(condition.value)
  }

  private static func step(_ text: Substring) -> Step {
    let pieces = text.split(separator: "[")
    return Step(
      name: String(pieces.first ?? ""),
      conditions: pieces.dropFirst().map { condition($0.prefix { $0 != "]" }) }
    )
  }

  private static func condition(_ text: Substring) -> Condition {
    let sides = text.split(separator: "=", maxSplits: 1)
    let isEqual = sides.first?.hasSuffix("!") == false
    let left = isEqual ? sides.first ?? "" : (sides.first ?? "").dropLast()
    let value = sides.dropFirst().first.map { String($0.filter { $0 != "'" }) } ?? ""
    let isAttribute = left.hasPrefix("@")
    return Condition(
      names: isAttribute ? [] : left.split(separator: "/").map(String.init),
      attribute: isAttribute ? String(left.dropFirst()) : nil,
      value: value,
      isEqual: isEqual
    )
  }

  /// The parts of a path; a separator inside a condition parts nothing.
  private static func parts(of text: Substring, at separator: Character) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "[": depth += 1
      case "]": depth -= 1
      case separator where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    return parts + [text[start...]]
  }
}
