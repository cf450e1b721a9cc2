// MT940.swift — bank statements of SWIFT MT940 as a ledger format, as far as invoices need it.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// Statements of MT940: accounts, balances, lines and what is said about them.
  ///
  /// - Throws: when read, `bank-amount-unreadable`, `bank-date-unreadable`,
  ///   `bank-currency-unknown`, `bank-unbalanced`, `ledger-file-empty`.
  static let mt940 = LedgerFormat(
    name: "mt940",
    recognises: { file, _ in MT940Field.isStatement(file.bytes) },
    read: { file, settings throws(Problem) in
      var reader = MT940Statements(books: settings.currency)
      for field in MT940Field.fields(of: file.bytes) { try reader.take(field) }
      return try BankBooks.books(of: reader.statements, source: "mt940", file: file)
    }
  )
}

/// Gathers statements from fields: 25 opens one, 61 is a line, 86 says more of it.
private struct MT940Statements {
  private(set) var statements: [BankStatement] = []
  private var currency: Currency
  /// Whether what comes is about the latest line.
  private var isAfterLine = false

  init(books: Currency) { currency = books }

  mutating func take(_ field: MT940Field) throws(Problem) {
    switch field.tag {
    case "25": statements.append(BankStatement(account: field.text))
    case "60F", "60M", "62F", "62M":
      if statements.isEmpty { statements.append(BankStatement()) }
      let (last, balance) = (statements.count - 1, try field.balance())
      currency = balance.currency
      if field.tag.hasPrefix("60") {
        statements[last].opening = balance
      } else {
        statements[last].closing = balance
      }
    case "61":
      if statements.isEmpty { statements.append(BankStatement()) }
      statements[statements.count - 1].lines.append(try field.line(currency))
    case "86":
      guard isAfterLine, let last = statements.indices.last,
        let line = statements[last].lines.indices.last
      else { break }
      let told = MT940Information(field.text)
      statements[last].lines[line].party = told.name
      statements[last].lines[line].partyIBAN = told.account
      let more = [told.text, statements[last].lines[line].text]
      statements[last].lines[line].text = more.filter { !$0.isEmpty }.joined(separator: " ")
    default: break
    }
    isAfterLine = field.tag == "61"
  }
}
