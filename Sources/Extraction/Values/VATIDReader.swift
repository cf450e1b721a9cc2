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
      if let (id, end, quality) = id(in: segment, at: index, country: country) {
        values.append(
          ReadValue(value: .text(id.description), words: index..<end, quality: quality)
        )
        index = end
      } else {
        index += 1
      }
    }
    return values
  }

  private static func id(
    in segment: Segment,
    at start: Int,
    country: String?
  ) -> (VATIdentifier, Int, Int)? {
    var text = ""
    var best: (VATIdentifier, Int, Int)?
    for end in start..<min(segment.words.count, start + 7) {
      let word = folded(segment.words[end].text).filter { $0.isLetter || $0.isNumber }
      // Only the start may be letters alone; a later word of letters is another word.
      if end > start, !word.contains(where: \.isASCIIDigit) { break }
      text += word
      guard text.count <= 17 else { break }
      if let id = VATIdentifier(text) {
        best = (id, end + 1, 1000)
      } else if text.count > 6, let id = VATIdentifier(Misreading.digits(in: text, from: 2)) {
        best = (id, end + 1, 900)
      } else if let country, text.count > 6, let id = VATIdentifier(text, country: country) {
        best = (id, end + 1, 980)
      }
    }
    return best
  }
}
