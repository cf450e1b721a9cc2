// JournalDialect.swift — how each command writes the postings of a plain-text ledger.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The columns in which a command writes the postings of a plain-text ledger.
struct JournalDialect: Sendable {
  /// What a column holds.
  enum Column: CaseIterable {
    /// What the postings of one transaction share.
    case transaction
    case date, code
    /// The other side, or all that the transaction says.
    case description
    /// What the transaction is about, where it stands apart.
    case narration
    case comment, reference, due
    case account, amount, commodity, postingComment
  }

  /// The source of the entries: "hledger".
  let name: String
  /// The names of the columns in the first row.
  let columns: [Column: String]
  /// The names of all columns in their order, where the command writes no first row with them.
  var fixed: [String]?

  /// `hledger print -x -O csv`.
  static let hledger = JournalDialect(
    name: "hledger",
    columns: [
      .transaction: "txnidx", .date: "date", .code: "code", .description: "description",
      .comment: "comment", .account: "account", .amount: "amount", .commodity: "commodity",
      .postingComment: "posting-comment",
    ]
  )

  /// `ledger register --format`, in the format of `LedgerTool`.
  static let ledger = JournalDialect(
    name: "ledger",
    columns: [
      .transaction: "line", .date: "date", .code: "code", .description: "payee",
      .comment: "note", .account: "account", .amount: "amount", .commodity: "commodity",
      .postingComment: "posting-note",
    ],
    fixed: [
      "ledger", "line", "date", "code", "payee", "note", "account", "amount", "commodity",
      "posting-note",
    ]
  )

  /// `bean-query -f csv`, with the query of `LedgerTool`: by convention the links of a transaction hold
  /// the numbers of its pieces.
  static let beancount = JournalDialect(
    name: "beancount",
    columns: [
      .transaction: "id", .date: "date", .code: "links", .description: "payee",
      .narration: "narration", .account: "account", .amount: "number", .commodity: "currency",
      .reference: "ref", .due: "due",
    ]
  )
}
