// TermsToken.swift — the text of payment terms as folded words, numbers and signs.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A run of letters, a run of digits or one other character of a text.
struct TermsToken: Hashable, Sendable {
  /// In capitals without marks; "F.D.M." is one token "FDM".
  let text: String
  /// Where it stands in the text.
  let range: Range<String.Index>
  /// Whether no blank stands between it and the token before.
  let isGlued: Bool
  /// Whether it is the first of a line of the text.
  let startsLine: Bool
  let startsWithCapital: Bool

  /// The number that the digits write, up to four of them.
  var number: Int? { text.utf8.count <= 4 && isDigits ? Int(text) : nil }

  var isDigits: Bool { text.utf8.first.map { (48...57).contains($0) } ?? false }

  var isWord: Bool { text.first?.isLetter ?? false }

  /// How much of a text is looked at; terms of payment are far shorter.
  private static let limit = 4_000

  /// The tokens of a text, dotted abbreviations joined and apostrophes dropped.
  static func tokens(of text: String) -> [TermsToken] {
    var tokens: [TermsToken] = []
    var index = text.startIndex
    var (isGlued, startsLine) = (false, true)
    let end = text.index(index, offsetBy: limit, limitedBy: text.endIndex) ?? text.endIndex
    while index < end {
      let character = text[index]
      let next = runEnd(text, from: index, limit: end)
      if character.isWhitespace {
        isGlued = false
        startsLine = startsLine || character.isNewline
      } else if !"'’‘`´".contains(character) {
        tokens.append(
          TermsToken(
            text: folded(String(text[index..<next])),
            range: index..<next,
            isGlued: isGlued,
            startsLine: startsLine,
            startsWithCapital: character.isUppercase
          )
        )
        (isGlued, startsLine) = (true, false)
      }
      index = next
    }
    return joinedAbbreviations(tokens)
  }

  private static func runEnd(
    _ text: String,
    from start: String.Index,
    limit: String.Index
  ) -> String.Index {
    let kind = kind(text[start])
    var end = text.index(after: start)
    while kind != .other, end < limit, self.kind(text[end]) == kind { end = text.index(after: end) }
    return end
  }

  private enum Kind { case letter, digit, other }

  private static func kind(_ character: Character) -> Kind {
    if character.isLetter { return .letter }
    return character.isASCII && character.isNumber ? .digit : .other
  }

  /// "D" "." "F" "." becomes "DF": single letters that dots without blanks join.
  private static func joinedAbbreviations(_ tokens: [TermsToken]) -> [TermsToken] {
    var joined: [TermsToken] = []
    var index = 0
    while index < tokens.count {
      var end = index + 1
      while end + 1 < tokens.count, isLetter(tokens[index]), tokens[end].text == ".",
        tokens[end].isGlued, isLetter(tokens[end + 1]), tokens[end + 1].isGlued
      {
        end += 2
      }
      joined.append(end == index + 1 ? tokens[index] : whole(tokens[index..<end]))
      index = end
    }
    return joined
  }

  private static func isLetter(_ token: TermsToken) -> Bool {
    token.text.utf8.count == 1 && token.isWord
  }

  private static func whole(_ parts: ArraySlice<TermsToken>) -> TermsToken {
    let (first, last) = (parts[parts.startIndex], parts[parts.endIndex - 1])
    return TermsToken(
      text: parts.filter(\.isWord).map(\.text).joined(),
      range: first.range.lowerBound..<last.range.upperBound,
      isGlued: first.isGlued,
      startsLine: first.startsLine,
      startsWithCapital: first.startsWithCapital
    )
  }
}

/// Phrases of folded words, looked up by their first word, the longest first.
struct TermsPhrases: Sendable {
  private let byFirstWord: [String: [[String]]]

  init(_ phrases: [String]) {
    let split = phrases.map { $0.split(separator: " ").map(String.init) }
    byFirstWord = Dictionary(grouping: split) { $0.first ?? "" }
      .mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// Where the longest phrase that starts at a token ends, or nil when none does.
  func matchEnd(in tokens: [TermsToken], at index: Int) -> Int? {
    guard index < tokens.count, let candidates = byFirstWord[tokens[index].text] else { return nil }
    let phrase = candidates.first { phrase in
      index + phrase.count <= tokens.count
        && phrase.indices.allSatisfy { tokens[index + $0].text == phrase[$0] }
    }
    return phrase.map { index + $0.count }
  }

  /// Whether a phrase stands anywhere among the tokens.
  func occur(in tokens: [TermsToken]) -> Bool {
    tokens.indices.contains { matchEnd(in: tokens, at: $0) != nil }
  }

  /// Every word of every phrase.
  var words: Set<String> { Set(byFirstWord.values.joined().joined()) }
}
