// ValueReader.swift — words read as the value of a field.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A value read from some words of a segment.
struct ReadValue: Hashable, Sendable {
  let value: FieldValue
  let words: Range<Int>
  /// How well the words have the form of such a value, 0...1000.
  let quality: Int
  /// Whether one misread character was changed, the only change by which check digits agree.
  var isRepaired = false
}

/// Reads words as values: what numbers, dates and identifiers look like in this document.
struct ValueReader: Sendable {
  let numbers: NumberReader
  let dates: DateReader
  let currency: Currency

  /// The values of a field that stand in some words of a segment, from left to right.
  func values(
    of rule: Rule,
    in segment: Segment,
    words: Range<Int>
  ) -> [ReadValue] {
    guard !words.isEmpty else { return [] }
    switch rule.field.name {
    case Field.iban.name: return IBANReader.values(in: segment, words: words)
    case Field.sellerVATID.name, Field.buyerVATID.name:
      return VATIDReader.values(in: segment, words: words, country: rule.country)
    case Field.sellerLegalID.name:
      return LegalIDReader.values(in: segment, words: words, country: rule.country)
    case Field.paymentReference.name: return ReferenceReader.values(in: segment, words: words)
    default: break
    }
    switch rule.field.kind {
    case .date:
      var found = dates.dates(in: segment).filter { words.contains($0.words.lowerBound) }
      // A word that may stand before anything ("du", "le") announces no date.
      if found.isEmpty, rule.weight >= 700 {
        found = [dates.unmarkedDate(in: segment, words: words)].compactMap { $0 }
      }
      return found.map {
        ReadValue(
          value: .date($0.date),
          words: $0.words,
          quality: $0.isRepaired ? 850 : 1000,
          isRepaired: $0.isRepaired
        )
      }
    case .amount: return amounts(in: segment, words: words)
    case .identifier: return IdentifierReader.values(in: segment, words: words, dates: dates)
    case .text: return [text(segment, words)].compactMap { $0 }
    case .code, .flag, .vatBreakdown, .lines: return []
    }
  }

  /// Amounts of money: two decimals as a rule, fewer only beside a currency.
  func amounts(in segment: Segment, words: Range<Int>) -> [ReadValue] {
    numbers.numbers(in: segment).compactMap { number in
      guard words.contains(number.words.lowerBound), !number.isPercent,
        number.decimals == currency.exponent || number.currency != nil && number.decimals == 0,
        let amount = Money(number.value, currency: currency),
        // What is larger is no amount, and the arithmetic of the totals would leave 64 bits.
        amount.minorUnits.magnitude < Money.absurdMinorUnits
      else { return nil }
      let quality = number.decimals == currency.exponent ? 1000 : 700
      return ReadValue(value: .amount(amount), words: number.words, quality: quality)
    }
  }

  private func text(_ segment: Segment, _ words: Range<Int>) -> ReadValue? {
    var range = words
    while let first = range.first, !segment.words[first].text.contains(where: \.isLetter) {
      range = range.dropFirst()
    }
    guard !range.isEmpty else { return nil }
    return ReadValue(value: .text(segment.text(of: range)), words: range, quality: 900)
  }
}
