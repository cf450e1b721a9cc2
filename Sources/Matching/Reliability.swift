// Reliability.swift — what the matcher promised against what people decided.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// What became of the proposals of one kind, by what they promised.
package struct Reliability: Hashable, Sendable {
  /// Proposals whose probability lies in one range.
  package struct Class: Hashable, Sendable {
    /// The lowest probability of the class; the next class begins above it.
    package let from: Confidence
    package private(set) var count = 0
    package private(set) var kept = 0
    private var promises = 0

    fileprivate init(from: Confidence) { self.from = from }

    fileprivate mutating func add(_ judgement: LinkJudgement) {
      count += 1
      promises += Int(judgement.confidence.permille)
      if judgement.agrees { kept += 1 }
    }

    /// The mean of what was promised.
    package var promised: Confidence { Confidence(permille: promises / max(1, count)) }

    /// The share that people kept.
    package var observed: Confidence { Confidence(permille: 1000 * kept / max(1, count)) }
  }

  package let kind: LedgerEntry.Kind
  /// The likeliest first; classes without any proposal are left out.
  package let classes: [Class]
  /// Sure links, whatever their class.
  package let automatic: Class

  package init(of judgements: [LinkJudgement], kind: LedgerEntry.Kind) {
    var classes = Self.bounds.map { Class(from: Confidence(permille: $0)) }
    var automatic = Class(from: .none)
    for judgement in judgements where judgement.kind == kind {
      if judgement.wasAutomatic { automatic.add(judgement) }
      let place = classes.firstIndex { judgement.confidence >= $0.from }
      classes[place ?? classes.count - 1].add(judgement)
    }
    self.kind = kind
    self.classes = classes.filter { $0.count > 0 }
    self.automatic = automatic
  }

  /// Narrow where decisions are made, wide below.
  private static let bounds = [995, 990, 980, 950, 900, 800, 700, 600, 500, 0]
}
