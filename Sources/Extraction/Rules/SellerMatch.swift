// SellerMatch.swift — which suppliers' profiles apply to a page.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Tells which suppliers' profiles apply: one whose identifier, name or phrase stands on a page.
enum SellerMatch {
  /// The profiles that apply, those by identifier before those by name, then by profile name.
  static func profiles(_ profiles: [Profile], on segments: [Segment]) -> [Profile] {
    guard !profiles.isEmpty else { return [] }
    let text = segments.map { folded($0.text) }.joined(separator: "\n")
    let compact = text.filter { $0.isLetter || $0.isNumber }
    let ranked = profiles.compactMap { profile -> (rank: Int, profile: Profile)? in
      guard let seller = profile.seller else { return nil }
      let ids = [seller.vatID, seller.siren].compactMap { $0 } + seller.ibans
      if ids.contains(where: { compact.contains($0) }) { return (0, profile) }
      let words = seller.names + seller.phrases
      return words.contains { text.contains(folded($0)) } ? (1, profile) : nil
    }
    return ranked.sorted { ($0.rank, $0.profile.name) < ($1.rank, $1.profile.name) }.map(\.profile)
  }
}
