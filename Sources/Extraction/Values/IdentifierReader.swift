// IdentifierReader.swift — numbers of invoices and orders.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads the number of an invoice or an order: letters and digits, at least one digit.
enum IdentifierReader {
  /// The first identifier of some words; nothing where a date stands first.
  static func values(
    in segment: Segment,
    words: Range<Int>,
    dates: DateReader
  ) -> [ReadValue] {
    let dateWords = dates.dates(in: segment).map(\.words)
    for index in words {
      let printed = trimmed(segment.words[index].text)
      // Recognition takes a 5 for a sign of money; no number of a document has one.
      let isRepaired = segment.words[index].isRecognised && printed.contains("$")
      let bare = isRepaired ? printed.replacing("$", with: "5") : printed
      if dateWords.contains(where: { $0.contains(index) }) { return [] }
      guard bare.contains(where: \.isASCIIDigit), isIdentifier(bare) else {
        // A number follows its label at once, or after a few letters or small words.
        if index - words.lowerBound >= 3 { return [] }
        continue
      }
      let start = prefixStart(segment, before: index, from: words.lowerBound)
      let end = groupsEnd(segment, from: index, to: words.upperBound, dateWords: dateWords)
      var text = trimmed(segment.text(of: start..<end)).replacing(" -", with: "-")
      if isRepaired { text = text.replacing("$", with: "5") }
      let quality = quality(of: text, skipped: start - words.lowerBound)
      guard quality > 0 else { return [] }
      return [
        ReadValue(value: .text(text), words: start..<end, quality: quality, isRepaired: isRepaired)
      ]
    }
    return []
  }

  /// Punctuation around an identifier dropped, signs inside it kept.
  static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, !first.isLetter, !first.isNumber { text = text.dropFirst() }
    while let last = text.last, !last.isLetter, !last.isNumber { text = text.dropLast() }
    return String(text)
  }

  private static func isIdentifier(_ text: String) -> Bool {
    text.count <= 35
      && text.allSatisfy { $0.isLetter || $0.isNumber || "-/._#+".contains($0) }
  }

  /// "FA 2025-001": a short word in capitals right before belongs to the number.
  private static func prefixStart(_ segment: Segment, before index: Int, from start: Int) -> Int {
    guard index > start else { return index }
    let word = trimmed(segment.words[index - 1].text)
    let isPrefix = (1...4).contains(word.count) && word.allSatisfy { $0.isUppercase && $0.isASCII }
    return isPrefix && !["N", "NO", "NR", "DU", "LE"].contains(word) ? index - 1 : index
  }

  /// "10 418 818 803": groups of three digits belong together.
  private static func groupsEnd(
    _ segment: Segment,
    from index: Int,
    to end: Int,
    dateWords: [Range<Int>]
  ) -> Int {
    // "08867 -04": what begins with a hyphen goes on.
    if index + 1 < end, isTail(segment.words[index + 1], of: segment.words[index]) {
      return index + 2
    }
    guard segment.words[index].text.allSatisfy(\.isASCIIDigit), segment.words[index].text.count <= 4
    else { return index + 1 }
    var next = index + 1
    while next < end, segment.words[next].text.count == 3,
      segment.words[next].text.allSatisfy(\.isASCIIDigit),
      !dateWords.contains(where: { $0.contains(next) })
    {
      next += 1
    }
    // "104 556 778 12": the rest of a long number may be shorter.
    if next - index >= 2, next < end, segment.words[next].text.count <= 2,
      segment.words[next].text.allSatisfy(\.isASCIIDigit),
      !dateWords.contains(where: { $0.contains(next) })
    {
      next += 1
    }
    return next
  }

  /// Whether a word is a hyphen and digits right behind another that ends in a digit.
  private static func isTail(_ word: Word, of before: Word) -> Bool {
    word.text.count >= 2 && word.text.count <= 5 && word.text.hasPrefix("-")
      && word.text.dropFirst().allSatisfy(\.isASCIIDigit)
      && before.text.last?.isASCIIDigit == true
      && word.box.left - before.box.right <= word.box.height * 2
  }

  private static func quality(of text: String, skipped: Int) -> Int {
    let digits = text.count { $0.isASCIIDigit }
    let base = digits >= 3 ? 1000 : digits == 2 ? 750 : 500
    return max(0, base - skipped * 200)
  }
}
