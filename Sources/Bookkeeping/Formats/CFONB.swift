// CFONB.swift — French bank statements in records of 120 characters (CFONB) as a ledger format.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// The "relevé de compte" of French banks.
  ///
  /// - Throws: when read, `bank-record-short`, `bank-amount-unreadable`, `bank-date-unreadable`,
  ///   `bank-currency-unknown`, `bank-unbalanced`, `ledger-file-empty`.
  static let cfonb = LedgerFormat(
    name: "cfonb",
    recognises: { file, _ in CFONBRecord.isStatement(file.bytes) },
    read: { file, settings throws(Problem) in
      var reader = CFONBStatements(books: settings.currency)
      for record in try CFONBRecord.records(of: file.bytes) { try reader.take(record) }
      return try BankBooks.books(of: reader.statements, source: "cfonb", file: file)
    }
  )
}

/// Gathers statements from records: 01 opens one, 04 is a line, 05 says more of it, 07 closes.
private struct CFONBStatements {
  private(set) var statements: [BankStatement] = []
  private let books: Currency

  init(books: Currency) { self.books = books }

  mutating func take(_ record: CFONBRecord) throws(Problem) {
    switch record.code {
    case "01":
      let account = record.text(2...6) + record.text(11...15) + record.text(21...31)
      let opening = try record.amount(books)
      statements.append(BankStatement(account: account, opening: opening))
    case "07":
      guard !statements.isEmpty else { return }
      statements[statements.count - 1].closing = try record.amount(books)
    case "04":
      if statements.isEmpty { statements.append(BankStatement()) }
      let line = BankLine(
        booked: try record.date(),
        amount: try record.amount(books),
        text: [record.text(48...79), record.text(104...119)].filter { $0.contains { $0 != "0" } }
          .joined(separator: " "),
        place: record.line
      )
      statements[statements.count - 1].lines.append(line)
    case "05": complete(with: record)
    default: break
    }
  }

  private mutating func complete(with record: CFONBRecord) {
    guard let last = statements.indices.last, let line = statements[last].lines.indices.last,
      case let text = record.text(48...117), !text.isEmpty
    else { return }
    switch record.text(45...47) {
    case "NPY", "NBE": statements[last].lines[line].party = text
    case "LIB", "LCC", "LC2", "LCS", "RCN", "REF":
      statements[last].lines[line].text += " " + text
    default: break
    }
  }
}
