// TornAmounts.swift — amounts that recognition has torn into words of the wrong length.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension ValueReader {
  /// Amounts that two to four words would write if the blanks between them were not there:
  /// "3 37 3,70" for 3373,70.
  ///
  /// Only worth something where arithmetic asks for exactly this amount.
  func tornAmounts(in segment: Segment) -> [ReadValue] {
    segment.words.indices.flatMap { start -> [ReadValue] in
      guard isPart(segment.words[start]) else { return [] }
      var text = segment.words[start].text
      var found: [ReadValue] = []
      for end in segment.words.indices.dropFirst(start + 1).prefix(3) {
        let (before, word) = (segment.words[end - 1], segment.words[end])
        guard isPart(word), word.box.left - before.box.right <= word.box.height * 2 else { break }
        text += word.text
        if let amount = amount(text) {
          found.append(
            ReadValue(
              value: .amount(amount),
              words: start..<(end + 1),
              quality: 500,
              isRepaired: true
            )
          )
        }
      }
      return found
    }
  }

  /// Recognised digits and marks, and nothing else.
  private func isPart(_ word: Word) -> Bool {
    word.confidence != .certain && word.text.contains(where: \.isASCIIDigit)
      && word.text.allSatisfy { $0.isASCIIDigit || $0 == "," || $0 == "." }
  }

  private func amount(_ text: String) -> Money? {
    guard text.count <= 12, let (number, decimals) = numbers.decimal(text),
      decimals == currency.exponent, decimals > 0
    else { return nil }
    return Money(number, currency: currency)
  }
}
