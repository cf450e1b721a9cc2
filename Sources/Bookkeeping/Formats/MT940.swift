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
  private var sheaf = StatementSheaf()
  private var currency: Currency
  /// Whether what comes is about the latest line.
  private var isAfterLine = false

  init(books: Currency) { currency = books }

  var statements: [BankStatement] { sheaf.statements }

  mutating func take(_ field: MT940Field) throws(Problem) {
    switch field.tag {
    case "25": sheaf.open(field.text)
    case "60F", "60M", "62F", "62M":
      let balance = try field.balance()
      currency = balance.currency
      if field.tag.hasPrefix("60") { sheaf.setOpening(balance) } else { sheaf.setClosing(balance) }
    case "61": sheaf.add(try field.line(currency))
    case "86" where isAfterLine:
      let told = MT940Information(field.text)
      sheaf.withLatestLine { line in
        (line.party, line.partyIBAN) = (told.name, told.account)
        let references = line.text
        line.text = told.text
        line.append(references)
      }
    default: break
    }
    isAfterLine = field.tag == "61"
  }
}
