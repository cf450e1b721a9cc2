// Ranking.swift — how likely each candidate is, none of them being possible too.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Invoicing

/// Candidates from the likeliest on, each with its probability.
struct Ranking {
  /// How often an invoice has a counterpart at all, before anything is known.
  private static let prior = 0.82

  let candidates: [Candidate]
  /// Of the same order, in permille.
  let permille: [Int]

  /// P = 2^s / N over (1 − π)/π + Σ 2^s / N, so that two equally good ones get a half each at most.
  init(_ candidates: [Candidate], population: Population) {
    self.candidates = candidates.sorted {
      ($1.deciBits, $0.entry.id) < ($0.deciBits, $1.entry.id)
    }
    let odds = self.candidates.map { exp2(Double($0.deciBits) / 10) / Double(population.size) }
    let whole = (1 - Self.prior) / Self.prior + odds.reduce(0, +)
    permille = odds.map { Int((1000 * $0 / whole).rounded(.down)) }
  }

  /// How far the first is ahead of the second, in tenths of a bit; a lot when it is alone.
  var margin: Int {
    candidates.count < 2 ? 1_000 : candidates[0].deciBits - candidates[1].deciBits
  }

  /// Whether two or three share what nobody has alone.
  var isAmbiguous: Bool {
    guard permille.count > 1 else { return false }
    if permille[0] > 200, permille[1] > 200, margin < 30 { return true }
    return permille[0] < 500 && permille.prefix(3).reduce(0, +) >= 500
  }

  /// The entries behind the first, at most three.
  var runnersUp: [LedgerEntryID] { candidates.dropFirst().prefix(3).map(\.entry.id) }
}
