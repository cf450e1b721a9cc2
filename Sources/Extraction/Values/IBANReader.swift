// IBANReader.swift — account numbers with their check digits (ISO 13616).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads IBANs: words are joined until the check digits agree.
enum IBANReader {
  /// The valid IBANs that start in these words, from left to right.
  static func values(in segment: Segment, words: Range<Int>) -> [ReadValue] {
    var values: [ReadValue] = []
    var index = words.lowerBound
    while index < words.upperBound {
      if let (iban, end, quality) = iban(in: segment, at: index) {
        values.append(
          ReadValue(value: .text(iban.compact), words: index..<end, quality: quality)
        )
        index = end
      } else {
        index += 1
      }
    }
    return values
  }

  private static func iban(in segment: Segment, at start: Int) -> (IBAN, Int, Int)? {
    var text = ""
    for end in start..<min(segment.words.count, start + 12) {
      text += folded(segment.words[end].text).filter { $0.isLetter || $0.isNumber }
      guard text.count >= 2, text.prefix(2).allSatisfy({ $0.isLetter }), text.count <= 36 else {
        return nil
      }
      guard text.count >= 15 else { continue }
      if let iban = IBAN(text) { return (iban, end + 1, 1000) }
      if let iban = IBAN(Misreading.digits(in: text, from: 2)) { return (iban, end + 1, 900) }
    }
    return nil
  }
}

/// Letters that recognition reads where digits stand.
enum Misreading {
  private static let digits: [Character: Character] = [
    "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8",
    "A": "4", "T": "7",
  ]

  /// The text with such letters made digits from a position on.
  static func digits(in text: String, from start: Int) -> String {
    String(
      text.enumerated().map { $0.offset < start ? $0.element : digits[$0.element] ?? $0.element }
    )
  }
}
