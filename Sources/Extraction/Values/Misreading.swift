// Misreading.swift — letters that recognition takes for digits, and digits for letters.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Letters that recognition reads where digits stand, and digits where letters stand.
enum Misreading {
  private static let digits: [Character: Character] = [
    "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8",
    "A": "4", "T": "7",
  ]
  /// What a digit of a short number is read as.
  private static let strokes: [Character: Character] = ["O": "0", "I": "1", "L": "1", "|": "1"]
  /// What a digit of a longer number is read as.
  private static let inNumbers = strokes.merging(["$": "5", "S": "5", "B": "8", "Z": "2"]) { $1 }
  private static let letters: [Character: Character] = [
    "0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B", "4": "A", "7": "T",
  ]

  /// The digit for which a letter may have been read, or nil.
  static func digit(_ letter: Character) -> Character? { digits[letter] }

  /// The letter for which a digit may have been read, or nil.
  static func letter(_ digit: Character) -> Character? { letters[digit] }

  /// The text with such letters made digits from a position on.
  static func digits(in text: String, from start: Int) -> String {
    String(
      text.enumerated().map { $0.offset < start ? $0.element : digits[$0.element] ?? $0.element }
    )
  }

  /// A number, or numbers between marks, with the one sign made a digit that can be nothing else
  /// there: "202$", "O3/02/2025", "LER" (1er); nil when none is, or more than one.
  static func number(_ text: String) -> String? {
    if ["LER", "IER", "RER", "|ER"].contains(text) { return "1ER" }
    let isShort = text.count == 2
    let wrong = text.indices.filter { !text[$0].isASCIIDigit && !"./-,".contains(text[$0]) }
    guard wrong.count == 1, let index = wrong.first,
      let digit = (isShort ? strokes : inNumbers)[text[index]],
      text.count(where: \.isASCIIDigit) >= (isShort ? 1 : 2)
    else { return nil }
    var mended = text
    mended.replaceSubrange(index...index, with: [digit])
    return mended
  }

  /// Whether an O, 0, I, 1 or L stands where letters and digits meet: "PTCO61" or "PTC061".
  static func isAmbiguous(_ text: String) -> Bool {
    let characters = Array(folded(text))
    let twins: Set<Character> = ["O", "0", "I", "1", "L"]
    return zip(characters, characters.dropFirst()).contains { left, right in
      (left.isLetter && right.isASCIIDigit || left.isASCIIDigit && right.isLetter)
        && (twins.contains(left) || twins.contains(right))
    }
  }

  /// Whether an O and a 0, or an I and a 1, stand side by side: one sign may have been read twice.
  static func hasTwins(_ text: String) -> Bool {
    let characters = Array(folded(text))
    return zip(characters, characters.dropFirst()).contains { left, right in
      ["O0", "0O", "I1", "1I"].contains(String([left, right]))
    }
  }

  /// Every text with one letter made a digit or one digit a letter.
  static func variants(of text: String) -> [String] {
    let characters = Array(text)
    return characters.indices.compactMap { index in
      let character = characters[index]
      guard let other = digits[character] ?? letters[character] else { return nil }
      var changed = characters
      changed[index] = other
      return String(changed)
    }
  }
}
