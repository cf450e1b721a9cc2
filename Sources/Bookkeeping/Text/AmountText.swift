// AmountText.swift — amounts as accounting packages print them.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// How numbers are written in a column.
package enum DecimalMark: String, Hashable, Sendable, CaseIterable {
  case comma = ","
  case point = "."
  /// The last of comma and point that is in the text.
  case auto
}

enum AmountText {
  /// The minor units of a printed amount; 0 when it is blank, nil when it is no amount.
  ///
  /// Blanks and apostrophes group digits. With `.auto` a single mark with exactly three digits
  /// behind it says nothing: nil, so that 1.234 is never taken for 1234 or for 1.23.
  static func minorUnits(_ text: String, mark: DecimalMark, exponent: Int) -> Int64? {
    if text.isEmpty || text.allSatisfy(blanks.contains) { return 0 }
    return number(text, mark: mark)?.rounded(toPlaces: exponent)
  }

  /// The number that a text writes as amounts are written, or nil.
  static func number(_ text: String, mark: DecimalMark) -> DecimalNumber? {
    // Plain numbers need no look at each character.
    if mark == .point, let number = DecimalNumber(text) { return number }
    var body = text.filter { !blanks.contains($0) }
    if body.hasSuffix("-") { body = "-" + body.dropLast() }
    if body.hasPrefix("+") { body.removeFirst() }
    return plainText(body, mark: mark).flatMap { DecimalNumber($0) }
  }

  private static func plainText(_ body: String, mark: DecimalMark) -> String? {
    guard let decimal = decimalMark(of: body, mark: mark) else { return body }
    let group: Character = decimal == "," ? "." : ","
    let parts = body.filter { $0 != group }.split(
      separator: decimal,
      omittingEmptySubsequences: false
    )
    guard parts.count <= 2 else { return nil }
    if mark == .auto, parts.count == 2, parts[1].count == 3, !body.contains(group) { return nil }
    return parts.joined(separator: ".")
  }

  private static func decimalMark(of body: String, mark: DecimalMark) -> Character? {
    switch mark {
    case .comma: ","
    case .point: "."
    case .auto: body.last { $0 == "," || $0 == "." }
    }
  }

  private static let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\t", "'", "’", "€"]
}
