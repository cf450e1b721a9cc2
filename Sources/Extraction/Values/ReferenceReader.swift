// ReferenceReader.swift — references to give with a payment.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads structured payment references: ISO 11649 (RF…) and the Belgian +++123/4567/89012+++.
enum ReferenceReader {
  /// The valid references that start in these words.
  static func values(in segment: Segment, words: Range<Int>) -> [ReadValue] {
    words.compactMap { start in
      guard mayBegin(segment.words[start].text) else { return nil }
      var text = ""
      for end in start..<min(segment.words.count, start + 8) {
        text += segment.words[end].text
        if let reference = CreditorReference(text) {
          return ReadValue(
            value: .text(reference.compact),
            words: start..<(end + 1),
            quality: 1000
          )
        }
        if isLast(end, in: segment), let repaired = repaired(text) {
          return ReadValue(
            value: .text(repaired.compact),
            words: start..<(end + 1),
            quality: 900,
            isRepaired: true
          )
        }
        if let communication = StructuredCommunication(text) {
          return ReadValue(
            value: .text(communication.description),
            words: start..<(end + 1),
            quality: 1000
          )
        }
      }
      return nil
    }
  }

  /// "RF18", "+++123/4567", "***123": every other word is passed over at once.
  private static func mayBegin(_ word: String) -> Bool {
    guard let first = word.first else { return false }
    return first == "+" || first == "*" || first.isASCIIDigit || word.uppercased().hasPrefix("RF")
  }

  /// Whether no further group follows.
  private static func isLast(_ index: Int, in segment: Segment) -> Bool {
    index + 1 == segment.words.count
      || !segment.words[index + 1].text.contains(where: \.isASCIIDigit)
  }

  /// The one valid RF reference that differs by a single confusion of letter and digit, or nil.
  private static func repaired(_ text: String) -> CreditorReference? {
    let bare = asciiLettersAndDigits(text)
    guard bare.hasPrefix("RF"), (12...25).contains(bare.count) else { return nil }
    let valid = Misreading.variants(of: bare).filter { $0.hasPrefix("RF") }
      .compactMap { CreditorReference($0) }
    return valid.count == 1 ? valid.first : nil
  }
}
