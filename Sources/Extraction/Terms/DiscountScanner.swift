// DiscountScanner.swift — finds what may be deducted for paying early.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Finds the cash discount in the tokens of one clause.
struct DiscountScanner {
  let tokens: [TermsToken]

  /// A discount with the tokens that state it.
  typealias Hit = (discount: CashDiscount, tokens: Range<Int>)

  /// The first discount of the clause, or nil.
  func first() -> Hit? {
    for index in tokens.indices {
      if let hit = coded(index) ?? slashed(index) ?? worded(index) { return hit }
    }
    return nil
  }

  /// "#SKONTO#TAGE=10#PROZENT=2.00#" (XRechnung, BT-20).
  private func coded(_ index: Int) -> Hit? {
    let form = ["#", "SKONTO", "#", "TAGE", "="]
    guard index + 9 < tokens.count,
      form.indices.allSatisfy({ tokens[index + $0].text == form[$0] }),
      let days = tokens[index + 5].number, tokens[index + 6].text == "#",
      tokens[index + 7].text == "PROZENT", let (percent, end) = percent(at: index + 9)
    else { return nil }
    return hit(percent, days, index..<min(tokens.count, end + 1))
  }

  /// "2/10 net 30", "2% 10, n/30": the tokens of "net 30" are left.
  private func slashed(_ index: Int) -> Hit? {
    guard let (percent, percentEnd) = percent(at: index), !isDate(index) else { return nil }
    var next = percentEnd
    if next < tokens.count, tokens[next].text == "/" { next += 1 }
    guard next > index + 1, next < tokens.count, let days = tokens[next].number else { return nil }
    var end = next + 1
    if end < tokens.count, TermsWords.days.contains(tokens[end].text) { end += 1 }
    var net = end
    if net < tokens.count, tokens[net].text == "," { net += 1 }
    guard net + 1 < tokens.count,
      tokens[net].text == "NET" && tokens[net + 1].isDigits
        || tokens[net].text == "N" && tokens[net + 1].text == "/"
    else { return nil }
    return hit(percent, days, index..<end)
  }

  /// "10 Tage 2 % Skonto", "escompte de 2 % sous 8 jours", "2% discount if paid within 10 days".
  private func worded(_ index: Int) -> Hit? {
    guard let (percent, end) = percent(at: index), end > index + 1, tokens[end - 1].text == "%"
    else { return nil }
    let segment = segment(around: index)
    let word = segment.first { TermsWords.discounts.contains(tokens[$0].text) }
    let delays = segment.compactMap { index in days(at: index).map { (index, $0.0, $0.1) } }
      .filter { !isNet($0.0, $0.2) }
    let before = delays.last { $0.2 <= index }
    guard let (start, days, delayEnd) = before ?? delays.first(where: { $0.0 >= end }) else {
      return nil
    }
    let isBeside = delayEnd == index || start == end
    guard word != nil || isBeside && hasNetElsewhere(segment) else { return nil }
    let low = min(index, start, word ?? index)
    return hit(percent, days, low..<max(end, delayEnd, (word ?? 0) + 1))
  }

  private func hit(_ percent: DecimalNumber, _ days: Int, _ range: Range<Int>) -> Hit? {
    guard percent.mantissa > 0, percent <= DecimalNumber(mantissa: 20), days <= 180 else {
      return nil
    }
    return (CashDiscount(percent: percent, days: days), range)
  }

  /// A number with decimals or none, and the sign after it if there is one.
  private func percent(at index: Int) -> (DecimalNumber, Int)? {
    guard index < tokens.count, tokens[index].number != nil,
      index == 0 || !(tokens[index].isGlued && [".", ","].contains(tokens[index - 1].text))
    else { return nil }
    var text = tokens[index].text
    var end = index + 1
    if end + 1 < tokens.count, [",", "."].contains(tokens[end].text), tokens[end].isGlued,
      tokens[end + 1].isGlued, tokens[end + 1].number != nil
    {
      text += "." + tokens[end + 1].text
      end += 2
    }
    let hasSign =
      end < tokens.count && ["%", "PROZENT", "PERCENT", "PROCENT"].contains(tokens[end].text)
    return DecimalNumber(text).map { ($0, hasSign ? end + 1 : end) }
  }

  private func days(at index: Int) -> (Int, Int)? {
    guard let (delay, end) = DueRuleScanner(tokens: tokens).delay(at: index),
      case .days(let days) = delay
    else { return nil }
    return (days, end)
  }

  /// Whether the delay is said to be the one without a deduction.
  private func isNet(_ start: Int, _ end: Int) -> Bool {
    if start > 0, TermsWords.netWords.contains(tokens[start - 1].text) { return true }
    guard end < tokens.count else { return false }
    if tokens[end].text == "OHNE" { return true }
    return TermsWords.netWords.contains(tokens[end].text)
      && !(end + 1 < tokens.count && tokens[end + 1].isDigits)
  }

  private func hasNetElsewhere(_ segment: Range<Int>) -> Bool {
    tokens.indices.contains { index in
      !segment.contains(index) && TermsWords.netWords.contains(tokens[index].text)
    }
  }

  private func isDate(_ index: Int) -> Bool { TermsDate.read(tokens, at: index) != nil }

  /// The tokens around one up to the next comma or "or".
  private func segment(around index: Int) -> Range<Int> {
    let start = tokens[..<index].lastIndex(where: isSeparator).map { $0 + 1 } ?? 0
    let end = tokens[index...].firstIndex(where: isSeparator) ?? tokens.count
    return start..<end
  }

  private func isSeparator(_ token: TermsToken) -> Bool {
    if token.text == "," { return !isDecimal(token) }
    return ["OU", "OR", "ODER", "SONST", "ANSONSTEN", "OPPURE", "BZW", "/"].contains(token.text)
  }

  /// A comma inside a number has digits without blanks on both sides.
  private func isDecimal(_ comma: TermsToken) -> Bool {
    guard comma.isGlued, let index = tokens.firstIndex(of: comma), index > 0,
      index + 1 < tokens.count
    else { return false }
    return tokens[index - 1].isDigits && tokens[index + 1].isDigits && tokens[index + 1].isGlued
  }
}
