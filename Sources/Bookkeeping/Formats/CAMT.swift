// CAMT.swift — bank statements in XML (ISO 20022 camt.052, camt.053, camt.054) as a ledger format.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// Bank statements in XML, of any version: names are the same in all, namespaces are not looked at.
  ///
  /// - Throws: when read, `bank-amount-unreadable`, `bank-date-unreadable`,
  ///   `bank-currency-unknown`, `bank-unbalanced`, `ledger-file-empty`.
  static let camt = LedgerFormat(
    name: "camt",
    recognises: { file, _ in file.markup.map { !CAMTStatement.elements(of: $0).isEmpty } ?? false },
    read: { file, settings throws(Problem) in
      guard let markup = file.markup else {
        throw Problem(.refusal, "ledger-file-unrecognised", ["file": file.name])
      }
      var count = 0
      var statements: [BankStatement] = []
      for element in CAMTStatement.elements(of: markup) {
        var reader = CAMTStatement(books: settings.currency, count: count)
        statements.append(try reader.statement(element))
        count = reader.count
      }
      return try BankBooks.books(of: statements, source: "camt", file: file)
    }
  )
}
