// SellerProfiles.swift — what the rules of the seller at hand are worth beside the general ones.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// What the rules of the seller at hand are worth beside the general ones.
enum SellerProfiles {
  /// The candidates with what others propose among them.
  static func joined(
    _ candidates: [FieldDefinition: [Candidate]],
    with proposals: [Proposal],
    on pages: [PageLayout]
  ) -> [FieldDefinition: [Candidate]] {
    var joined = candidates
    for proposal in proposals {
      guard let field = FieldDefinition.named(proposal.field) else { continue }
      joined[field, default: []].append(proposal.candidate(on: pages))
      joined[field]?.sort(by: Candidate.isWeightier)
    }
    return joined
  }

  /// The candidates, where other values than the one that a supplier's rule proposes strongly, or else a
  /// template, weigh a quarter less.
  ///
  /// Amounts are left as they are: arithmetic chooses among them. So is everything where the rules of
  /// one supplier propose two values: one of them was misread, or the paper has changed.
  static func preferred(
    _ candidates: [FieldDefinition: [Candidate]],
    by profiles: [Profile]
  ) -> [FieldDefinition: [Candidate]] {
    var preferred = candidates
    for (field, found) in candidates where field.kind != .amount {
      let ofSupplier = found.filter { candidate in profiles.contains { candidate.isFound(by: $0) } }
      let ofTemplate = found.filter { $0.rule.path.hasPrefix("invoice2data/") }
      let strong = [ofSupplier, ofTemplate].map { $0.filter { $0.weight >= 840 } }
      let own = Set((strong.first { !$0.isEmpty } ?? []).map(\.value))
      guard own.count == 1 else { continue }
      preferred[field] = found.map { candidate in
        own.contains(candidate.value)
          ? candidate : candidate.weighed(at: candidate.weight * 3 / 4)
      }.sorted(by: Candidate.isWeightier)
    }
    return preferred
  }
}

extension Candidate {
  /// Whether a rule of a profile proposes it.
  func isFound(by profile: Profile) -> Bool { rule.path.hasPrefix(profile.name + "/") }
}
