// Journals.swift — the postings of plain-text ledgers, as the commands that know them write them.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// What `hledger print -x -O csv` writes.
  static let hledger = journal(.hledger)
  /// What `ledger register` writes for `LedgerTool`.
  static let ledger = journal(.ledger)
  /// What `bean-query -f csv` writes for `LedgerTool`.
  static let beancount = journal(.beancount)

  /// One row for each posting.
  ///
  /// - Throws: when read, `csv-quote-unclosed`, `csv-column-missing`, `journal-amount-unreadable`,
  ///   `journal-date-unreadable`, `journal-entry-unbalanced`.
  private static func journal(_ dialect: JournalDialect) -> LedgerFormat {
    LedgerFormat(
      name: dialect.name,
      recognises: { file, _ in JournalText.isPostings(file.bytes, of: dialect) },
      read: { file, settings throws(Problem) in
        let rows = try SeparatedText.rows(
          TextEncoding.detected(in: file.bytes).utf8(file.bytes),
          separator: UInt8(ascii: ",")
        )
        var books = JournalBooks(settings: settings, dialect: dialect)
        try books.read(rows)
        return LedgerImport(
          source: dialect.name,
          entries: LedgerEntries(books.entries()),
          control: books.control
        )
      }
    )
  }
}
