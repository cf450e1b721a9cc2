// FECLine.swift — a line of a FEC on a supplier's account.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What a FEC says on one line of a supplier's account.
struct FECLine {
  let line: Int
  let journal: String
  let number: String
  let date: CalendarDate
  let account: String
  /// The auxiliary account, else the account itself: many small books use 401DUPONT.
  let party: String
  let partyName: String
  let reference: String
  let documentDate: CalendarDate?
  let label: String
  /// Debit − credit in minor units of the books' currency.
  let balance: Int64
  /// The same in the document's currency, where that is another.
  let foreign: Money?
  let letter: String
  /// With the year of the lettering: letters are used again.
  let letterYear: Int?

  /// - Throws: `fec-date-unreadable`, `fec-amount-unreadable`.
  init(_ row: FECRow, balance: Int64, books: Currency) throws(Problem) {
    line = row.line
    journal = row.text(.journalCode)
    number = row.text(.number)
    date = try row.requiredDate(.date)
    account = row.text(.account)
    let auxiliary = row.text(.party)
    party = auxiliary.isEmpty ? account : auxiliary
    let name = row.text(.partyName)
    partyName = name.isEmpty && auxiliary.isEmpty ? row.text(.accountName) : name
    reference = row.text(.reference)
    documentDate = try row.date(.documentDate)
    label = row.text(.label)
    self.balance = balance
    foreign = try row.foreign(balance: balance, books: books)
    letter = row.text(.letter)
    letterYear = try row.date(.letterDate)?.year
  }
}

extension FECRow {
  /// - Throws: `fec-date-unreadable`, also when it is empty.
  func requiredDate(_ column: FECColumn) throws(Problem) -> CalendarDate {
    guard let date = try date(column) else { throw unreadable("fec-date-unreadable", column) }
    return date
  }

  /// The date AAAAMMJJ of a column, or nil when it is empty.
  func date(_ column: FECColumn) throws(Problem) -> CalendarDate? {
    let text = text(column)
    if text.isEmpty { return nil }
    guard let date = fecDate.flatMap({ $0.date(text) }) else {
      throw unreadable("fec-date-unreadable", column)
    }
    return date
  }

  /// Debit and credit in minor units.
  ///
  /// - Throws: `fec-amount-unreadable`, `fec-sense-unreadable`.
  func amounts(exponent: Int) throws(Problem) -> (debit: Int64, credit: Int64) {
    guard places[.amount] != nil else {
      return (try amount(.debit, exponent), try amount(.credit, exponent))
    }
    let amount = try amount(.amount, exponent)
    switch text(.sense).uppercased() {
    case "D", "+1", "1", "+": return (amount, 0)
    case "C", "-1", "-": return (0, amount)
    default: throw unreadable("fec-sense-unreadable", .sense)
    }
  }

  private func amount(_ column: FECColumn, _ exponent: Int) throws(Problem) -> Int64 {
    guard let value = fecAmount(bytes(column), exponent: exponent) else {
      throw unreadable("fec-amount-unreadable", column)
    }
    return value
  }

  /// The amount in the document's currency with the sign of the line, or nil when it is the books'.
  func foreign(balance: Int64, books: Currency) throws(Problem) -> Money? {
    let code = text(.foreignCurrency)
    guard let currency = Currency(code: code), currency != books else { return nil }
    let amount = try amount(.foreignAmount, currency.exponent)
    guard amount != 0 else { return nil }
    return Money(minorUnits: balance < 0 ? -abs(amount) : abs(amount), currency: currency)
  }

  private func unreadable(_ code: String, _ column: FECColumn) -> Problem {
    Problem(.refusal, code, ["line": String(line), "column": column.rawValue])
  }
}

private let fecDate = DateFormat("yyyyMMdd")

/// The minor units of "-000012,50": a sign first, comma or point, zeros in front; empty is 0.
///
/// What is finer than a minor unit is rounded half away from zero. Nil when it is no amount.
func fecAmount(_ bytes: ArraySlice<UInt8>, exponent: Int) -> Int64? {
  var value: Int64 = 0
  var decimals: Int?
  var digits = 0
  var roundsUp = false
  let negative = bytes.first == UInt8(ascii: "-")
  let body = negative || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
  for byte in body {
    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
      guard decimals == nil else { return nil }
      decimals = 0
      continue
    }
    guard (48...57).contains(byte) else { return nil }
    digits += 1
    if let places = decimals {
      decimals = places + 1
      if places >= exponent {
        if places == exponent { roundsUp = byte >= 53 }
        continue
      }
    }
    guard let next = appended(byte, to: value) else { return nil }
    value = next
  }
  if digits == 0, !bytes.isEmpty { return nil }
  for _ in min(decimals ?? 0, exponent)..<exponent {
    guard let next = appended(48, to: value) else { return nil }
    value = next
  }
  if roundsUp { value += 1 }
  return negative ? -value : value
}

private func appended(_ digit: UInt8, to value: Int64) -> Int64? {
  guard value < Money.absurdMinorUnits / 10 else { return nil }
  return value * 10 + Int64(digit - 48)
}
