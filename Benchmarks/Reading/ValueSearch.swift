// ValueSearch.swift — whether a printed value can be found in a text.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// A text in which printed values are looked for.
///
/// A value is found when its normal form occurs in the normal form of the text: identifiers without
/// blanks and punctuation, amounts and dates in any of the usual printed forms.
struct ValueSearch {
  /// Without blanks and punctuation, in capitals.
  private let squeezed: String
  /// With plain blanks only.
  private let plain: String
  /// Without blanks inside numbers.
  private let tight: String
  private let squeezedWords: Set<String>

  static let identifierNames = [
    "invoice_number", "seller_vat_id", "buyer_vat_id", "iban", "purchase_order",
    "payment_reference", "seller_legal_id",
  ]
  static let amountNames = [
    "total_without_vat", "total_vat", "total_with_vat", "amount_due", "prepaid",
  ]
  static let dateNames = ["issue_date", "due_date"]
  static let fieldNames = identifierNames + amountNames + dateNames

  init(_ text: String) {
    let blanks: Set<Unicode.Scalar> = ["\u{A0}", "\u{202F}", "\u{2009}"]
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(blanks.contains(scalar) ? " " : scalar) }
    self.plain = String(plain)
    squeezed = Self.squeeze(text)
    tight = self.plain.replacingOccurrences(
      of: "(?<=[\\d.,'])\\s+(?=[\\d.,'])",
      with: "",
      options: .regularExpression
    )
    squeezedWords = Set(self.plain.split(whereSeparator: \.isWhitespace).map { Self.squeeze($0) })
  }

  /// Whether the value stands in the text.
  func finds(_ printed: TruthValue) -> Bool {
    if Self.dateNames.contains(printed.name) { return findsDate(printed.value) }
    if Self.amountNames.contains(printed.name) { return findsAmount(printed.value) }
    return findsIdentifier(printed.value, of: printed.name)
  }

  /// A VAT id is found without its country too, an IBAN broken over two lines too.
  private func findsIdentifier(_ value: String, of name: String) -> Bool {
    let wanted = Self.squeeze(value)
    if squeezed.holds(wanted) { return true }
    let country = wanted.prefix(2)
    if name.hasSuffix("vat_id"), country.count == 2, country.allSatisfy(\.isLetter),
      squeezed.holds(wanted.dropFirst(2))
    {
      return true
    }
    guard name == "iban" else { return false }
    return (12..<max(12, wanted.count)).contains { cut in
      let rest = wanted.dropFirst(cut)
      guard squeezed.holds(wanted.prefix(cut)) else { return false }
      return rest.count > 4 ? squeezed.holds(rest) : squeezedWords.contains(String(rest))
    }
  }

  private func findsAmount(_ value: String) -> Bool {
    Self.printedForms(ofAmount: value).contains { form in
      plain.holds(form) || tight.holds(form.filter { $0 != " " })
    }
  }

  /// "1234.5" as 1234.50, 1 234,50, 1.234,50, 1'234.50 and so on; a sign is left out.
  static func printedForms(ofAmount value: String) -> Set<String> {
    let parts = value.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }) else { return [] }
    let cents = String(((parts.count > 1 ? parts[1] : "") + "00").prefix(2))
    var forms: Set<String> = []
    for mark in [",", "."] {
      for separator in ["", " ", ".", ",", "'"] where separator != mark {
        forms.insert(grouped(whole, by: separator) + mark + cents)
      }
    }
    return forms
  }

  private static func grouped(_ number: Int, by separator: String) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return text
  }

  /// Numeric in the three usual orders, or the day and year beside the name of a month.
  private func findsDate(_ value: String) -> Bool {
    let parts = value.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return false }
    let (year, month, day) = (parts[0], parts[1], parts[2])
    let years = "(?:\(year)|\(String(year).dropFirst(2)))"
    let patterns = [
      "0?\(day)\\D{1,3}0?\(month)\\D{1,3}\(years)",
      "\(year)\\D{1,3}0?\(month)\\D{1,3}0?\(day)",
      "0?\(month)\\D{1,3}0?\(day)\\D{1,3}\(years)",
      "0?\(day)(?:er|st|nd|rd|th)?\\.?\\s*(?:de\\s+)?[^\\W\\d]{3,10}\\.?,?\\s*(?:de\\s+)?\(years)",
      "[^\\W\\d]{3,10}\\.?\\s+0?\(day)(?:st|nd|rd|th)?,?\\s+\(year)",
    ]
    return patterns.contains { plain.range(of: $0, options: .regularExpression) != nil }
  }

  private static func squeeze(_ text: some StringProtocol) -> String {
    let capitals = text.decomposedStringWithCompatibilityMapping.uppercased()
    let kept = capitals.utf8.filter { (48...57).contains($0) || (65...90).contains($0) }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension String {
  /// Whether another text occurs in it, byte for byte.
  fileprivate func holds(_ other: some StringProtocol) -> Bool {
    utf8.contains(Array(other.utf8))
  }
}
