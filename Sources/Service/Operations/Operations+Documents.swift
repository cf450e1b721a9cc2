// Operations+Documents.swift — declare, undo, retry, import, reload.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
package import Invoicing

extension Operations {
  private var register: Register { workshop.register }
  var assessing: AssessingStep { AssessingStep(workshop: workshop) }

  /// Says what a document is; an invoice is assessed at once.
  ///
  /// - Throws: usage `no-such-document` {id}, `decision-not-possible` {id, state, decision}.
  func declare(
    _ id: Int64,
    _ type: DocumentType,
    author: String
  ) async throws(Problem) -> LocalResponse {
    let number = try await document(id).number
    let before = try await invoices(of: number)
    try await register.declare(type, document: number, author: author, at: timestamp())
    if type == .invoice { try await assessing.assess(document: number) }
    let after = try await invoices(of: number)
    for gone in before where !after.contains(where: { $0.id == gone.id }) {
      await workshop.withdraw(gone)
    }
    return try await response(number)
  }

  /// Takes back the latest decision about an invoice, or about its document when none about the
  /// invoice stands; what is undecided then is assessed with the decisions that are left.
  ///
  /// - Throws: usage `no-such-document` {id}, `nothing-to-undo` {id}.
  func undo(_ id: Int64, author: String) async throws(Problem) -> LocalResponse {
    let number = try await document(id).number
    var undone = try await register.undoLast(id, author: author, at: timestamp())
    if undone == nil, id != number {
      undone = try await register.undoLast(number, author: author, at: timestamp())
    }
    guard undone != nil else { throw Problem(.usage, "nothing-to-undo", ["id": String(id)]) }
    try await assessing.assess(document: number)
    if let invoice = try await register.invoice(id) {
      await workshop.place(id)
      try await assessing.assessOthers(ofSellerOf: invoice)
      return .invoices([outcome(invoice)])
    }
    return try await response(number)
  }

  /// Lets a quarantined document be read again.
  ///
  /// - Throws: usage `no-such-document` {id}, `not-quarantined` {id, state}.
  func retry(_ id: Int64, author: String) async throws(Problem) -> LocalResponse {
    let record = try await document(id)
    try await register.retry(record.number, author: author, at: timestamp())
    await workshop.unshelve(record)
    await workshop.work.ring()
    return try await response(record.number)
  }

  /// Takes over entries of the books, or a part of them; after the last part asks them for every
  /// undecided invoice.
  func importLedger(_ ledger: LedgerImport) async throws(Problem) -> LocalResponse {
    let report = try await register.importLedger(
      source: ledger.source,
      fileName: ledger.fileName,
      sha256: ledger.sha256,
      entries: ledger.entries,
      listsAllOpen: ledger.listsAllOpen,
      continued: ledger.continued,
      isLast: ledger.isLast,
      importedAt: timestamp()
    )
    guard ledger.isLast else { return .imported(ImportOutcome(report, reassessed: 0)) }
    _ = try await register.importReceipts(ledger.receipts, source: ledger.source)
    try await register.importRates(ledger.rates)
    let changed = try await assessing.matchAgain()
    return .imported(ImportOutcome(report, reassessed: changed))
  }

  /// Takes over a supplier master; a known supplier changes what extraction finds.
  func importSuppliers(
    _ suppliers: [Supplier],
    _ columns: Set<SupplierColumn>
  ) async throws(Problem) -> LocalResponse {
    let report = try await register.importSuppliers(suppliers, columns: columns)
    let changed = try await assessing.assessPending()
    return .imported(ImportOutcome(report, reassessed: changed))
  }

  /// Lets sure links of a kind be made again.
  func resumeLinks(
    _ kind: LedgerEntry.Kind,
    author: String
  ) async throws(Problem) -> LocalResponse {
    try await register.resumeLinks(kind, author: author, at: timestamp())
    return .resumed(kind)
  }

  /// Loads rules and company again; the workers assess what is undecided.
  func reload() async throws(Problem) -> LocalResponse {
    if await workshop.knowledge.reload() { await workshop.work.ring() }
    return .reloaded(problems: await workshop.knowledge.problems)
  }

  /// How the process that serves this is.
  package func health(version: String, pid: Int32) async throws(Problem) -> DaemonHealth {
    let counts = try await register.counts()
    let working = ["received", "reading", "read"].compactMap { counts[$0] }.reduce(0, +)
    let gauge = workshop.gauge
    let problems = await workshop.knowledge.problems
    return DaemonHealth(
      pid: pid,
      version: version,
      draining: DrainStatus(
        waiting: await gauge.waiting,
        beingWritten: await gauge.beingWritten,
        working: working
      ),
      faults: await gauge.faults + problems,
      held: await gauge.held,
      notices: await gauge.notices
    )
  }

  /// The document of this number, or of the invoice of this id.
  private func document(_ id: Int64) async throws(Problem) -> DocumentRecord {
    guard let document = try await register.document(id) else {
      throw Problem(.usage, "no-such-document", ["id": String(id)])
    }
    return document
  }

  private func invoices(of number: Int64) async throws(Problem) -> [InvoiceRecord] {
    try await register.invoices(InvoiceFilter(ids: [number])).filter {
      $0.documentNumber == number
    }
  }

  private func response(_ number: Int64) async throws(Problem) -> LocalResponse {
    let state = try await document(number).state
    return .document(
      id: number,
      state: state,
      invoices: try await invoices(of: number).map(outcome)
    )
  }
}
