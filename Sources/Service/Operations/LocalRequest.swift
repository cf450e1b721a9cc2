// LocalRequest.swift — what a person can ask the register to do.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Everything that writes to the register on behalf of a person.
///
/// The same value is carried out by `Operations` directly, or sent to a running daemon by
/// `LocalClient`: POST /api/v1/<route>.
package enum LocalRequest: Hashable, Sendable, Codable {
  /// Approves invoices; refused while a blocking finding stands that `despite` does not name.
  case approve(invoices: [Int64], despite: [String])
  /// Corrects fields of an invoice, and approves it when asked to.
  case correct(invoice: Int64, changes: [FieldChange], approve: Bool)
  /// Says what a document is, whatever it looks like; `id` is that of a document or an invoice.
  case declare(id: Int64, type: DocumentType)
  case hold(invoices: [Int64], until: CalendarDate?)
  case discard(invoices: [Int64], reason: String)
  /// Takes back the latest decision about an invoice (or a document) that still stands.
  case undo(id: Int64)
  /// Reads a quarantined document again, its attempts forgotten.
  case retry(document: Int64)
  /// Says which entries are the invoice's counterpart; none: it has none.
  case acceptMatch(invoice: Int64, entries: [LedgerEntryID])
  case paid(invoices: [Int64], on: CalendarDate, by: String)
  case unpaid(invoices: [Int64])
  case importLedger(LedgerImport)
  /// `columns` is what the list tells of them.
  case importSuppliers([Supplier], columns: Set<SupplierColumn> = SupplierColumn.all)
  /// Learns the rule file of an approved invoice's seller.
  case learn(invoice: Int64)
  /// Lets sure links to entries of a kind be made again after they were switched off.
  case resumeLinks(LedgerEntry.Kind)
  /// Makes a warning about the seller of an invoice a warning again after it had become a note.
  case warnAgain(invoice: Int64, code: String)
  /// Loads rules and company again and assesses what is undecided.
  case reload

  /// The last part of its path in the local API.
  package var route: String {
    switch self {
    case .approve: "approve"
    case .correct: "correct"
    case .declare: "declare"
    case .hold: "hold"
    case .discard: "discard"
    case .undo: "undo"
    case .retry: "retry"
    case .acceptMatch: "accept-match"
    case .paid: "paid"
    case .unpaid: "unpaid"
    case .importLedger: "import-ledger"
    case .importSuppliers: "import-suppliers"
    case .learn: "learn"
    case .resumeLinks: "resume-links"
    case .warnAgain: "warn-again"
    case .reload: "reload"
    }
  }

  /// Whether it may change how sure links stand.
  var judgesLinks: Bool {
    switch self {
    case .approve, .correct, .undo, .acceptMatch, .resumeLinks: true
    case .declare, .hold, .discard, .retry, .paid, .unpaid, .importLedger, .importSuppliers, .learn,
      .warnAgain, .reload:
      false
    }
  }

  /// Every route, in the order of the cases.
  package static let routes = [
    "approve", "correct", "declare", "hold", "discard", "undo", "retry", "accept-match", "paid",
    "unpaid", "import-ledger", "import-suppliers", "learn", "resume-links", "warn-again",
    "reload",
  ]
}

/// A field and the value that a person gives it; nil: it is not on this invoice.
package struct FieldChange: Hashable, Sendable, Codable {
  package let field: FieldName
  package let value: FieldValue?

  package init(field: FieldName, value: FieldValue?) {
    self.field = field
    self.value = value
  }
}

/// The entries of one file of the books, already read; of a large file a part of them.
package struct LedgerImport: Hashable, Sendable, Codable {
  /// `LedgerEntryID.source` of the entries.
  package let source: String
  /// For the record of imports.
  package let fileName: String
  /// Of the file's bytes, in hexadecimal.
  package let sha256: String
  package let entries: [LedgerEntry]
  /// What came of orders.
  package let receipts: [GoodsReceipt]
  package let rates: [ExchangeRate]
  /// Whether the file lists everything that is open: what it lists no longer is closed.
  package let listsAllOpen: Bool
  /// The import that this continues, as the answer to its first part named it; nil: a new one.
  package let continued: Int64?
  /// Whether nothing of the file follows.
  package let isLast: Bool

  package init(
    source: String,
    fileName: String,
    sha256: String,
    entries: [LedgerEntry],
    receipts: [GoodsReceipt] = [],
    rates: [ExchangeRate] = [],
    listsAllOpen: Bool,
    continued: Int64? = nil,
    isLast: Bool = true
  ) {
    self.source = source
    self.fileName = fileName
    self.sha256 = sha256
    self.entries = entries
    self.receipts = receipts
    self.rates = rates
    self.listsAllOpen = listsAllOpen
    self.continued = continued
    self.isLast = isLast
  }
}

/// A request with the person who makes it: the body of a call of the local API.
package struct LocalCall: Hashable, Sendable, Codable {
  /// The account name.
  package let author: String
  package let request: LocalRequest

  package init(author: String, request: LocalRequest) {
    self.author = author
    self.request = request
  }
}
