// AlternativeReadings.swift — check digits choose among several readings of a number.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Chooses among what several looks at a word saw, where check digits tell which is right.
///
/// What is chosen was really seen: nothing is invented here. It stays doubtful, for one number in ten
/// passes a check by chance.
struct AlternativeReadings {
  private let words: [Word]

  /// Groups that a number is printed in, at most: an IBAN has nine.
  private static let mostGroups = 9
  /// Words of one number that are chosen anew, at most.
  private static let mostChoices = 3
  private static let doubt = Confidence(permille: RecognisedWord.doubt)

  /// The words of a page in reading order, with the alternatives that make a number right.
  static func settled(_ words: [Word]) -> [Word] {
    guard words.contains(where: { !$0.alternatives.isEmpty }) else { return words }
    var settled = words
    for index in words.indices where !settled[index].alternatives.isEmpty {
      for (changed, text) in AlternativeReadings(words: settled).choice(around: index) {
        settled[changed] = Word(
          text: text,
          box: settled[changed].box,
          confidence: min(settled[changed].confidence, doubt)
        )
      }
    }
    return settled
  }

  /// The texts that make the number around a word right, by index; none where it is right as it was
  /// read, where nothing helps, or where two numbers would be right.
  private func choice(around index: Int) -> [Int: String] {
    let line = neighbours(of: index)
    var found: [String: [Int: String]] = [:]
    for start in line.lowerBound...index {
      for end in index..<line.upperBound {
        let range = start...end
        let open = range.filter { !words[$0].alternatives.isEmpty }
        guard open.count <= Self.mostChoices, mayBeNumber(range) else { continue }
        for choice in choices(of: open) {
          guard let number = number(in: range, choosing: choice) else { continue }
          if choice.isEmpty { return [:] }
          // The same number with fewer changes: the others stand beside it.
          if found[number].map({ $0.count > choice.count }) ?? true { found[number] = choice }
        }
      }
    }
    return found.count == 1 ? found.values.first ?? [:] : [:]
  }

  /// The words of the same line that stand close to each other around a word.
  private func neighbours(of index: Int) -> Range<Int> {
    func isClose(_ left: Word, _ right: Word) -> Bool {
      let height = max(left.box.height, right.box.height)
      return left.box.verticalOverlap(right.box) * 2 >= min(left.box.height, right.box.height)
        && (-height...height * 2).contains(right.box.left - left.box.right)
    }
    var (start, end) = (index, index)
    while start > 0, index - start < Self.mostGroups - 1, isClose(words[start - 1], words[start]) {
      start -= 1
    }
    while end + 1 < words.count, end - index < Self.mostGroups - 1,
      isClose(words[end], words[end + 1])
    {
      end += 1
    }
    return start..<end + 1
  }

  /// Whether so many characters, most of them digits, make some number with check digits.
  private func mayBeNumber(_ range: ClosedRange<Int>) -> Bool {
    guard range.count <= Self.mostGroups else { return false }
    let text = words[range].map(\.text).joined()
    let digits = text.count(where: \.isDigit)
    return (9...40).contains(text.count) && digits >= 7 && digits * 2 > text.count
  }

  /// Every way of choosing, by index; the words as they were read are the way without any.
  private func choices(of open: [Int]) -> [[Int: String]] {
    open.reduce([[:]]) { ways, index in
      ways.flatMap { way in
        [way]
          + words[index].alternatives.map { text in way.merging([index: text]) { $1 } }
      }
    }
  }

  /// The number that the words make with these choices, if its check digits are right.
  private func number(in range: ClosedRange<Int>, choosing choice: [Int: String]) -> String? {
    let text = range.map { choice[$0] ?? words[$0].text }.joined().uppercased()
      .filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if text.allSatisfy(\.isDigit) {
      if let siret = SIRET(text) { return siret.compact }
      return isRegistration(range) ? SIREN(text)?.compact : nil
    }
    return IBAN(text)?.compact ?? CreditorReference(text)?.compact ?? VATIdentifier(text)?.compact
  }

  /// Whether one of the two words before says that a SIREN follows: one number in ten is one by chance.
  private func isRegistration(_ range: ClosedRange<Int>) -> Bool {
    words[max(0, range.lowerBound - 2)..<range.lowerBound].contains { word in
      let text = word.text.uppercased()
      return ["RCS", "SIREN", "SIRET"].contains { text.contains($0) }
    }
  }
}
