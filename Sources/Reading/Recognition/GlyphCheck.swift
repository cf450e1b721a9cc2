// GlyphCheck.swift — letters and digits that look alike, told apart by the page's own characters.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Tells letters and digits that look alike apart by comparing their shapes with those of the same
/// characters in sure words of the same page.
///
/// Tesseract reads by context: after letters it takes a zero for an O. A page prints both in one
/// font, and there they differ.
struct GlyphCheck {
  private let page: GreyImage
  private let words: [RecognisedWord]

  /// `words` are those of the page, in its pixels.
  init(_ words: [RecognisedWord], on page: GreyImage) {
    self.words = words
    self.page = page
  }

  /// Pairs whose shapes differ clearly in most fonts.
  private static let twins: [Character: Character] = [
    "O": "0", "0": "O", "I": "1", "1": "I", "$": "5",
  ]

  /// Those, and pairs that hardly differ at 200 dpi.
  private static let lookAlikes = twins.merging([
    "B": "8", "8": "B", "S": "5", "5": "S", "Z": "2", "2": "Z", "G": "6", "6": "G",
  ]) { first, _ in first }

  /// More are a word that nobody can read.
  private static let mostAlternatives = 3

  /// The words, with look-alikes in codes of letters and digits put right.
  func checked() -> [RecognisedWord] {
    let suspects = words.indices.filter {
      Self.isCode(words[$0].text) || ShapeSpelling.isNeeded(for: words[$0])
    }
    guard !suspects.isEmpty else { return words }
    let examples = GlyphExamples(words, on: page)
    let spelling = ShapeSpelling(examples: examples, page: page)
    var result = words
    for index in suspects {
      let word = words[index]
      let spelled = ShapeSpelling.isNeeded(for: word) ? spelling.spelled(word) : nil
      result[index] = spelled ?? checked(word, by: examples)
    }
    return result
  }

  /// Digits and capitals (or a dollar sign) in one word, some of which have a twin.
  private static func isCode(_ text: String) -> Bool {
    text.contains { $0.isCapital || $0 == "$" } && text.contains(where: \.isDigit)
      && text.contains { twins[$0] != nil }
  }

  private func checked(
    _ word: RecognisedWord,
    by examples: GlyphExamples
  ) -> RecognisedWord {
    guard let shapes = GlyphShape.shapes(of: word.box, on: page, count: word.text.count)
    else { return word }
    let characters = Array(word.text)
    let mistaken = zip(characters.indices, shapes).filter { index, shape in
      Self.isSuspect(characters, at: index) && isTwin(shape, of: characters[index], by: examples)
    }.map(\.0)
    var text = characters
    for index in mistaken { text[index] = Self.twins[text[index]] ?? text[index] }
    var checked = word.spelled(String(text))
    checked.alternatives += alternatives(to: text, shapes, by: examples)
    // An O looks like a zero where no other O of its size shows how that looks.
    let isUncertain = mistaken.contains { index in
      characters[index].isLetter && !examples.has(characters[index], asHighAs: shapes[index])
    }
    if isUncertain {
      checked.alternatives.append(word.text)
      checked = checked.doubted(at: RecognisedWord.doubt)
    }
    return checked
  }

  /// The word with one character replaced by a look-alike of about the same likeness: check digits
  /// may know better.
  private func alternatives(
    to text: [Character],
    _ shapes: [GlyphShape],
    by examples: GlyphExamples
  ) -> [String] {
    let others = text.indices.compactMap { index -> String? in
      guard let other = Self.lookAlikes[text[index]],
        let near = examples.distance(of: shapes[index], to: other),
        let own = examples.distance(of: shapes[index], to: text[index]), near * 5 < own * 6
      else { return nil }
      var spelled = text
      spelled[index] = other
      return String(spelled)
    }
    return Array(others.prefix(Self.mostAlternatives))
  }

  /// A letter beside a digit, a digit that has only letters beside it, or a dollar sign that does not
  /// stand before an amount.
  private static func isSuspect(_ characters: [Character], at index: Int) -> Bool {
    let beside = [index - 1, index + 1].filter(characters.indices.contains).map { characters[$0] }
    if characters[index] == "$" { return characters[..<index].contains(where: \.isDigit) }
    if characters[index].isDigit { return beside.allSatisfy(\.isCapital) }
    return beside.contains(where: \.isDigit)
  }

  /// Whether a shape is clearly that of a character's twin and not its own.
  private func isTwin(
    _ shape: GlyphShape,
    of character: Character,
    by examples: GlyphExamples
  ) -> Bool {
    guard let twin = Self.twins[character], let near = examples.distance(of: shape, to: twin),
      near < 220
    else { return false }
    return near * 3 < (examples.distance(of: shape, to: character) ?? 450) * 2
  }
}
