// LedgerFormat.swift — what it takes to read one kind of ledger file.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// A file of the books as the caller read it.
package struct LedgerFile: Hashable, Sendable {
  package let bytes: [UInt8]
  /// The file's name without folders: formats tell themselves by it.
  package let name: String
  /// Its tree, where it is XML or a workbook and a reader has parsed it: strangers' XML is never
  /// parsed here.
  package let markup: MarkupTree?

  package init(bytes: [UInt8], name: String, markup: MarkupTree? = nil) {
    self.bytes = bytes
    self.name = name
    self.markup = markup
  }

  /// Whether a reader should parse it: XML, and not OFX, which has a syntax of its own.
  package var isMarkup: Bool {
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 9, 10, 13, 32]
    return bytes.first { !marks.contains($0) } == UInt8(ascii: "<") && !OFXTag.isOFX(bytes)
  }

  /// Whether a reader should look for an order inside.
  package var isPDF: Bool { bytes.starts(with: Array("%PDF-".utf8)) }

  /// Whether a reader should open it: a zip file, as workbooks are.
  package var isArchive: Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }
}

/// What the configuration says about the books.
package struct LedgerSettings: Hashable, Sendable {
  /// Prefixes of the accounts on which suppliers' invoices stand (plan comptable général, class 40).
  package static let usualSupplierAccounts = ["401", "403", "404", "4081"]

  package let supplierAccounts: [String]
  /// The currency the books are kept in.
  package let currency: Currency
  /// How CSV files are read, the user's before the shipped ones.
  package let mappings: [LedgerMapping]

  package init(
    supplierAccounts: [String] = usualSupplierAccounts,
    currency: Currency = .euro,
    mappings: [LedgerMapping] = []
  ) {
    self.supplierAccounts = supplierAccounts
    self.currency = currency
    self.mappings = mappings
  }
}

/// One format of ledger files: two pure functions and a name.
package struct LedgerFormat: Sendable {
  /// What people type after `--format`.
  package let name: String
  /// Whether a file looks like this format; the reading may still fail.
  package let recognises: @Sendable (LedgerFile, LedgerSettings) -> Bool
  /// Reads a whole file, or throws the first problem that it has.
  package let read: @Sendable (LedgerFile, LedgerSettings) throws(Problem) -> LedgerImport
}

/// What a ledger file holds for accounts payable.
package struct LedgerImport: Sendable {
  /// "fec", or the mapping's `source`: the first half of every entry's id.
  package let source: String
  package let entries: LedgerEntries
  /// What came of orders: a file has entries or these.
  package let receipts: [GoodsReceipt]
  /// Exchange rates: a file has entries or these.
  package let rates: [ExchangeRate]
  package let control: ControlSums
  /// The SIREN of the company that the books belong to, where the file's name tells it.
  package let buyerSIREN: String?
  /// Whether the file lists everything that is open: what it no longer lists is settled.
  ///
  /// The books of a year and the statements of a bank do not.
  package let listsAllOpen: Bool

  package init(
    source: String,
    entries: LedgerEntries,
    receipts: [GoodsReceipt] = [],
    rates: [ExchangeRate] = [],
    control: ControlSums,
    buyerSIREN: String? = nil,
    listsAllOpen: Bool = false
  ) {
    self.source = source
    self.entries = entries
    self.receipts = receipts
    self.rates = rates
    self.control = control
    self.buyerSIREN = buyerSIREN
    self.listsAllOpen = listsAllOpen
  }
}

/// Sums over the whole file, to compare with what the accounting package shows.
package struct ControlSums: Hashable, Sendable, Codable {
  /// Rows below the header, the skipped ones included.
  package let rowCount: Int
  /// Minor units of the books' currency; of a list in several currencies, their plain sum.
  package let totalDebit: Int64
  package let totalCredit: Int64

  package init(rowCount: Int, totalDebit: Int64, totalCredit: Int64) {
    self.rowCount = rowCount
    self.totalDebit = totalDebit
    self.totalCredit = totalCredit
  }
}
