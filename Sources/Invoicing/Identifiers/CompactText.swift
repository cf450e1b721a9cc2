// CompactText.swift — identifiers without blanks and punctuation.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The letters and digits of a text in capitals, marks dropped: "fr 83-404 833 048" → "FR83404833048".
package func compacted(_ text: String) -> String {
  String(folded(text).filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
}

/// The digits of a text as numbers, or nil when it holds anything else.
func digits(_ text: some StringProtocol) -> [Int]? {
  let values = text.utf8.map { Int($0) - 48 }
  return values.allSatisfy { (0...9).contains($0) } ? values : nil
}

/// Σ weight × digit.
func weighted(_ digits: some Sequence<Int>, by weights: [Int]) -> Int {
  zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
}

/// The sum of Luhn (ISO/IEC 7812-1 annex B): every second digit from the right doubled, the last not.
func luhnSum(_ digits: [Int]) -> Int {
  digits.reversed().enumerated().reduce(0) { sum, element in
    let (index, digit) = element
    guard index % 2 == 1 else { return sum + digit }
    return sum + (digit > 4 ? 2 * digit - 9 : 2 * digit)
  }
}

/// A text of letters and digits as a number modulo 97, letters being 10...35 (ISO/IEC 7064); nil for
/// other characters.
func modulo97(_ text: some Sequence<Character>) -> Int? {
  var remainder = 0
  for character in text {
    guard let value = character.wholeNumberValue ?? character.base36 else { return nil }
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}

extension Character {
  /// 10...35 for A...Z.
  fileprivate var base36: Int? {
    guard let ascii = asciiValue, (65...90).contains(ascii) else { return nil }
    return Int(ascii) - 55
  }
}
