// Rule.swift — one proposal of a rule file: a field and how to find it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// One entry of a rule file: where the value of a field may stand.
///
/// It proposes; it never decides.
struct Rule: Sendable {
  let id: RuleID
  let field: FieldDefinition
  let finder: Finder
  /// How much this rule is trusted, 0...1000.
  let weight: Int
  /// The country whose prefix a VAT id printed without one belongs to, ISO 3166-1 alpha-2.
  let country: String?

  /// Says that its pattern took too long and was given up.
  var costlyFinding: Finding {
    Finding(.warning, "rule-pattern-costly", field: field.name, ["rule": id.path])
  }
}

/// The ways of finding a value.
///
/// `Finders.all` lists their keys in rule files.
enum Finder: Sendable {
  case label(LabelFinder)
  case pattern(PatternFinder)
  case region(RegionFinder)
  case table(TableFinder)
  case fixed(FixedFinder)
  case known(KnownFinder)
  case form(FormFinder)
}

/// A value that a rule proposes, still as words: the joint choice reads and weighs it.
struct Candidate: Hashable, Sendable {
  let value: FieldValue
  /// 0...1000: the rule's weight, lowered by distance, fuzziness and doubtful recognition.
  private(set) var weight: Int
  let page: Int
  let box: Box
  let text: String
  private(set) var rule: RuleID
  /// The lowest confidence of the words it was read from.
  let reading: Confidence

  var origin: Evidence.Origin { .printed(page: page, box: box) }

  /// The same candidate with another weight.
  func weighed(at weight: Int) -> Candidate {
    var copy = self
    copy.weight = weight
    return copy
  }

  /// The same candidate by another rule.
  func renamed(_ rule: RuleID) -> Candidate {
    var copy = self
    copy.rule = rule
    return copy
  }

  /// Evidence that says so with this confidence.
  func evidence(_ confidence: Confidence) -> Evidence {
    Evidence(origin: origin, text: text, rule: rule, confidence: confidence)
  }
}
