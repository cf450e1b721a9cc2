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
  private var sheaf = StatementSheaf()
  private let books: Currency

  init(books: Currency) { self.books = books }

  var statements: [BankStatement] { sheaf.statements }

  mutating func take(_ record: CFONBRecord) throws(Problem) {
    switch record.code {
    case "01":
      let account = record.text(2...6) + record.text(11...15) + record.text(21...31)
      sheaf.open(account, balance: try record.amount(books))
    case "07": sheaf.setClosing(try record.amount(books))
    case "04":
      sheaf.add(
        BankLine(
          booked: try record.date(),
          amount: try record.amount(books),
          text: [record.text(48...79), record.text(104...119)]
            .filter { $0.contains { $0 != "0" } }.joined(separator: " "),
          place: record.line
        )
      )
    case "05": complete(with: record)
    default: break
    }
  }

  /// What a complement says: names of payer and beneficiary, of which one may be ourselves, their
  /// identifiers, texts.
  private mutating func complete(with record: CFONBRecord) {
    let text = record.text(48...117)
    guard !text.isEmpty else { return }
    let qualifier = record.text(45...47)
    sheaf.withLatestLine { line in
      let isOutgoing = line.amount.minorUnits < 0
      switch qualifier {
      case "NBE" where isOutgoing || line.party == nil: line.party = text
      case "NPY" where !isOutgoing || line.party == nil: line.party = text
      case "IBE" where isOutgoing, "IPY" where !isOutgoing:
        // An identifier in 35 characters, and behind them of what type it is.
        let word = record.text(48...82).prefix { $0 != " " }
        line.partyIBAN = IBAN(String(word))?.compact ?? line.partyIBAN
      case "LIB", "LCC", "LC2", "LCS", "RCN", "REF": line.append(text)
      default: break
      }
    }
  }
}
