// MappedRow.swift — one row of a CSV file seen through its mapping.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing
internal import Patterns

/// Where the columns of a mapping stand in a file.
struct MappedColumns: Sendable {
  let mapping: LedgerMapping
  /// By the headings' letters and digits.
  private let places: [String: Int]
  /// By the names that the mapping itself gives: asked for in every row.
  private let named: [String: Int]

  /// - Throws: `csv-column-missing` for a column that the mapping names and the file lacks.
  init(mapping: LedgerMapping, headings: [String]) throws(Problem) {
    self.mapping = mapping
    var places: [String: Int] = [:]
    for (place, heading) in headings.enumerated()
    where places[asciiLettersAndDigits(heading)] == nil {
      places[asciiLettersAndDigits(heading)] = place
    }
    self.places = places
    let needed = Self.needed(by: mapping)
    named = (mapping.columns.values + needed).reduce(into: [:]) {
      $0[$1] = places[asciiLettersAndDigits($1)]
    }
    for column in needed where named[column] == nil {
      let nearest = nearest(to: column, among: headings) ?? headings.joined(separator: ", ")
      throw Problem(
        .usage,
        "csv-column-missing",
        ["column": column, "mapping": mapping.source, "nearest": nearest]
      )
    }
  }

  /// The text of a column without outer blanks; empty where the row is too short.
  func text(_ column: String, of row: SeparatedRow) -> String {
    guard let place = named[column] ?? places[asciiLettersAndDigits(column)],
      place < row.fields.count
    else { return "" }
    return withoutOuterBlanks(row.fields[place])
  }

  /// The columns that a file must have; what lines of orders tell is all that receipts have.
  private static func needed(by mapping: LedgerMapping) -> [String] {
    var names = mapping.columns.filter { !$0.key.isOptional || mapping.content == .receipts }
      .sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
    switch mapping.amount {
    case .debitCredit: break
    case .column(let column, _): names.append(column)
    case .sense(let sense, let column, _): names += [sense, column]
    }
    switch mapping.open {
    case .always, .letter: break
    case .status(let column, _, _): names.append(column)
    case .left(let left, let whole): names += [left, whole]
    }
    return names
  }
}

/// The values of a row.
struct MappedRow {
  let row: SeparatedRow
  let columns: MappedColumns
  let books: Currency

  private var mapping: LedgerMapping { columns.mapping }

  /// The text of a field, or nil when it is empty or not mapped.
  func text(_ field: LedgerMapping.Field) -> String? {
    guard let column = mapping.columns[field] else { return nil }
    let text = columns.text(column, of: row)
    return text.isEmpty ? nil : text
  }

  /// Whether the mapping passes over this row.
  ///
  /// - Throws: `pattern-limit`.
  func isSkipped() throws(Problem) -> Bool {
    for condition in mapping.skipIf {
      var holds = !condition.isEmpty
      for (name, pattern) in condition where holds {
        let column = LedgerMapping.Field(rawValue: name).flatMap { mapping.columns[$0] } ?? name
        holds = try occurs(pattern, in: columns.text(column, of: row))
      }
      if holds { return true }
    }
    return false
  }

  /// Whether data ends before this row.
  ///
  /// - Throws: `pattern-limit`.
  func isFooter() throws(Problem) -> Bool {
    guard let footer = mapping.footer else { return false }
    for field in row.fields where try occurs(footer, in: field) { return true }
    return false
  }

  /// - Throws: `csv-date-unreadable`.
  func date(_ field: LedgerMapping.Field) throws(Problem) -> CalendarDate? {
    guard let text = text(field) else { return nil }
    for format in mapping.dates {
      if let date = format.date(text) { return date }
    }
    throw unreadable("csv-date-unreadable", mapping.columns[field] ?? field.rawValue)
  }

  /// - Throws: `csv-currency-unknown`.
  func currency() throws(Problem) -> Currency {
    guard let code = text(.currency) else { return mapping.currency ?? books }
    guard let currency = Currency(code: code == "€" ? "EUR" : code) else {
      throw unreadable("csv-currency-unknown", mapping.columns[.currency] ?? "currency")
    }
    return currency
  }

