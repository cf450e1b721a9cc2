// NumberReader.swift — numbers as people print them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Which mark stands before the decimals on a document.
enum DecimalMark: Sendable {
  case comma, point

  var character: Character { self == .comma ? "," : "." }
}

/// A number found in a segment.
struct PrintedNumber: Hashable, Sendable {
  let value: DecimalNumber
  /// Digits printed behind the decimal mark: 2 for most amounts, 0 for counts.
  let decimals: Int
  let isPercent: Bool
  /// The currency printed with it, or nil.
  let currency: Currency?
  /// Its words in the segment, the currency's not among them.
  let words: Range<Int>
}

/// Reads numbers with the groupings of Europe: 1 234,56 · 1.234,56 · 1,234.56 · 1'234.56.
struct NumberReader: Sendable {
  let mark: DecimalMark

  /// The numbers of a segment, from left to right.
  func numbers(in segment: Segment) -> [PrintedNumber] {
    var numbers: [PrintedNumber] = []
    var index = 0
    while index < segment.words.count {
      if let number = number(in: segment, at: index) {
        numbers.append(number)
        index = number.words.upperBound
      } else {
        index += 1
      }
    }
    return numbers
  }

  private func number(in segment: Segment, at index: Int) -> PrintedNumber? {
    guard let first = NumberShape(segment.words[index].text) else { return nil }
    var shape = first
    var end = index + 1
    while end < segment.words.count, shape.mayContinue,
      segment.words[end].box.left - segment.words[end - 1].box.right
        <= groupGap(segment.words[end]),
      let next = NumberShape(segment.words[end].text), let joined = shape.joined(next)
    {
      shape = joined
      end += 1
    }
    if end < segment.words.count, isTorn(segment, at: end),
      let next = NumberShape(segment.words[end].text), let whole = shape.completed(by: next)
    {
      shape = whole
      end += 1
    }
    // More digits are an identifier's, and arithmetic with them would leave 64 bits.
    guard let (value, decimals) = decimal(shape.core), value.mantissa < Money.absurdMinorUnits
    else { return nil }
    let sign =
      shape.isNegative ? DecimalNumber(mantissa: -value.mantissa, scale: value.scale) : value
    let percent = shape.isPercent || (end < segment.words.count && segment.words[end].text == "%")
    return PrintedNumber(
      value: sign,
      decimals: decimals,
      isPercent: percent,
      currency: shape.currency ?? neighbourCurrency(segment, before: index, after: end),
      words: index..<end
    )
  }

  /// Whether recognition tore the word from the one before: "21, 400".
  private func isTorn(_ segment: Segment, at index: Int) -> Bool {
    let (before, word) = (segment.words[index - 1], segment.words[index])
    return word.confidence != .certain && word.box.left - before.box.right <= word.box.height * 2
  }

  /// The widest blank between groups of three digits: 0.7 of a font's height, 1.2 of a glyph's.
  private func groupGap(_ word: Word) -> Int32 {
    word.confidence == .certain ? word.box.height * 7 / 10 : word.box.height * 6 / 5
  }

  private func neighbourCurrency(_ segment: Segment, before: Int, after: Int) -> Currency? {
    if after < segment.words.count, let found = CurrencySigns.currency(segment.words[after].text) {
      return found
    }
    return before > 0 ? CurrencySigns.currency(segment.words[before - 1].text) : nil
  }

  /// The number that digits and separators write, and its count of decimals.
  func decimal(_ core: String) -> (DecimalNumber, Int)? {
    let separators = core.filter { !$0.isASCIIDigit }
    guard let last = separators.last, let lastIndex = core.lastIndex(of: last) else {
      return DecimalNumber(core).map { ($0, 0) }
    }
    let tail = core[core.index(after: lastIndex)...]
    let head = core[..<lastIndex]
    let isDecimal: Bool
    if last == "'" || last == " " {
      isDecimal = false
    } else if separators.count == 1 {
      isDecimal = tail.count != 3 || head.count > 3 || head == "0" || last == mark.character
    } else {
      isDecimal = separators.dropLast().allSatisfy { $0 != last }
    }
    guard !tail.isEmpty || isDecimal else { return nil }
    let groups = (isDecimal ? head : core[...]).split(omittingEmptySubsequences: false) {
      !$0.isASCIIDigit
    }
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || (1...3).contains(groups[0].count), tail.count <= 6
    else { return nil }
    let digits = groups.joined()
    guard isDecimal else { return DecimalNumber(digits).map { ($0, 0) } }
    guard !tail.isEmpty else { return DecimalNumber(digits).map { ($0, 0) } }
    return DecimalNumber((digits.isEmpty ? "0" : digits) + "." + tail).map { ($0, tail.count) }
  }

