// OFX.swift — bank statements of OFX 1.x (SGML) and 2.x (XML) as a ledger format.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// Statements of accounts and cards in OFX of either syntax.
  ///
  /// - Throws: when read, `bank-amount-unreadable`, `bank-date-unreadable`,
  ///   `bank-currency-unknown`, `ledger-file-empty`.
  static let ofx = LedgerFormat(
    name: "ofx",
    recognises: { file, _ in OFXTag.isOFX(file.bytes) },
    read: { file, settings throws(Problem) in
      var reader = OFXStatements(books: settings.currency)
      for tag in OFXTag.tags(of: file.bytes) { try reader.take(tag) }
      return try BankBooks.books(of: reader.statements, source: "ofx", file: file)
    }
  )
}

/// Gathers the transactions of a file from its tags.
private struct OFXStatements {
  private(set) var statements: [BankStatement] = []
  private var currency: Currency
  private var fields: [String: String]?
  private var line = 0

  init(books: Currency) { currency = books }

  mutating func take(_ tag: OFXTag) throws(Problem) {
    line = tag.line
    switch tag.name {
    case "STMTRS", "CCSTMTRS": statements.append(BankStatement())
    case "CURDEF":
      guard let known = Currency(code: tag.value) else { throw unreadable("bank-currency-unknown") }
      currency = known
    case "ACCTID":
      // Inside a transaction it is the account of the other side.
      if fields == nil, !statements.isEmpty {
        statements[statements.count - 1].account = tag.value
      }
    case "STMTTRN":
      try finish()
      fields = [:]
    case "/STMTTRN", "/BANKTRANLIST": try finish()
    default:
      // The first of its name: what follows inside an aggregate is about something else.
      if !tag.value.isEmpty, fields?[tag.name] == nil { fields?[tag.name] = tag.value }
    }
  }

  private mutating func finish() throws(Problem) {
    guard let values = fields else { return }
    fields = nil
    let text = values["TRNAMT"] ?? ""
    let units = AmountText.minorUnits(text, mark: .auto, exponent: currency.exponent)
    guard !text.isEmpty, let amount = BankBooks.money(units, currency) else {
      throw unreadable("bank-amount-unreadable")
    }
    let day = DateFormat("yyyyMMdd").flatMap { $0.date((values["DTPOSTED"] ?? "").prefix(8)) }
    guard let day else { throw unreadable("bank-date-unreadable") }
    if statements.isEmpty { statements.append(BankStatement()) }
    let name = values["NAME"]
    let line = BankLine(
      id: values["FITID"],
      booked: day,
      amount: amount,
      party: name,
      text: values["MEMO"] ?? name ?? "",
      place: line
    )
    statements[statements.count - 1].lines.append(line)
  }

  private func unreadable(_ code: String) -> Problem {
    Problem(.refusal, code, ["line": String(line)])
  }
}
