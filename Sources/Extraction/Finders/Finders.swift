// Finders.swift — the ways of finding a value that rule files may name.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns

/// A kind of finder: its key in rule files, its options, and how it is read.
struct FinderKind: Sendable {
  /// The key that names it: "label".
  let key: String
  /// Further keys that it understands.
  let options: [String]
  let read: @Sendable (RuleNode) throws(RuleMistake) -> Finder
}

/// Every finder.
///
/// A new one is a file in this folder and a line here.
enum Finders {
  static let all: [FinderKind] = [
    LabelFinder.kind, PatternFinder.kind, RegionFinder.kind, TableFinder.kind, FixedFinder.kind,
    KnownFinder.kind, FormFinder.kind,
  ]
}

extension Scene {
  /// What the rules in force propose for every field, the weightiest first within a field, and the rules
  /// whose pattern took too long and was given up.
  func candidates() -> (found: [FieldDefinition: [Candidate]], givenUp: [Rule]) {
    var found: [FieldDefinition: [Candidate]] = [:]
    var givenUp: [Rule] = []
    for (index, rule) in rules.enumerated() {
      do throws(PatternLimit) {
        found[rule.field, default: []] += try candidates(of: rule, index: index)
      } catch {
        givenUp.append(rule)
      }
    }
    return (found.mapValues { $0.sorted(by: Candidate.isWeightier) }, givenUp)
  }

  /// What one of the rules in force proposes; `index` is its place among them.
  ///
  /// - Throws: `PatternLimit` when its pattern was given up.
  func candidates(of rule: Rule, index: Int) throws(PatternLimit) -> [Candidate] {
    switch rule.finder {
    case .label(let finder): finder.candidates(for: rule, index: index, in: self)
    case .pattern(let finder): try finder.candidates(for: rule, in: self)
    case .region(let finder): finder.candidates(for: rule, in: self)
    case .table(let finder): finder.candidates(for: rule, in: self)
    case .fixed(let finder): finder.candidates(for: rule, in: self)
    case .known(let finder): finder.candidates(for: rule, in: self)
    case .form(let finder): finder.candidates(for: rule, in: self)
    }
  }
}

extension Candidate {
  /// The order of candidates: by weight, then by place on the page, so that it never depends on chance.
  static func isWeightier(_ left: Candidate, _ right: Candidate) -> Bool {
    (right.weight, left.page, left.box.top, left.box.left, left.rule)
      < (left.weight, right.page, right.box.top, right.box.left, right.rule)
  }

  /// A candidate of a value read from words of a segment.
  init(
    _ read: ReadValue,
    in segment: Segment,
    rule: Rule,
    weight: Int
  ) {
    let reading = segment.confidence(of: read.words)
    self.init(
      value: read.value,
      weight: weight * read.quality / 1000,
      page: segment.page,
      box: segment.box(of: read.words),
      text: segment.text(of: read.words),
      rule: read.isRepaired ? rule.id.repaired : rule.id,
      reading: reading
    )
  }
}

extension RuleID {
  /// The rule, where one misread character was repaired: "generic/fr/iban+repaired".
  var repaired: RuleID { RuleID(path + "+repaired") }
}
