// PatternFinder.swift — the value that a regular expression finds in a row of text.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns

/// Finds a value by a regular expression over the text of each row; its group `value`, else its first
/// group, else the whole match is read.
struct PatternFinder: Sendable {
  let pattern: Pattern

  static let kind = FinderKind(key: "pattern", options: ["caseless"]) {
    node throws(RuleMistake) in
    .pattern(try PatternFinder(node))
  }

  private init(_ node: RuleNode) throws(RuleMistake) {
    guard let source = node.text("pattern") else { throw node.mistake("pattern", "a text") }
    do {
      pattern = try Pattern(source, caseless: node.flag("caseless") ?? true)
    } catch {
      throw node.mistake("pattern", "\(error.message) at character \(error.offset + 1)")
    }
  }

  /// Values of every match in every row, and in every segment with the one below it, for sentences
  /// that wrap.
  ///
  /// - Throws: `PatternLimit` where the limit was hit: on no other row it would end sooner.
  func candidates(for rule: Rule, in scene: Scene) throws(PatternLimit) -> [Candidate] {
    var found: [Candidate] = []
    for page in scene.pages {
      for line in page.lines + page.wrappedLines {
        for match in try pattern.matches(in: line.text, limit: 20) {
          found += candidates(of: match, in: line, rule: rule, scene: scene)
        }
      }
    }
    return found
  }

  private func candidates(
    of match: PatternMatch,
    in line: Segment,
    rule: Rule,
    scene: Scene
  ) -> [Candidate] {
    guard let range = match.group("value") ?? match.group(1) ?? match.group(0),
      let words = words(of: line, covering: range)
    else { return [] }
    return scene.values.values(of: rule, in: line, words: words).prefix(1).map {
      Candidate($0, in: line, rule: rule, weight: rule.weight)
    }
  }

  /// The words that UTF-8 offsets of the segment's text cover.
  private func words(of line: Segment, covering range: Range<Int>) -> Range<Int>? {
    var offset = 0
    var covered: [Int] = []
    for (index, word) in line.words.enumerated() {
      let end = offset + word.text.utf8.count
      if offset < range.upperBound, end > range.lowerBound { covered.append(index) }
      offset = end + 1
    }
    guard let first = covered.first, let last = covered.last else { return nil }
    return first..<(last + 1)
  }
}