  /// A quantity or a price of a unit; nil when the field is empty or not mapped.
  ///
  /// - Throws: `csv-amount-unreadable`.
  func number(_ field: LedgerMapping.Field) throws(Problem) -> DecimalNumber? {
    guard let text = text(field) else { return nil }
    guard let number = AmountText.number(text, mark: mapping.decimal) else {
      throw unreadable("csv-amount-unreadable", mapping.columns[field] ?? field.rawValue)
    }
    return number
  }

  /// The line of an order that the row is; nil when it has no quantity.
  ///
  /// - Throws: `csv-amount-unreadable`.
  func orderLine() throws(Problem) -> OrderLine? {
    guard let quantity = try number(.quantity) else { return nil }
    return OrderLine(
      number: text(.line) ?? "",
      item: text(.item),
      description: text(.label) ?? "",
      quantity: quantity,
      unitPrice: try number(.unitPrice)
    )
  }

  /// Debit − credit.
  ///
  /// - Throws: `csv-amount-unreadable`, `csv-currency-unknown`.
  func amount() throws(Problem) -> Money {
    let currency = try currency()
    let units: Int64
    switch mapping.amount {
    case .debitCredit:
      let debit = try minorUnits(mapping.columns[.debit] ?? "", currency)
      units = debit - (try minorUnits(mapping.columns[.credit] ?? "", currency))
    case .column(let column, let isCredit):
      units = try minorUnits(column, currency) * (isCredit ? -1 : 1)
    case .sense(let sense, let column, let debit):
      let isDebit =
        asciiLettersAndDigits(columns.text(sense, of: row)) == asciiLettersAndDigits(debit)
      units = try minorUnits(column, currency) * (isDebit ? 1 : -1)
    }
    return Money(minorUnits: units, currency: currency)
  }

  /// - Throws: `csv-amount-unreadable`.
  func state() throws(Problem) -> SettlementState {
    switch mapping.open {
    case .always: return .open
    case .letter:
      guard let letter = text(.letter) else { return .open }
      return letter == letter.lowercased() && letter != letter.uppercased() ? .partlyPaid : .closed
    case .status(let column, let closed, let partial):
      let state = asciiLettersAndDigits(columns.text(column, of: row))
      if closed.contains(where: { asciiLettersAndDigits($0) == state }) { return .closed }
      return partial.contains { asciiLettersAndDigits($0) == state } ? .partlyPaid : .open
    case .left(let left, let whole):
      let remaining = try minorUnits(left, books)
      if remaining == 0 { return .closed }
      return abs(remaining) < abs(try minorUnits(whole, books)) ? .partlyPaid : .open
    }
  }

  private func minorUnits(_ column: String, _ currency: Currency) throws(Problem) -> Int64 {
    let text = columns.text(column, of: row)
    let units = AmountText.minorUnits(text, mark: mapping.decimal, exponent: currency.exponent)
    guard let units, units.magnitude < Money.absurdMinorUnits else {
      throw unreadable("csv-amount-unreadable", column)
    }
    return units
  }

  private func occurs(_ pattern: Pattern, in text: String) throws(Problem) -> Bool {
    do {
      return try pattern.firstMatch(in: text) != nil
    } catch {
      throw Problem(
        .configuration,
        "pattern-limit",
        ["pattern": pattern.source, "line": String(row.line)]
      )
    }
  }

  private func unreadable(_ code: String, _ column: String) -> Problem {
    Problem(.refusal, code, ["line": String(row.line), "column": column])
  }
}

/// A text without the blanks at either end.
private func withoutOuterBlanks(_ text: String) -> String {
  func isPlain(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x7F } ?? true }
  // Most have none, and need no look at Unicode's tables.
  if isPlain(text.utf8.first), isPlain(text.utf8.last) { return text }
  let start = text.drop(while: \.isWhitespace)
  let end = start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) }
  return String(start[..<(end ?? start.startIndex)])
}
