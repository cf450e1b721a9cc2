// CFONBRecord.swift — one record of a CFONB statement.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A record of 120 characters; columns are counted from 0.
struct CFONBRecord {
  static let length = 120

  let characters: [Character]
  /// From 1.
  let line: Int

  var code: String { text(0...1) }

  /// Whether the first record opens a statement: its code, currency, decimals and date are there.
  static func isStatement(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(length), as: UTF8.self)
    let first = CFONBRecord(characters: Array(head.prefix { !$0.isNewline }), line: 1)
    guard first.characters.count >= 104, first.code == "01", first.text(19...19) != "" else {
      return false
    }
    return (try? first.date()) != nil && first.text(16...18).allSatisfy(\.isLetter)
  }

  /// The records of a file, each on a line of its own or one behind the other.
  ///
  /// - Throws: `bank-record-short` {line}.
  static func records(of bytes: [UInt8]) throws(Problem) -> [CFONBRecord] {
    let text = TextEncoding.detected(in: bytes).utf8(bytes)
    let lines = String(decoding: text, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var records: [CFONBRecord] = []
    for (place, line) in lines.enumerated() {
      var rest = Array(line)[...]
      while rest.contains(where: { !$0.isWhitespace }) {
        let record = CFONBRecord(characters: Array(rest.prefix(length)), line: place + 1)
        // Blanks at the end are often cut off; an amount never is.
        guard record.characters.count >= (record.code == "05" ? 48 : 104) else {
          throw Problem(.refusal, "bank-record-short", ["line": String(place + 1)])
        }
        records.append(record)
        rest = rest.dropFirst(length)
      }
    }
    return records
  }

  /// The characters of these columns without blanks at either end, inner blanks made one.
  func text(_ columns: ClosedRange<Int>) -> String {
    guard columns.lowerBound < characters.count else { return "" }
    let cell = characters[columns.lowerBound...min(columns.upperBound, characters.count - 1)]
    return String(cell).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The day in columns 34 to 39, DDMMYY.
  ///
  /// - Throws: `bank-date-unreadable` {line}.
  func date() throws(Problem) -> CalendarDate {
    guard let date = DateFormat("ddMMyy")?.date(text(34...39)) else {
      throw unreadable("bank-date-unreadable")
    }
    return date
  }

  /// The amount in columns 90 to 103: the last character carries the last digit and the sign.
  ///
  /// - Throws: `bank-amount-unreadable`, `bank-currency-unknown` {line}.
  func amount(_ books: Currency) throws(Problem) -> Money {
    let code = text(16...18)
    guard let currency = code.isEmpty ? books : Currency(code: code) else {
      throw unreadable("bank-currency-unknown")
    }
    let cell = text(90...103)
    let decimals = Int(text(19...19)) ?? currency.exponent
    guard let last = cell.last, let (digit, isNegative) = Self.signed(last),
      let number = DecimalNumber(cell.dropLast() + String(digit)), number.mantissa >= 0,
      number.scale == 0, (0...6).contains(decimals)
    else { throw unreadable("bank-amount-unreadable") }
    let exact = DecimalNumber(mantissa: number.mantissa, scale: decimals)
    let units = exact.rounded(toPlaces: currency.exponent).map { isNegative ? -$0 : $0 }
    guard exact.scale <= currency.exponent, let money = BankBooks.money(units, currency) else {
      throw unreadable("bank-amount-unreadable")
    }
    return money
  }

  /// "{" is +0, "A" to "I" +1 to +9, "}" −0, "J" to "R" −1 to −9.
  private static func signed(_ character: Character) -> (digit: Int, isNegative: Bool)? {
    guard let place = Array("{ABCDEFGHI}JKLMNOPQR").firstIndex(of: character) else { return nil }
    return (place % 10, place >= 10)
  }

  private func unreadable(_ code: String) -> Problem {
    Problem(.refusal, code, ["line": String(line)])
  }
}
