// Segment.swift — words of one row that belong together.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A run of words of one row without a wide gap between them: a table cell, a phrase, a line of text.
package struct Segment: Hashable, Sendable {
  /// Page number, from 1.
  package let page: Int
  /// Index of its row on the page, from the top.
  package let row: Int
  package let words: [Word]
  package let box: Box
  /// Folded words split at punctuation, for comparing with labels.
  let tokens: [Token]
  /// The folded letters and digits of each word, for reading identifiers: "FR-40" → FR40.
  let bareWords: [String]

  init(page: Int, row: Int, words: [Word]) {
    self.page = page
    self.row = row
    self.words = words
    box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
    tokens = words.enumerated().flatMap { index, word in
      Token.split(word.text).map { Token(text: $0, word: index) }
    }
    bareWords = words.map { lettersAndDigits($0.text) }
  }

  /// Several segments one behind the other, as one in the row of the first.
  ///
  /// - Precondition: there is one at least.
  init(joining segments: [Segment]) {
    page = segments[0].page
    row = segments[0].row
    words = segments.flatMap(\.words)
    box = segments.dropFirst().reduce(segments[0].box) { $0.union($1.box) }
    bareWords = segments.flatMap(\.bareWords)
    var tokens: [Token] = []
    var firstWord = 0
    for segment in segments {
      tokens += segment.tokens.map { Token(text: $0.text, word: firstWord + $0.word) }
      firstWord += segment.words.count
    }
    self.tokens = tokens
  }

  /// The words joined by single blanks.
  package var text: String { text(of: words.indices) }

  /// Some of the words joined by single blanks.
  func text(of range: Range<Int>) -> String {
    words[range].map(\.text).joined(separator: " ")
  }

  /// The box around some of the words.
  ///
  /// - Precondition: the range is not empty.
  func box(of range: Range<Int>) -> Box {
    words[range].dropFirst().reduce(words[range.lowerBound].box) { $0.union($1.box) }
  }

  /// The lowest confidence among some of the words.
  func confidence(of range: Range<Int>) -> Confidence {
    words[range].map(\.confidence).min() ?? .none
  }
}

/// A folded run of letters, or of digits and letters, inside a word.
struct Token: Hashable, Sendable {
  let text: String
  /// Index of its word in the segment.
  let word: Int

  /// The runs of letters, digits, "°" and "%" of a text, folded: "N°Facture:" → N°, FACTURE.
  static func split(_ text: String) -> [String] {
    let text = folded(text)
    // Most words are one run.
    if !text.isEmpty, text.utf8.allSatisfy({ $0.isASCIIDigit || $0.isASCIICapital }) {
      return [text]
    }
    var runs: [String] = []
    var run = ""
    for character in text {
      if character == "°" || character == "%" {
        run.append(character)
        runs.append(run)
        run = ""
      } else if character.isLetter || character.isNumber {
        run.append(character)
      } else if !run.isEmpty {
        runs.append(run)
        run = ""
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }
}
