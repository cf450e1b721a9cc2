// Vocabulary.swift — recognised words brought back to words of labels.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The words of all labels of a rule file, by which misread words of a recognised page are mended:
/// FACTVRE → FACTURE.
struct Vocabulary: Sendable {
  private struct Entry {
    let word: String
    let letters: UInt32
  }

  private let wordsByLength: [Int: [Entry]]
  private let words: Set<String>

  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    let entries = self.words.sorted().map { Entry(word: $0, letters: Self.letters(of: $0)) }
    wordsByLength = Dictionary(grouping: entries, by: \.word.utf8.count)
  }

  /// The word itself when any vocabulary knows it, or it is short or has digits; else the nearest known
  /// word within one letter of five to eight, two of more; else itself.
  static func mended(_ word: String, by vocabularies: [Vocabulary]) -> String {
    let length = word.utf8.count
    guard length >= 5, !word.utf8.contains(where: \.isASCIIDigit), word.allSatisfy(\.isLetter),
      !vocabularies.contains(where: { $0.words.contains(word) })
    else { return word }
    let limit = length >= 9 ? 2 : 1
    let letters = letters(of: word)
    var best: (distance: Int, word: String)?
    for vocabulary in vocabularies {
      for candidateLength in (length - limit)...(length + limit) {
        for candidate in vocabulary.wordsByLength[candidateLength] ?? [] {
          // Each slip changes two kinds of letters at most.
          guard (letters ^ candidate.letters).nonzeroBitCount <= 2 * limit else { continue }
          let distance = editDistance(word, candidate.word)
          if distance <= limit, distance < best?.distance ?? .max {
            best = (distance, candidate.word)
          }
        }
      }
    }
    return best?.word ?? word
  }

  /// Which letters a word has, one bit for each; letters beyond A to Z share bits.
  private static func letters(of word: String) -> UInt32 {
    word.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }
}
