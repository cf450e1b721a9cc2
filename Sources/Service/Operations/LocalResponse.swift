// LocalResponse.swift — what came of a request.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Filing
package import Invoicing

/// What came of a request.
package enum LocalResponse: Hashable, Sendable, Codable {
  /// What became of each invoice, in the order asked.
  case invoices([InvoiceOutcome])
  /// What became of a document: its new state, and its invoices if it was assessed at once.
  case document(id: Int64, state: DocumentState, invoices: [InvoiceOutcome])
  case imported(ImportOutcome)
  case learned(LearnOutcome)
  /// Sure links to entries of this kind are made again.
  case resumed(LedgerEntry.Kind)
  /// Problems of rule files; what a bad one said before stays in force.
  case reloaded(problems: [Problem])

  /// Whether anything was written to the home: nothing is where all was refused.
  package var hasWritten: Bool {
    switch self {
    case .invoices(let outcomes): outcomes.contains(where: \.isWritten)
    case .document, .imported, .learned, .resumed: true
    case .reloaded: false
    }
  }
}

/// What became of one invoice.
package struct InvoiceOutcome: Hashable, Sendable, Codable {
  package let id: Int64
  /// Its state afterwards, or nil when there is no such invoice.
  package let state: InvoiceState?
  /// Why it was not done as asked, or nil when it was.
  package let problem: Problem?
  /// Codes of the blocking findings that stand, ascending.
  package let blocking: [String]
  /// Whether the register was changed; of a correction that could not be approved it was.
  package let isWritten: Bool

  /// An outcome; one without a problem was written.
  package init(
    id: Int64,
    state: InvoiceState?,
    problem: Problem?,
    blocking: [String] = [],
    isWritten: Bool = false
  ) {
    self.id = id
    self.state = state
    self.problem = problem
    self.blocking = blocking
    self.isWritten = isWritten || problem == nil
  }
}

/// What an import changed, in rows.
package struct ImportOutcome: Hashable, Sendable, Codable {
  package let new: Int
  package let changed: Int
  package let unchanged: Int
  /// How many were open and are settled now.
  package let closed: Int
  /// How many the register holds of this source (of all, for suppliers).
  package let total: Int
  /// How many undecided invoices were changed by it: they found another counterpart, or a supplier.
  package let reassessed: Int
  /// By which its next part continues it; nil for suppliers.
  package let number: Int64?

  package init(_ report: ImportReport, reassessed: Int) {
    number = report.number
    new = report.new
    changed = report.changed
    unchanged = report.unchanged
    closed = report.closed
    total = report.total
    self.reassessed = reassessed
  }
}

extension ImportOutcome {
  /// What the parts of one file changed together; the later part last.
  package init(_ first: ImportOutcome?, then last: ImportOutcome) {
    new = last.new + (first?.new ?? 0)
    changed = last.changed + (first?.changed ?? 0)
    unchanged = last.unchanged + (first?.unchanged ?? 0)
    closed = last.closed + (first?.closed ?? 0)
    total = last.total
    reassessed = last.reassessed
    number = last.number
  }
}

/// What was learned about a seller.
package struct LearnOutcome: Hashable, Sendable, Codable {
  /// The name of the profile: "learned/FR40303265045".
  package let profile: String
  /// Of its rule file.
  package let path: String
  /// The reviewed invoices that it was learned from, all of which it reproduces.
  package let invoices: [Int64]
  /// The fields that it has rules for.
  package let fields: [FieldName]
  /// Fields about which the reviewed invoices contradict what could be learned.
  package let dropped: [FieldName]
}

/// How much is still to do.
package struct DrainStatus: Hashable, Sendable, Codable {
  /// Files in the inbox that are not claimed yet, those with an open writer among them.
  package let waiting: Int
  /// Files in the inbox that somebody is still writing.
  package let beingWritten: Int
  /// Documents received and not yet read and assessed.
  package let working: Int

  package init(waiting: Int, beingWritten: Int, working: Int) {
    self.waiting = waiting
    self.beingWritten = beingWritten
    self.working = working
  }

  /// Whether nothing is left but files that are still being written.
  package var isDrained: Bool { waiting <= beingWritten && working == 0 }
}

/// The answer of GET /api/v1/health.
package struct DaemonHealth: Hashable, Sendable, Codable {
  package let pid: Int32
  package let version: String
  package let draining: DrainStatus
  /// What keeps the daemon from working as it should, or empty: "inbox-unreachable".
  package let faults: [Problem]
  /// The first files that wait in the inbox, with the reason's code.
  package let held: [InboxNotice]
  /// Names in the inbox that are left alone, escaped for display, with the reason's code.
  package let notices: [InboxNotice]

  package init(
    pid: Int32,
    version: String,
    draining: DrainStatus,
    faults: [Problem],
    held: [InboxNotice] = [],
    notices: [InboxNotice]
  ) {
    self.pid = pid
    self.version = version
    self.draining = draining
    self.faults = faults
    self.held = held
    self.notices = notices
  }
}
