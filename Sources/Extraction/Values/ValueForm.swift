// ValueForm.swift — how the numbers of one supplier are written.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The form of a number: in "TG##B#####" # is a digit, @ a letter, and anything else stands for itself.
struct ValueForm: Hashable, Sendable {
  /// A value that has the form, and what had to be done to it.
  struct Fit: Hashable, Sendable {
    let value: String
    /// How many misread characters were changed, 0 to 2.
    let repairs: Int
    /// Whether a run of digits is one longer or shorter: counters grow.
    let isStretched: Bool

    /// What a candidate weighs less for it.
    var loss: Int { repairs * 60 + (isStretched ? 60 : 0) }
  }

  let text: String
  private let signs: [Character]

  /// Nil where the text is empty, longer than 40 characters, or has no digit in it.
  init?(_ text: String) {
    let text = text.uppercased()
    guard (1...40).contains(text.count), text.contains("#") else { return nil }
    self.text = text
    signs = Array(text)
  }

  /// The form of one value: its digits may be any, its letters stay.
  init?(of value: String) {
    guard !value.contains(where: { "#@".contains($0) }) else { return nil }
    self.init(String(value.map { $0.isASCIIDigit ? "#" : $0 }))
  }

  /// The form of both; nil where they are not alike.
  func joined(with other: ValueForm) -> ValueForm? {
    guard signs.count == other.signs.count else { return nil }
    var joined = ""
    for (left, right) in zip(signs, other.signs) {
      if left == right {
        joined.append(left)
      } else if Self.isLetter(left), Self.isLetter(right) {
        joined.append("@")
      } else {
        return nil
      }
    }
    return ValueForm(joined)
  }

  /// The value as the form wants it that changes it least; nil where it has none of these forms.
  static func fit(_ value: String, to forms: [ValueForm]) -> Fit? {
    forms.compactMap { $0.fit(value) }.min { $0.repairs < $1.repairs }
  }

  /// The value as the form wants it, with at most two misread characters changed; nil where it is of
  /// another form.
  func fit(_ value: String) -> Fit? {
    let characters = Array(value)
    guard characters.count == signs.count else { return stretched(value) }
    var repairs = 0
    var mended = ""
    for (character, sign) in zip(characters, signs) {
      if Self.matches(character, sign) {
        mended.append(character)
      } else if let other = Self.repaired(character, as: sign) {
        repairs += 1
        mended.append(other)
      } else {
        return nil
      }
    }
    return repairs <= 2 ? Fit(value: mended, repairs: repairs, isStretched: false) : nil
  }

  /// Whether it tells such a number from others on a page: letters or marks, and digits enough.
  var isTelling: Bool {
    signs.count >= 6 && signs.count(where: { $0 == "#" }) >= 3
      && signs.contains { $0 != "#" && $0 != "@" }
  }

  private func stretched(_ value: String) -> Fit? {
    let mine = Self.runs(signs)
    let others = Self.runs(value.map { $0.isASCIIDigit ? "#" : $0 })
    guard mine.count == others.count, abs(value.count - signs.count) == 1 else { return nil }
    let isLike = zip(mine, others).allSatisfy { mine, other in
      if mine.sign == "#" { return other.sign == "#" && abs(mine.count - other.count) <= 1 }
      return mine.count == other.count && Self.matches(other.sign, mine.sign)
    }
    return isLike ? Fit(value: value, repairs: 0, isStretched: true) : nil
  }

  private static func runs(_ signs: [Character]) -> [(sign: Character, count: Int)] {
    signs.reduce(into: []) { runs, sign in
      if let last = runs.last, last.sign == sign {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((sign, 1))
      }
    }
  }

  private static func isLetter(_ sign: Character) -> Bool { sign == "@" || sign.isLetter }

  private static func matches(_ character: Character, _ sign: Character) -> Bool {
    switch sign {
    case "#": character.isASCIIDigit
    case "@": character.isLetter
    default: character.uppercased() == sign.uppercased()
    }
  }

  /// What the character was before it was misread, where the sign leaves no doubt.
  private static func repaired(_ character: Character, as sign: Character) -> Character? {
    let upper = character.uppercased().first ?? character
    switch sign {
    case "#": return upper == "$" ? "5" : Misreading.digit(upper)
    case "@": return Misreading.letter(character)
    default:
      guard sign.isLetter, character.isASCIIDigit else { return nil }
      let strokes: Set<Character> = ["I", "L", "T", "J"]
      let isTwin = Misreading.digit(sign) == character || character == "1" && strokes.contains(sign)
      return isTwin ? sign : nil
    }
  }
}
