// Consensus.swift — what most of several readings of one line say.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What most of three readings of one line say, word by word.
///
/// A long line that is printed small is hardly ever read twice without any difference; but where one
/// reading errs the other two mostly agree.
struct Consensus {
  private let surest: [RecognisedWord]
  private let others: [Alignment]

  /// The surest reading, which lends its words' places, beside two others.
  ///
  /// Nil where those differ from it in half of the characters: that is no reading of a line.
  init?(_ surest: [RecognisedWord], _ second: [RecognisedWord], _ third: [RecognisedWord]) {
    let text = surest.flatMap { Array($0.text) }
    self.surest = surest
    others = [second, third].map { Alignment(of: $0.flatMap { Array($0.text) }, with: text) }
    guard others.reduce(0, { $0 + $1.distance }) <= text.count else { return nil }
  }

  /// The words, each as sure as tesseract was, or at most `doubt` thousandths where no two readings
  /// share it; what a reading has instead is an alternative.
  func words(doubt: Int) -> [RecognisedWord] {
    var start = 0
    return surest.compactMap { word in
      let indices = start..<start + word.text.count
      start = indices.upperBound
      let said = others.map { $0.word(at: indices) }
      let isOverruled = said[0] == said[1] && said[0] != word.text
      var agreed = isOverruled ? word.spelled(said[0]) : word
      guard !agreed.text.isEmpty else { return nil }
      for text in [word.text] + said
      where text != agreed.text && !text.isEmpty && !agreed.alternatives.contains(text) {
        agreed.alternatives.append(text)
      }
      return isOverruled || said.contains(word.text) ? agreed : agreed.doubted(at: doubt)
    }
  }
}

/// The characters of one text beside those of another that they stand for.
private struct Alignment {
  /// For each character of the other text, the one in its place; nil where there is none.
  private var matched: [Character?]
  /// What stands before a character of the other text and has no place in it, by its index.
  private var added: [Int: [Character]] = [:]
  /// How many characters differ.
  let distance: Int

  /// What this text has at these places of the other.
  func word(at indices: Range<Int>) -> String {
    indices.reduce(into: "") { word, index in
      // What is added before a word may as well end the word before it.
      if index > indices.lowerBound { word += String(added[index] ?? []) }
      if let character = matched[index] { word.append(character) }
    }
  }

  /// With the fewest differences (Wagner and Fischer, 1974).
  init(of text: [Character], with other: [Character]) {
    var costs = [[Int]](
      repeating: [Int](repeating: 0, count: other.count + 1),
      count: text.count + 1
    )
    for row in 0...text.count {
      for column in 0...other.count {
        guard row > 0, column > 0 else {
          costs[row][column] = row + column
          continue
        }
        let change = text[row - 1] == other[column - 1] ? 0 : 1
        costs[row][column] = min(
          costs[row - 1][column - 1] + change,
          costs[row - 1][column] + 1,
          costs[row][column - 1] + 1
        )
      }
    }
    distance = costs[text.count][other.count]
    matched = Array(repeating: nil, count: other.count)
    var (row, column) = (text.count, other.count)
    while row > 0 || column > 0 {
      let cost = costs[row][column]
      if row > 0, column > 0,
        cost == costs[row - 1][column - 1] + (text[row - 1] == other[column - 1] ? 0 : 1)
      {
        (row, column) = (row - 1, column - 1)
        matched[column] = text[row]
      } else if column > 0, cost == costs[row][column - 1] + 1 {
        column -= 1
      } else {
        row -= 1
        added[column, default: []].insert(text[row], at: 0)
      }
    }
  }
}
