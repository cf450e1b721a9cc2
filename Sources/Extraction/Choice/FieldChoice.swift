// FieldChoice.swift — the best candidate of one field, and how sure it is.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A field's chosen candidate with its confidence and the other values it could have.
struct FieldChoice: Sendable {
  let candidate: Candidate
  let confidence: Confidence
  let alternatives: [Extracted<FieldValue>]

  /// The heaviest candidate.
  ///
  /// Candidates of one value support each other; a rival value of nearly the same weight makes the
  /// choice doubtful.
  ///
  /// `verified` says whether the value carries check digits that agree.
  static func best(
    of candidates: [Candidate],
    verified: Bool = false,
    where isPossible: (Candidate) -> Bool = { _ in true }
  ) -> FieldChoice? {
    let possible = candidates.filter(isPossible).sorted(by: Candidate.isWeightier)
    let groups = Dictionary(grouping: possible, by: \.value)
    let ranked = groups.values.compactMap { group -> (Candidate, Int)? in
      guard let first = group.first else { return nil }
      let places = Set(group.map { [$0.page, Int($0.box.top), Int($0.box.left)] })
      return (first, first.weight + min(3, places.count - 1) * 40)
    }.sorted { left, right in
      left.1 == right.1 ? Candidate.isWeightier(left.0, right.0) : left.1 > right.1
    }
    guard let (winner, weight) = ranked.first else { return nil }
    let rival = ranked.dropFirst().first?.1 ?? 0
    let confidence = confidence(of: winner, weight: weight, rival: rival, verified: verified)
    let alternatives = ranked.dropFirst().prefix(3).map { candidate, weight in
      Extracted(
        value: candidate.value,
        evidence: candidate.evidence(Confidence(permille: min(500, weight / 2)))
      )
    }
    return FieldChoice(
      candidate: winner,
      confidence: confidence,
      alternatives: Array(alternatives)
    )
  }

  private static func confidence(
    of candidate: Candidate,
    weight: Int,
    rival: Int,
    verified: Bool
  ) -> Confidence {
    var permille = min(970, 560 + weight * 2 / 5)
    if verified { permille = max(permille, 975) }
    let margin = weight - rival
    if margin < 60 {
      permille -= 250
    } else if margin < 150 {
      permille -= verified ? 20 : 80
    }
    // What recognition doubts, we doubt, unless check digits agree.
    if !verified, candidate.reading < Confidence(permille: 900) {
      permille = permille * (550 + Int(candidate.reading.permille) / 2) / 1000
    }
    return Confidence(permille: permille)
  }
}