  /// The mark that most numbers with two decimals use; a comma when there is no telling.
  static func mark(of segments: [Segment]) -> DecimalMark {
    var commas = 0
    var points = 0
    for segment in segments {
      for word in segment.words {
        guard let core = NumberShape(word.text)?.core, core.count > 3 else { continue }
        switch core.suffix(3).first {
        case ",": commas += 1
        case ".": points += 1
        default: break
        }
      }
    }
    return points > commas ? .point : .comma
  }
}

/// A word taken apart: sign, currency, digits with separators, percent.
struct NumberShape {
  private(set) var core: String
  private(set) var isNegative: Bool
  private(set) var isPercent: Bool
  private(set) var currency: Currency?
  /// The mark behind the last digit: decimals torn off may follow in the next word.
  private(set) var endsWithMark: Character?

  /// The shape of a word that is a number and nothing else, or nil.
  init?(_ word: String) {
    // Most words have no digit, and taking them apart would take most of the time.
    guard word.utf8.contains(where: \.isASCIIDigit) else { return nil }
    var text = word[...]
    var negative = false
    var percent = false
    var currency: Currency?
    var endsWithMark: Character?
    while let first = text.first, !first.isASCIIDigit {
      switch first {
      case "-", "−", "–", "(": negative = true
      case "+", ":", "=", "*", "×", "|", "[", "]", "{", "}", "!": break
      case ".", ",": guard text.dropFirst().first?.isASCIIDigit == true else { return nil }
      default:
        guard let (found, length) = CurrencySigns.prefix(of: text) else { return nil }
        currency = found
        text = text.dropFirst(length)
        continue
      }
      text = text.dropFirst()
    }
    while let last = text.last, !last.isASCIIDigit {
      switch last {
      case "-", "−", "–": negative = true
      // Recognition takes rules beside a number for brackets.
      case ")", ";", ":", "*", "|", "[", "]", "{", "}", "!", "\"", "”", "“", "'", "’": break
      case ".", ",":
        if text.count < 2 { return nil }
        endsWithMark = last
      case "%": percent = true
      default:
        guard let (found, length) = CurrencySigns.suffix(of: text) else { return nil }
        currency = found
        text = text.dropLast(length)
        continue
      }
      text = text.dropLast()
    }
    let isPlain = text.utf8.allSatisfy { $0 < 128 && $0 != UInt8(ascii: "`") }
    let core =
      isPlain ? text : text.replacing("’", with: "'").replacing("`", with: "'")
    guard !core.isEmpty, core.count <= 24,
      core.allSatisfy({ $0.isASCIIDigit || $0 == "." || $0 == "," || $0 == "'" })
    else { return nil }
    self.core = String(core)
    self.endsWithMark = endsWithMark
    isNegative = negative
    isPercent = percent
    self.currency = currency
  }

  /// Whether a following group of three digits could belong to it.
  var mayContinue: Bool {
    !isPercent && endsWithMark == nil
      && (core.allSatisfy(\.isASCIIDigit) && core.count <= 3
        || core.contains(" ") && !core.contains(",") && !core.contains("."))
  }

  /// Both as one number, when this one ends with a mark and `next` is two or three decimals.
  func completed(by next: NumberShape) -> NumberShape? {
    guard let mark = endsWithMark, !core.contains(mark), (2...3).contains(next.core.count),
      next.core.allSatisfy(\.isASCIIDigit), !isPercent, currency == nil || next.currency == nil
    else { return nil }
    var whole = self
    whole.core = core + String(mark) + next.core
    whole.isPercent = next.isPercent
    whole.isNegative = isNegative || next.isNegative
    whole.currency = currency ?? next.currency
    return whole
  }

  /// Both as one number with a blank as group mark, or nil when `next` is no group of three digits.
  func joined(_ next: NumberShape) -> NumberShape? {
    let head = next.core.prefix { $0.isASCIIDigit }
    let rest = next.core.dropFirst(head.count)
    guard head.count == 3, rest.isEmpty || rest.count <= 3, currency == nil || next.currency == nil
    else { return nil }
    var joined = self
    joined.core = core + " " + next.core
    joined.isPercent = next.isPercent
    joined.isNegative = isNegative || next.isNegative
    joined.currency = currency ?? next.currency
    joined.endsWithMark = next.endsWithMark
    return joined
  }
}

extension Character {
  /// Whether it is one of 0...9.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension UInt8 {
  /// Whether it is the code of one of 0...9.
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it is the code of one of A...Z.
  var isASCIICapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
