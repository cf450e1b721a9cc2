// StatusReport+Register.swift — a home's state, gathered from register and daemon.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Invoicing
import Matching
import Service

extension StatusReport {
  /// Gathers how a home is; a home without a register is empty.
  ///
  /// - Throws: what the register throws. A daemon that does not answer is among `faults`.
  static func gathered(_ session: Session) async throws(Problem) -> StatusReport {
    var report = StatusReport(
      homePath: session.home.path,
      inboxPath: session.home.inbox,
      hasCompany: session.configuration.company != nil
    )
    await report.ask(session)
    let states = DocumentState.allCases.map(\.rawValue) + InvoiceState.allCases.map(\.rawValue)
    report.counts = Dictionary(uniqueKeysWithValues: states.map { ($0, 0) })
    guard let register = try await session.existingRegister() else { return report }
    report.counts.merge(try await register.counts()) { _, new in new }
    report.ledgerEntries = try await register.sizes()["entries"] ?? 0
    let standings = try await MatchingReport.standings(
      in: register,
      trial: session.configuration.trial
    )
    report.faults += LedgerEntry.Kind.allCases.compactMap { kind in
      guard let links = standings[kind], case .switchedOff = links else { return nil }
      let phrases = session.phrases
      return phrases.state(named: kind.rawValue) + "  " + phrases.standing(links, of: kind)
    }
    try await report.addInvoices(register, session)
    try await report.addDocuments(register, session.phrases)
    return report
  }

  /// Asks the daemon; where none runs, looks into the inbox itself.
  private mutating func ask(_ session: Session) async {
    let (home, phrases) = (session.home, session.phrases)
    do throws(Problem) {
      guard let health = try await LocalClient(home: home).health() else {
        let content = try await blocking { () throws(Problem) in try InboxContent(of: home) }
        return add(content.waiting, content.held, content.notices, phrases)
      }
      daemonPID = health.pid
      faults = health.faults.map(phrases.message)
      add(health.draining.waiting, health.held, health.notices, phrases)
    } catch {
      faults = [phrases.message(error)]
    }
  }

  private mutating func add(
    _ waiting: Int,
    _ held: [InboxNotice],
    _ notices: [InboxNotice],
    _ phrases: Phrases
  ) {
    inbox = Inbox(count: waiting, files: held.map { Inbox.File(name: $0.name, code: $0.code) })
    faults += notices.map { phrases.say("inbox-notice", ["file": $0.name, "code": $0.code]) }
  }

  private mutating func addInvoices(
    _ register: Register,
    _ session: Session
  ) async throws(Problem) {
    let open: Set<InvoiceState> = [.toReview, .ready, .disputed, .approved, .posted]
    let now = today()
    for summary in try await register.summaries(InvoiceFilter(states: open)) {
      if summary.state.isUndecided, summary.matchStatus ?? .unmatched == .unmatched {
        unmatched += 1
      }
      guard [.approved, .posted].contains(summary.state), summary.invoiceType != "381",
        !summary.isPaidAlready, let dueDate = summary.dueDate
      else { continue }
      if let start = session.configuration.booksFrom, let issued = summary.issueDate,
        issued < start
      {
        continue
      }
      let amount = summary.amountDue ?? summary.total
      if dueDate < now {
        late.add(amount)
      } else if dueDate <= now.adding(days: 7) {
        dueThisWeek.add(amount)
      }
    }
    let toReview = InvoiceFilter(states: [.toReview, .disputed])
    self.toReview = try await register.invoices(toReview).map { Review($0, session.phrases) }
  }

  private mutating func addDocuments(
    _ register: Register,
    _ phrases: Phrases
  ) async throws(Problem) {
    quarantined = try await register.documents(states: [.quarantined]).map { record in
      let problem = record.problem ?? Problem(.refusal, "unknown-refusal")
      return Refusal(
        id: record.number,
        document: record.document,
        fileName: record.fileName,
        code: problem.code,
        message: phrases.message(problem),
        remedy: phrases.about(record.number).remedy(problem),
        receivedAt: record.receivedAt
      )
    }
    notInvoices = try await register.documents(states: [.notInvoice]).map { record in
      Other(
        id: record.number,
        document: record.document,
        fileName: record.fileName,
        type: record.documentType ?? .other
      )
    }
    waiting = try await register.documents(states: [.received, .reading]).map { record in
      Waiting(
        fileName: record.fileName,
        pages: record.progress.map { ($0.done, $0.total) },
        fault: record.problem.map(phrases.message)
      )
    }
  }
}

extension StatusReport.Review {
  fileprivate init(_ record: InvoiceRecord, _ phrases: Phrases) {
    let draft = record.assessment.draft
    let findings = record.assessment.findings.filter { $0.severity > .info }
    self.init(
      id: record.id,
      sellerName: draft[.sellerName],
      issueDate: draft[.issueDate],
      total: draft[.totalWithVAT],
      reasons: findings.sorted { $0.severity > $1.severity }.map(phrases.message),
      isBlocked: findings.contains { $0.severity == .blocking },
      channel: record.arrival
    )
  }
}
