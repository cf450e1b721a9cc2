// VATIDReader.swift — VAT identification numbers with their check digits.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads VAT ids: words are joined as long as the check of their country agrees.
enum VATIDReader {
  /// The valid VAT ids that start in these words; those without prefix are taken for `country`'s.
  static func values(
    in segment: Segment,
    words: Range<Int>,
    country: String? = nil
  ) -> [ReadValue] {
    var values: [ReadValue] = []
    var index = words.lowerBound
    while index < words.upperBound {
      if let value = value(in: segment, at: index, country: country) {
        values.append(value)
        index = value.words.upperBound
      } else {
        index += 1
      }
    }
    return values
  }

  private static func value(in segment: Segment, at start: Int, country: String?) -> ReadValue? {
    var text = ""
    var best: ReadValue?
    // Without a country the id begins with its letters, one of them misread at most.
    let prefix = segment.bareWords[start].utf8.prefix(2)
    guard country != nil || prefix.contains(where: \.isASCIICapital) else { return nil }
    for end in start..<min(segment.words.count, start + 7) {
      let word = segment.bareWords[end]
      let hasDigit = word.utf8.contains(where: \.isASCIIDigit)
      // Only the start may be letters alone; a later word of letters is another word.
      if end > start, !hasDigit { break }
      text += word
      guard text.utf8.count <= 17 else { break }
      guard hasDigit else { continue }
      let words = start..<(end + 1)
      if let id = VATIdentifier(text) {
        best = ReadValue(value: .text(id.description), words: words, quality: 1000)
      } else if text.utf8.count > 6, let id = repaired(text) {
        best = ReadValue(
          value: .text(id.description),
          words: words,
          quality: 900,
          isRepaired: true
        )
      } else if let country, text.utf8.count > 6, let id = VATIdentifier(text, country: country) {
        best = ReadValue(value: .text(id.description), words: words, quality: 980)
      }
    }
    return best
  }

  /// The one valid id that differs by a single confusion of letter and digit, or nil.
  private static func repaired(_ text: String) -> VATIdentifier? {
    // Words and prices have fewer digits, and trying each of their characters takes time.
    guard text.utf8.prefix(2).contains(where: \.isASCIICapital),
      text.utf8.count(where: \.isASCIIDigit) >= 6
    else { return nil }
    let valid = Misreading.variants(of: text).compactMap { VATIdentifier($0) }
    return valid.isEmpty ? withKey(text) : valid.count == 1 ? valid.first : nil
  }

  /// The French id whose SIREN is right and whose two digits before it were read as one to three
  /// characters, one of them wrong: "FRu 839231131" for FR11.
  private static func withKey(_ text: String) -> VATIdentifier? {
    guard text.hasPrefix("FR"), (12...14).contains(text.count),
      let siren = SIREN(String(text.suffix(9)))
    else { return nil }
    let id = VATIdentifier(siren)
    let key = String(id.number.prefix(2))
    let printed = text.dropFirst(2).dropLast(9)
    let isNear =
      printed.count == 1
      ? printed.allSatisfy(\.isLetter) && key.first == key.last
      : editDistance(String(printed), key) == 1
    return isNear ? id : nil
  }

  /// A known id that some words write with one wrong character.
  static func misread(_ id: VATIdentifier, in segment: Segment) -> ReadValue? {
    let expected = id.description
    for start in segment.words.indices where id.prefix.hasPrefix(segment.bareWords[start].prefix(2))
    {
      var text = ""
      for end in start..<min(segment.words.count, start + 7) {
        text += segment.bareWords[end]
        guard text.utf8.count < expected.utf8.count else {
          guard text.utf8.count == expected.utf8.count, text.hasPrefix(id.prefix),
            zip(text.utf8, expected.utf8).count(where: { $0 != $1 }) == 1
          else { break }
          return ReadValue(
            value: .text(expected),
            words: start..<(end + 1),
            quality: 900,
            isRepaired: true
          )
        }
      }
    }
    return nil
  }
}
