// LanguageDetector.swift — which language a page is written in.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Tells the language of a document by the words of each language's lexicon.
enum LanguageDetector {
  /// The profiles whose words occur, the likeliest first; those with under a third of its votes are
  /// left out.
  ///
  /// Every profile when no word tells.
  static func ranked(_ profiles: [Profile], segments: [Segment]) -> [Profile] {
    var votes: [String: Int] = [:]
    let words = segments.flatMap { $0.tokens.map(\.text) }
    for profile in profiles {
      votes[profile.name] = words.count { profile.lexicon.words.contains($0) }
    }
    let ranked = profiles.sorted {
      (votes[$1.name] ?? 0, $0.name) < (votes[$0.name] ?? 0, $1.name)
    }
    guard let best = ranked.first.flatMap({ votes[$0.name] }), best > 0 else { return profiles }
    return ranked.filter { (votes[$0.name] ?? 0) * 3 >= best }
  }
}
