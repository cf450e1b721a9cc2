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
    for end in start..<min(segment.words.count, start + 7) {
      let word = folded(segment.words[end].text).filter { $0.isLetter || $0.isNumber }
      // Only the start may be letters alone; a later word of letters is another word.
      if end > start, !word.contains(where: \.isASCIIDigit) { break }
      text += word
      guard text.count <= 17 else { break }
      let words = start..<(end + 1)
      if let id = VATIdentifier(text) {
        best = ReadValue(value: .text(id.description), words: words, quality: 1000)
      } else if text.count > 6, let id = repaired(text) {
        best = ReadValue(
          value: .text(id.description),
          words: words,
          quality: 900,
          isRepaired: true
        )
      } else if let country, text.count > 6, let id = VATIdentifier(text, country: country) {
        best = ReadValue(value: .text(id.description), words: words, quality: 980)
      }
    }
    return best
  }

  /// The one valid id that differs by a single confusion of letter and digit, or nil.
  private static func repaired(_ text: String) -> VATIdentifier? {
    guard text.prefix(2).contains(where: \.isLetter) else { return nil }
    let valid = Misreading.variants(of: text).compactMap { VATIdentifier($0) }
    return valid.count == 1 ? valid.first : nil
  }
}
