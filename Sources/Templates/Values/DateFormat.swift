// DateFormat.swift — a date format of strptime.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A date format in the directives of C's `strptime`, with English names as in the C locale.
struct DateFormat: Hashable, Sendable {
  private enum Piece: Hashable {
    case directive(Character)
    case literal(Character)
    /// Any blanks, at least one.
    case blanks
  }
  private let pieces: [Piece]

  /// What a format yields while it is read.
  private struct Parts {
    var year: Int?
    var month = 1
    var day = 1
  }

  /// The format, or nil when it has a directive that is not supported.
  init?(_ format: String) {
    var pieces: [Piece] = []
    var rest = Substring(format)
    while let character = rest.popFirst() {
      if character == "%" {
        guard let letter = rest.popFirst(), "dmYyBbhHIMSpfAa%".contains(letter) else { return nil }
        pieces.append(letter == "%" ? .literal("%") : .directive(letter))
      } else if character.isWhitespace {
        if pieces.last != .blanks { pieces.append(.blanks) }
      } else {
        pieces.append(.literal(character))
      }
    }
    self.pieces = pieces
  }

  /// The date that the whole text writes in this format, or nil; without a year there is none.
  func date(_ text: String) -> CalendarDate? {
    guard text.utf8.count <= 100,
      let parts = parts(of: Substring(text), pieces[...], Parts()),
      let year = parts.year
    else { return nil }
    return CalendarDate(year: year, month: parts.month, day: parts.day)
  }

  private func parts(
    of text: Substring,
    _ pieces: ArraySlice<Piece>,
    _ parts: Parts
  ) -> Parts? {
    guard let piece = pieces.first else { return text.isEmpty ? parts : nil }
    let rest = pieces.dropFirst()
    switch piece {
    case .literal(let character):
      guard let first = text.first, String(first).lowercased() == String(character).lowercased()
      else { return nil }
      return self.parts(of: text.dropFirst(), rest, parts)
    case .blanks:
      let behind = text.drop(while: \.isWhitespace)
      return behind.count < text.count ? self.parts(of: behind, rest, parts) : nil
    case .directive(let letter):
      for (length, change) in readings(of: letter, text) {
        var changed = parts
        change(&changed)
        if let all = self.parts(of: text.dropFirst(length), rest, changed) { return all }
      }
      return nil
    }
  }

  private typealias Reading = (length: Int, change: (inout Parts) -> Void)

  /// The ways to read a directive at the start of a text, the longest first.
  private func readings(of letter: Character, _ text: Substring) -> [Reading] {
    switch letter {
    case "d": numbers(text, 1...31) { $0.day = $1 }
    case "m": numbers(text, 1...12) { $0.month = $1 }
    case "Y":
      text.prefix(4).allSatisfy(\.isDigit) && text.prefix(4).count == 4
        ? [(4, { $0.year = Int(text.prefix(4)) })] : []
    case "y":
      numbers(text, 0...99, digits: 2...2) { $0.year = $1 < 69 ? 2000 + $1 : 1900 + $1 }
    case "H": numbers(text, 0...23) { _, _ in }
    case "I": numbers(text, 1...12) { _, _ in }
    case "M": numbers(text, 0...59) { _, _ in }
    case "S": numbers(text, 0...61) { _, _ in }
    case "f": [(min(6, text.prefix(while: \.isDigit).count), { _ in })].filter { $0.0 > 0 }
    case "p": ["AM", "PM"].contains(folded(String(text.prefix(2)))) ? [(2, { _ in })] : []
    case "B": names(text, MonthNames.english) { $0.month = $1 }
    case "b", "h": names(text, MonthNames.english.map { String($0.prefix(3)) }) { $0.month = $1 }
    case "A": names(text, Self.days) { _, _ in }
    default: names(text, Self.days.map { String($0.prefix(3)) }) { _, _ in }
    }
  }

  private static let days = [
    "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
  ]

  private func numbers(
    _ text: Substring,
    _ range: ClosedRange<Int>,
    digits: ClosedRange<Int> = 1...2,
    _ change: @escaping (inout Parts, Int) -> Void
  ) -> [Reading] {
    digits.reversed().compactMap { length in
      let head = text.prefix(length)
      guard head.count == length, head.allSatisfy(\.isDigit), let number = Int(head),
        range.contains(number)
      else { return nil }
      return (length, { change(&$0, number) })
    }
  }

  private func names(
    _ text: Substring,
    _ names: [String],
    _ change: @escaping (inout Parts, Int) -> Void
  ) -> [Reading] {
    names.enumerated().compactMap { index, name in
      guard String(text.prefix(name.count)).uppercased() == name else { return nil }
      return (name.count, { change(&$0, index + 1) })
    }
  }
}

extension Character {
  /// Whether it is one of 0...9.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
