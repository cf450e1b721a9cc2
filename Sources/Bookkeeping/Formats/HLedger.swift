// HLedger.swift — the postings of a plain-text ledger, as hledger writes them in CSV.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// What `hledger print -x -O csv` writes: one row for each posting.
  ///
  /// - Throws: when read, `csv-quote-unclosed`, `csv-column-missing`, `journal-amount-unreadable`,
  ///   `journal-date-unreadable`, `journal-entry-unbalanced`.
  static let hledger = LedgerFormat(
    name: "hledger",
    recognises: { file, _ in JournalText.isPostings(file.bytes) },
    read: { file, settings throws(Problem) in
      let rows = try SeparatedText.rows(
        TextEncoding.detected(in: file.bytes).utf8(file.bytes),
        separator: UInt8(ascii: ",")
      )
      var books = JournalBooks(settings: settings)
      try books.read(rows)
      return LedgerImport(source: "hledger", entries: books.entries(), control: books.control)
    }
  )
}
