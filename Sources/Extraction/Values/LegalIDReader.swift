// LegalIDReader.swift — registration numbers of companies.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads registration numbers: SIRET and SIREN by their check digits, others by their shape.
enum LegalIDReader {
  /// The first registration number of some words; in France only with its check digits.
  static func values(
    in segment: Segment,
    words: Range<Int>,
    country: String? = nil
  ) -> [ReadValue] {
    for index in words.prefix(6) where hasDigit(segment, at: index) {
      if let french = french(in: segment, at: index) { return [french] }
      if country == "FR" { continue }
      return [foreign(in: segment, at: index, from: words.lowerBound, to: words.upperBound)]
        .compactMap { $0 }
    }
    return []
  }

  /// Every registration number of a segment, French or other.
  static func values(in segment: Segment) -> [ReadValue] {
    let end = segment.words.count
    return segment.words.indices.filter { hasDigit(segment, at: $0) }.compactMap { index in
      french(in: segment, at: index) ?? foreign(in: segment, at: index, from: index, to: end)
    }
  }

  private static func hasDigit(_ segment: Segment, at index: Int) -> Bool {
    segment.words[index].text.utf8.contains(where: \.isASCIIDigit)
  }

  /// A number that no check digits of ours tell, the register before it.
  private static func foreign(
    in segment: Segment,
    at index: Int,
    from first: Int,
    to last: Int
  ) -> ReadValue? {
    let word = IdentifierReader.trimmed(segment.words[index].text)
    let start = prefixStart(segment, before: index, from: first)
    var end = index + 1
    // "CHE-233.407 869": blanks stand between groups of digits.
    let isGroups =
      word.allSatisfy(\.isASCIIDigit)
      || word.hasPrefix("CHE") && word.count(where: \.isASCIIDigit) < 9
    while end < last, isGroups, segment.words[end].text.allSatisfy(\.isASCIIDigit) { end += 1 }
    var text = IdentifierReader.trimmed(segment.text(of: start..<end))
    // The Italian register's name stuck to its number: "REAMI-1756656".
    let number = text.dropFirst(5)
    if text.hasPrefix("REA"), text.count > 9, number.allSatisfy({ $0.isASCIIDigit || $0 == "-" }) {
      text.removeFirst(3)
    }
    // Digits alone must be more than a postcode has.
    let least = text.allSatisfy(\.isASCIIDigit) ? 6 : 4
    guard text.count(where: \.isASCIIDigit) >= least, text.count <= 25 else { return nil }
    return ReadValue(value: .text(text), words: start..<end, quality: 850)
  }

  /// "HRB 87316": the register before the number.
  private static func prefixStart(_ segment: Segment, before index: Int, from start: Int) -> Int {
    guard index > start else { return index }
    return ["HRA", "HRB", "GNR", "PR", "VR", "FN"].contains(segment.words[index - 1].text)
      ? index - 1 : index
  }

  /// A SIRET (14 digits) or SIREN (9 digits), in groups or not.
  private static func french(in segment: Segment, at start: Int) -> ReadValue? {
    var digits = ""
    var siren: ReadValue?
    for end in start..<min(segment.words.count, start + 6) {
      // "78! 623": that is how a 1 is read.
      let printed = segment.words[end].text
      let text = printed.contains("!") ? printed.replacing("!", with: "1") : printed
      let bare = IdentifierReader.trimmed(text).filter { $0 != "." }
      let word = Misreading.digits(in: bare.uppercased(), from: 0)
      guard !word.isEmpty, word.allSatisfy(\.isASCIIDigit) else { break }
      digits += word
      if digits.count == 14, SIRET(digits) != nil {
        return ReadValue(value: .text(digits), words: start..<(end + 1), quality: 1000)
      }
      if digits.count == 9, SIREN(digits) != nil {
        siren = ReadValue(value: .text(digits), words: start..<(end + 1), quality: 980)
      }
    }
    return siren
  }
}
