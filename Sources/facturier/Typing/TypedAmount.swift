// TypedAmount.swift — amounts as people type them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads amounts in French and English form: "1 234,50", "1.234,50", "1,234.50 €", "119.88".
enum TypedAmount {
  /// The amount, or nil when the text is none or has more decimals than the currency.
  static func amount(_ text: String, currency: Currency) -> Money? {
    guard let number = number(stripped(text, currency)), number.scale <= currency.exponent else {
      return nil
    }
    return Money(number, currency: currency)
  }

  /// The number that the text writes, or nil.
  ///
  /// The last of "," and "." is the decimal mark, unless it stands several times or alone before
  /// exactly three digits: then it groups.
  static func number(_ text: String) -> DecimalNumber? {
    let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"]
    let body = text.replacing("−", with: "-").filter { !blanks.contains($0) }
    guard let last = body.lastIndex(where: { $0 == "," || $0 == "." }) else {
      return DecimalNumber(body)
    }
    let mark = body[last]
    let other: Character = mark == "," ? "." : ","
    let isRepeated = body.filter { $0 == mark }.count > 1
    let decimals = body.distance(from: last, to: body.endIndex) - 1
    let isGroup = isRepeated || !body.contains(other) && decimals == 3
    let whole = isGroup ? body[...] : body[..<last]
    guard let digits = ungrouped(whole, isGroup ? mark : other) else { return nil }
    return DecimalNumber(isGroup ? digits : digits + "." + body[body.index(after: last)...])
  }

  /// The digits without the groups' mark, or nil when a group has not three digits.
  private static func ungrouped(_ whole: Substring, _ mark: Character) -> String? {
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    let first = groups.first ?? ""
    let digits = first.drop { $0 == "-" }.count
    guard groups.count == 1 || (1...3).contains(digits) else { return nil }
    return groups.joined()
  }

  private static func stripped(_ text: String, _ currency: Currency) -> String {
    var body = text.trimmingBlanks()
    for sign in [currency.symbol, currency.code] {
      if body.uppercased().hasSuffix(sign) { body = String(body.dropLast(sign.count)) }
      if body.uppercased().hasPrefix(sign) { body = String(body.dropFirst(sign.count)) }
    }
    return body.trimmingBlanks()
  }
}

extension String {
  /// The text without white space at its ends.
  func trimmingBlanks() -> String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
