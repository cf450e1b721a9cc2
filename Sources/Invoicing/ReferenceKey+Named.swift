// ReferenceKey+Named.swift — the references that a text may name.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension ReferenceKey {
  /// What may be references in the text of a payment: runs of one to three words, three digits or
  /// more in all, that end in a word with a digit: "FA 2025 118", "KL-2025-20781".
  ///
  /// Words stand apart by blanks, commas, semicolons, plus signs, ampersands and brackets. A longer
  /// text than any bank keeps is looked at only in its first forty words.
  package static func named(in text: String) -> [String] {
    let words = text.split(whereSeparator: isBetweenReferences).prefix(40).map(String.init)
    var named: [String] = []
    for end in words.indices where words[end].contains(where: \.isNumber) {
      for start in max(0, end - 2)...end {
        let run = words[start...end].joined(separator: " ")
        if run.count(where: \.isNumber) >= 3, run.utf8.count <= 60 { named.append(run) }
      }
    }
    return named
  }

  /// The words of a payment's text that may be a reference by themselves; days are none ("03/04",
  /// "3.4.2025").
  package static func words(in text: String) -> [String] {
    text.split(whereSeparator: isBetweenReferences).prefix(40).map(String.init)
      .filter { $0.count(where: \.isNumber) >= 3 && !isDay($0) }
  }

  private static func isDay(_ word: String) -> Bool {
    let parts = word.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (2...3).contains(parts.count) else { return false }
    return (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
      && (parts.count == 2 || parts[2].count == 2 || parts[2].count == 4)
  }

  private static func isBetweenReferences(_ character: Character) -> Bool {
    character.isWhitespace || ",;+&()[]".contains(character)
  }
}

extension LedgerEntry {
  /// The texts by which a bank line says what it pays; empty for other entries.
  package var namedReferences: [String] {
    guard kind == .bankLine else { return [] }
    let named = ReferenceKey.named(in: label)
    return reference.map { [$0] + named } ?? named
  }
}
