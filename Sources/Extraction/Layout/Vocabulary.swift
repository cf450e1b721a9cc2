// Vocabulary.swift — recognised words brought back to words of labels.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The words of all labels, by which misread words of a recognised page are mended: FACTVRE → FACTURE.
struct Vocabulary: Sendable {
  private let wordsByLength: [Int: [String]]
  private let words: Set<String>

  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    wordsByLength = Dictionary(grouping: self.words.sorted(), by: \.utf8.count)
  }

  /// The word itself when it is known, short or has digits; else the nearest known word within one
  /// letter of five to eight, two of more; else itself.
  func mended(_ word: String) -> String {
    let length = word.utf8.count
    guard length >= 5, !words.contains(word), word.allSatisfy(\.isLetter) else { return word }
    let limit = length >= 9 ? 2 : 1
    var best: (distance: Int, word: String)?
    for candidateLength in (length - limit)...(length + limit) {
      for candidate in wordsByLength[candidateLength] ?? [] {
        let distance = editDistance(word, candidate)
        if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
      }
    }
    return best?.word ?? word
  }
}
