// StatusReport.swift — how a home is: what the status screen shows.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// How a home is, as a value that can be shown or printed as JSON.
struct StatusReport: Equatable, Sendable {
  /// An invoice that a person must look at.
  struct Review: Equatable, Sendable {
    let id: Int64
    let sellerName: String?
    let issueDate: CalendarDate?
    let total: Money?
    /// Sentences, the weightiest first.
    let reasons: [String]
    let isBlocked: Bool
    /// By which way it came.
    let channel: ArrivalChannel
  }

  /// A refused file.
  struct Refusal: Equatable, Sendable {
    let id: Int64
    let document: DocumentID
    let fileName: [UInt8]
    let code: String
    let message: String
    let remedy: String
    /// ISO 8601, UTC.
    let receivedAt: String
  }

  /// A file that is no invoice.
  struct Other: Equatable, Sendable {
    let id: Int64
    let document: DocumentID
    let fileName: [UInt8]
    let type: DocumentType
  }

  /// A document on its way.
  struct Waiting: Equatable, Sendable {
    let fileName: [UInt8]
    /// Pages done and in all, while it is read.
    let pages: (done: Int, total: Int)?
    /// Why the last attempt did not succeed.
    let fault: String?

    static func == (left: Waiting, right: Waiting) -> Bool {
      left.fileName == right.fileName && left.fault == right.fault
        && left.pages?.done == right.pages?.done && left.pages?.total == right.pages?.total
    }
  }

  /// The files that wait in the inbox.
  struct Inbox: Equatable, Sendable {
    /// How many there are.
    var count = 0
    /// The first of them.
    var files: [File] = []

    /// A file, and why it was not taken yet.
    struct File: Equatable, Sendable {
      /// Escaped for display.
      let name: String
      /// "being-written", "empty", "cut-off", "not-taken".
      let code: String
    }
  }

  /// What is to be paid: how many invoices, and the sum by currency.
  struct Sum: Equatable, Sendable {
    var count = 0
    var amounts: [Currency: Int64] = [:]

    mutating func add(_ amount: Money?) {
      count += 1
      guard let amount else { return }
      let before = Money(minorUnits: amounts[amount.currency] ?? 0, currency: amount.currency)
      amounts[amount.currency] = (before + amount).minorUnits
    }

    /// By currency code.
    var list: [Money] {
      amounts.sorted { $0.key < $1.key }.map { Money(minorUnits: $0.value, currency: $0.key) }
    }
  }

  let homePath: String
  let inboxPath: String
  let hasCompany: Bool
  /// Nil: no daemon runs.
  var daemonPID: Int32?
  /// What keeps the daemon from working as it should, and names in the inbox that it leaves alone.
  var faults: [String] = []
  /// By state; every state of the contract is there.
  var counts: [String: Int] = [:]
  var toReview: [Review] = []
  var quarantined: [Refusal] = []
  var notInvoices: [Other] = []
  var waiting: [Waiting] = []
  var inbox = Inbox()
  /// Approved or posted, not paid, and due before today.
  var late = Sum()
  /// The same, due within seven days.
  var dueThisWeek = Sum()
  /// Entries that the ledger holds.
  var ledgerEntries = 0
  /// Undecided invoices without a counterpart.
  var unmatched = 0

  /// Whether anything waits for a person.
  var needsPerson: Bool { Self.needsPerson(counts) }

  /// Whether these counts say that anything waits for a person.
  static func needsPerson(_ counts: [String: Int]) -> Bool {
    ["to_review", "quarantined", "disputed"].contains { counts[$0, default: 0] > 0 }
  }
}
