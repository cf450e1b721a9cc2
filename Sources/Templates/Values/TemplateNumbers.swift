// TemplateNumbers.swift — numbers as templates read them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads numbers by the decimal separator that a template states.
struct TemplateNumbers: Hashable, Sendable {
  let decimalSeparator: String

  private var thousandsSeparator: String { decimalSeparator == "." ? "," : "." }

  /// The number of a text.
  ///
  /// - Throws: `TemplateFailure` when the text is no number.
  func number(_ text: String) throws(TemplateFailure) -> DecimalNumber {
    // The letters are those of a slip in the original, which templates have come to rely on.
    guard text.contains(where: { ",.'\\s".contains($0) }) else { return try plain(text) }
    guard text.ranges(of: decimalSeparator).count < 2 else {
      throw TemplateFailure("the decimal separator occurs twice in \(text)")
    }
    let digits = text.replacing(thousandsSeparator, with: "").filter {
      !$0.isWhitespace && $0 != "'"
    }
    return try plain(digits.replacing(decimalSeparator, with: "."))
  }

  /// Whether a text could mean another number: its marks do not stand where the separators would.
  func isDoubtful(_ text: String) -> Bool {
    guard let mark = text.lastIndex(where: { $0 == "," || $0 == "." }) else { return false }
    let decimals = text[text.index(after: mark)...].prefix(while: \.isNumber).count
    if String(text[mark]) != decimalSeparator { return decimals != 3 }
    let whole = text[..<mark].filter(\.isNumber)
    let hasOther = text[..<mark].contains { ",.' ".contains($0) }
    return decimals == 3 && !hasOther && whole != "0" && (1...3).contains(whole.count)
  }

  /// The number that Python's `float` reads: blanks around, digits grouped by underscores.
  private func plain(_ text: String) throws(TemplateFailure) -> DecimalNumber {
    var digits = Substring(text)
    while digits.first?.isWhitespace == true { digits.removeFirst() }
    while digits.last?.isWhitespace == true { digits.removeLast() }
    let isGrouped =
      !digits.hasPrefix("_") && !digits.hasSuffix("_") && !digits.contains("__")
    if digits.first == "+" { digits.removeFirst() }
    let isSigned = digits.first == "-"
    let body = (isSigned ? digits.dropFirst() : digits).filter { $0 != "_" }
    guard isGrouped, !body.hasPrefix("-"),
      let number = DecimalNumber((isSigned ? "-" : "") + body)
    else { throw TemplateFailure("no number: \(text.prefix(60))") }
    return number
  }

  /// The sum, or nil when it leaves 64 bits.
  static func sum(_ numbers: [DecimalNumber]) -> DecimalNumber? {
    let scale = numbers.map(\.scale).max() ?? 0
    var total: Int64 = 0
    for number in numbers {
      guard let mantissa = number.rounded(toPlaces: scale) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(mantissa)
      guard !overflow else { return nil }
      total = sum
    }
    return DecimalNumber(mantissa: total, scale: scale)
  }
}
