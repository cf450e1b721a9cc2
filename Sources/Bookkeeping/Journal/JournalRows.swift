// JournalRows.swift — rows of a command that knows plain-text ledgers, as postings.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads rows by the names of the columns.
struct JournalRows {
  private typealias Column = JournalDialect.Column

  private let places: [JournalDialect.Column: Int]

  /// - Throws: `csv-column-missing` {column, mapping, nearest}.
  init(_ header: [String], _ dialect: JournalDialect) throws(Problem) {
    var places: [Column: Int] = [:]
    for column in Column.allCases {
      guard let name = dialect.columns[column] else { continue }
      guard let place = header.firstIndex(of: name) else {
        throw Problem(
          .refusal,
          "csv-column-missing",
          ["column": name, "mapping": dialect.name, "nearest": ""]
        )
      }
      places[column] = place
    }
    self.places = places
  }

  /// - Throws: `journal-date-unreadable`, `journal-amount-unreadable` {line}.
  func posting(_ row: SeparatedRow) throws(Problem) -> JournalPosting {
    // bean-query fills its columns with blanks.
    func text(_ column: Column) -> String {
      guard let place = places[column], place < row.fields.count else { return "" }
      return Self.trimmed(row.fields[place])
    }
    guard let date = CalendarDate(iso: text(.date)) else {
      throw Problem(.refusal, "journal-date-unreadable", ["line": String(row.line)])
    }
    let tags = [("ref", text(.reference)), ("due", text(.due))].filter { !$0.1.isEmpty }
    return JournalPosting(
      transaction: text(.transaction),
      date: date,
      // A transaction may have several links.
      code: places[.narration] == nil
        ? text(.code) : text(.code).split(separator: ",").first.map(String.init) ?? "",
      description: [text(.description), text(.narration)].filter { !$0.isEmpty }
        .joined(separator: " | "),
      comment: ([text(.comment)] + tags.map { $0.0 + ":" + $0.1 }).filter { !$0.isEmpty }
        .joined(separator: ", "),
      account: text(.account).filter { !"()[]".contains($0) }.split(separator: ":").map(
        String.init
      ),
      amount: try amount(text(.amount), text(.commodity), row.line),
      foreign: foreign(text(.postingComment), isDebit: !text(.amount).hasPrefix("-")),
      line: row.line
    )
  }

  /// Never with groups of digits, so the one mark in it is the decimal one.
  private func amount(
    _ text: String,
    _ commodity: String,
    _ line: Int
  ) throws(Problem) -> Money? {
    guard let number = DecimalNumber(text.replacing(",", with: ".")) else {
      throw Problem(.refusal, "journal-amount-unreadable", ["line": String(line)])
    }
    guard let currency = Self.currency(commodity) else { return nil }
    let units = number.rounded(toPlaces: currency.exponent)
    guard number.scale <= currency.exponent, let money = BankBooks.money(units, currency) else {
      throw Problem(.refusal, "journal-amount-unreadable", ["line": String(line)])
    }
    return money
  }

  /// "USD 1939.00" or "1939.00 USD" alone in a comment, with the sign of the posting.
  private func foreign(_ comment: String, isDebit: Bool) -> Money? {
    let words = comment.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2 else { return nil }
    for (code, digits) in [(words[0], words[1]), (words[1], words[0])] {
      guard let currency = Self.currency(code),
        let number = DecimalNumber(digits.replacing(",", with: ".")),
        let units = number.magnitude.rounded(toPlaces: currency.exponent)
      else { continue }
      return BankBooks.money(isDebit ? units : -units, currency)
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(
      start.prefix(start.lastIndex { !$0.isWhitespace }.map { start[...$0].count } ?? 0)
    )
  }

  private static func currency(_ commodity: String) -> Currency? {
    switch commodity {
    case "€": .euro
    case "£": Currency(code: "GBP")
    case "$": Currency(code: "USD")
    default: Currency(code: commodity)
    }
  }
}
