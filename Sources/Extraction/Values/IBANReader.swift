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
      if mayBegin(segment.words[index].text), let value = value(in: segment, at: index) {
        values.append(value)
        index = value.words.upperBound
      } else {
        index += 1
      }
    }
    return values
  }

  /// Whether a word may hold country and check digits, one of these four misread; prose does not.
  private static func mayBegin(_ word: String) -> Bool {
    let start = word.prefix(4)
    return start.count >= 2 && start.prefix(2).contains(where: \.isLetter)
      && (start.count < 4 || start.contains(where: \.isASCIIDigit))
  }

  /// Whether a letter and, as far as the text goes, a digit of country and check digits are in place.
  private static func isBeginning(_ text: String.UTF8View) -> Bool {
    text.count >= 2 && text.prefix(2).contains(where: \.isASCIICapital)
      && (text.count < 4 || text.prefix(4).dropFirst(2).contains(where: \.isASCIIDigit))
  }

  private static func value(in segment: Segment, at start: Int) -> ReadValue? {
    var text = ""
    var signs = 0
    for end in start..<min(segment.words.count, start + 12) {
      // "$" is what a 5 is read as; an account has none.
      let word = segment.words[end].text
      let dollars = word.utf8.count { $0 == UInt8(ascii: "$") }
      signs += dollars
      text +=
        dollars == 0
        ? segment.bareWords[end] : lettersAndDigits(word.replacing("$", with: "5"))
      guard isBeginning(text.utf8), text.utf8.count <= 36 else { return nil }
      guard text.utf8.count >= 15 else { continue }
      let words = start..<(end + 1)
      if let iban = IBAN(text), signs == 0 {
        return ReadValue(value: .text(iban.compact), words: words, quality: 1000)
      }
      if let iban = signs == 1 ? IBAN(text) : signs == 0 ? repaired(text, in: segment) : nil {
        return ReadValue(
          value: .text(iban.compact),
          words: words,
          quality: 900,
          isRepaired: true
        )
      }
    }
    return nil
  }

  /// The account with one misread character set right, where only one can be.
  private static func repaired(_ text: String, in segment: Segment) -> IBAN? {
    withRightKind(text) ?? withBank(text, in: segment)
  }

  /// The account whose bank differs by one letter from that of the BIC (ISO 9362) printed with it.
  private static func withBank(_ text: String, in segment: Segment) -> IBAN? {
    guard forms[String(text.prefix(2))]?.hasPrefix("LLLL") == true else { return nil }
    let banks = segment.words.map { folded($0.text) }.filter { word in
      (word.count == 8 || word.count == 11) && word.prefix(6).allSatisfy(\.isLetter)
        && word.dropFirst(4).hasPrefix(text.prefix(2))
    }.map { $0.prefix(4) }
    guard let bank = banks.first,
      zip(bank, text.dropFirst(4)).count(where: { $0 != $1 }) == 1
    else { return nil }
    return IBAN(String(text.prefix(4)) + String(bank) + String(text.dropFirst(8)))
  }

  /// The account whose one character was read as a letter for a digit, or a digit for a letter.
  ///
  /// Only where the form of the country's accounts tells that the character is wrong.
  private static func withRightKind(_ text: String) -> IBAN? {
    let characters = Array(text)
    let country = String(
      characters.prefix(2).map { $0.isASCIIDigit ? Misreading.letter($0) ?? $0 : $0 }
    )
    let form = "LLDD" + (forms[country] ?? "")
    var changed: Int?
    var mended = characters
    for (index, kind) in form.enumerated() where index < characters.count {
      let character = characters[index]
      let other: Character? =
        switch kind {
        case "D" where !character.isASCIIDigit: Misreading.digit(character)
        case "L" where character.isASCIIDigit: Misreading.letter(character)
        default: character
        }
      guard let other else { return nil }
      guard other != character else { continue }
      guard changed == nil else { return nil }
      changed = index
      mended[index] = other
    }
    return changed == nil ? nil : IBAN(String(mended))
  }

  /// How the accounts of a country begin: L a letter, D a digit; what follows may be either.
  private static let forms: [String: String] = {
    let digitsOnly = "AT BE CZ DE DK EE ES FI HR HU LT NO PL PT SE SI SK"
    var forms = ["BG": "LLLLDDDDDD", "MT": "LLLLDDDDD", "RO": "LLLL", "LV": "LLLL"]
    for country in digitsOnly.split(separator: " ") {
      forms[String(country)] = String(repeating: "D", count: 30)
    }
    for country in ["GB", "IE"] { forms[country] = "LLLL" + String(repeating: "D", count: 14) }
    for country in ["IT", "SM"] { forms[country] = "L" + String(repeating: "D", count: 10) }
    for country in ["FR", "MC"] { forms[country] = String(repeating: "D", count: 10) }
    for country in ["CH", "LI"] { forms[country] = "DDDDD" }
    forms["NL"] = "LLLLDDDDDDDDDD"
    forms["LU"] = "DDD"
    return forms
  }()
}
