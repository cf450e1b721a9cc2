// MT940Field.swift — one field of an MT940 statement.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A field ":61:…" with its further lines.
struct MT940Field {
  let tag: String
  /// Its lines, joined: banks cut them at 65 characters, within words too.
  let text: String
  /// The first of its lines, where a second one says something else.
  let firstLine: String
  /// From 1.
  let number: Int

  /// Whether the beginning of a file has an account and a balance.
  static func isStatement(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2_000), as: UTF8.self)
    return head.contains(":25:") && (head.contains(":60F:") || head.contains(":60M:"))
  }

  /// The fields of a file in their order.
  static func fields(of bytes: [UInt8]) -> [MT940Field] {
    let text = TextEncoding.detected(in: bytes).utf8(bytes)
    let lines = String(decoding: text, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var fields: [MT940Field] = []
    for (place, line) in lines.enumerated() {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      if parts.count == 3, parts[0].isEmpty, (2...3).contains(parts[1].count) {
        let value = String(parts[2])
        fields.append(
          MT940Field(tag: String(parts[1]), text: value, firstLine: value, number: place + 1)
        )
      } else if line != "-", !line.hasPrefix("-}"), !line.hasPrefix("{"), let last = fields.last {
        fields[fields.count - 1] = MT940Field(
          tag: last.tag,
          text: last.text + line,
          firstLine: last.firstLine,
          number: last.number
        )
      }
    }
    return fields
  }

  /// "C250331EUR1234,56".
  ///
  /// - Throws: `bank-amount-unreadable`, `bank-currency-unknown` {line}.
  func balance() throws(Problem) -> Money {
    let sign = text.prefix(1)
    let rest = text.dropFirst(7)
    guard let currency = Currency(code: String(rest.prefix(3))) else {
      throw unreadable("bank-currency-unknown")
    }
    guard sign == "C" || sign == "D" else { throw unreadable("bank-amount-unreadable") }
    return try money(rest.dropFirst(3), isNegative: sign == "D", currency)
  }

  /// "2503040304DR120,00NTRFF-2025-118//BANKREF": value day, booking day, side, amount, type,
  /// reference.
  ///
  /// - Throws: `bank-amount-unreadable`, `bank-date-unreadable` {line}.
  func line(_ currency: Currency) throws(Problem) -> BankLine {
    guard let day = DateFormat("yyMMdd")?.date(firstLine.prefix(6)) else {
      throw unreadable("bank-date-unreadable")
    }
    var rest = firstLine.dropFirst(6)
    let monthAndDay = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(monthAndDay.count)
    // A reversed credit goes out, a reversed debit comes in.
    let isReversed = rest.first == "R"
    if isReversed { rest = rest.dropFirst() }
    guard let side = rest.first, side == "C" || side == "D" else {
      throw unreadable("bank-amount-unreadable")
    }
    rest = rest.dropFirst()
    if let funds = rest.first, funds.isLetter { rest = rest.dropFirst() }
    let amount = rest.prefix { $0.isNumber || $0 == "," }
    let references = rest.dropFirst(amount.count + 4)
    let own = references.firstRange(of: "//").map { references[..<$0.lowerBound] } ?? references
    let bank = references.firstRange(of: "//").map { references[$0.upperBound...] } ?? ""
    return BankLine(
      id: bank.isEmpty || bank == "NONREF" ? nil : String(bank),
      booked: booked(monthAndDay, near: day),
      amount: try money(amount, isNegative: (side == "D") != isReversed, currency),
      text: own == "NONREF" ? "" : String(own),
      place: number
    )
  }

  /// The booking day has no year: that of the value day, or the next where they lie across it.
  private func booked(_ text: Substring, near day: CalendarDate) -> CalendarDate {
    guard text.count == 4 else { return day }
    let dates = [day.year - 1, day.year, day.year + 1].compactMap { year in
      CalendarDate(iso: "\(year)-\(text.prefix(2))-\(text.suffix(2))")
    }
    return dates.min { abs($0.days(since: day)) < abs($1.days(since: day)) } ?? day
  }

  private func money(
    _ text: Substring,
    isNegative: Bool,
    _ currency: Currency
  ) throws(Problem) -> Money {
    // There is always a comma: "100," has no decimals.
    let digits = text.hasSuffix(",") ? text.dropLast() : text
    guard text.contains(","), let number = DecimalNumber(String(digits).replacing(",", with: ".")),
      number.mantissa >= 0, number.scale <= currency.exponent,
      let units = number.rounded(toPlaces: currency.exponent),
      let money = BankBooks.money(isNegative ? -units : units, currency)
    else { throw unreadable("bank-amount-unreadable") }
    return money
  }

  private func unreadable(_ code: String) -> Problem {
    Problem(.refusal, code, ["line": String(number)])
  }
}
