// Weight.swift — evidence in tenths of a bit (Fellegi and Sunter, 1969).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Invoicing

/// A level of agreement: how often true pairs show it (m) and how often others do (u).
struct Weight {
  let m: Double
  let u: Double

  /// log2(m/u) in tenths, rounded.
  var deciBits: Int { Int((10 * log2(m / u)).rounded()) }
}

/// How many entries of a ledger share values; a small ledger says little, so it counts as 500.
struct Population {
  static let least = 500

  let size: Int

  init(_ answers: LedgerAnswers) { size = max(Self.least, answers.entryCount) }

  /// The share of entries with a value that `count` of them have; never nothing.
  func share(_ count: Int) -> Double { Double(max(1, count)) / Double(size) }
}

/// Kinds of evidence that are independent of each other: two strong ones make a match sure.
enum EvidenceClass: Hashable {
  case amount, reference, supplier, date
}

/// What one comparison says.
struct Evidence {
  let kind: EvidenceClass
  let reason: MatchReason
  /// It forbids that the match is made without a person.
  let isVeto: Bool

  init(
    _ kind: EvidenceClass,
    _ code: String,
    _ arguments: [String: String] = [:],
    weight: Weight?,
    isVeto: Bool = false
  ) {
    self.kind = kind
    self.isVeto = isVeto
    reason = MatchReason(code: code, arguments: arguments, deciBits: weight?.deciBits ?? 0)
  }
}
