// AssessingStep.swift — read documents are assessed and their invoices filed.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
internal import Invoicing

/// Assesses what was read, and again what is undecided when rules, suppliers or the ledger change.
struct AssessingStep: Sendable {
  let workshop: Workshop

  private var register: Register { workshop.register }

  /// Assesses every document whose assessment is missing or was made with other premises.
  ///
  /// - Returns: how many.
  /// - Throws: faults of the register.
  func assessPending() async throws(Problem) -> Int {
    var count = 0
    while !Task.isCancelled {
      // What people decide meanwhile counts from the next few on.
      let assessor = try await Assessor(workshop)
      let tasks = try await register.claimForAssessing(limit: 16, key: assessor.key)
      if tasks.isEmpty { return count }
      do throws(Problem) {
        for task in tasks { try await file(task, assessor) }
      } catch {
        try? await register.releaseAssessing(tasks.map(\.number))
        throw error
      }
      count += tasks.count
    }
    return count
  }

  /// Assesses one document now, as after a decision.
  ///
  /// - Returns: the ids of its invoices; empty when it was not read or is no invoice.
  /// - Throws: faults of the register.
  @discardableResult
  func assess(document number: Int64) async throws(Problem) -> [Int64] {
    guard let task = try await register.assessingTask(document: number) else { return [] }
    return try await file(task, try await Assessor(workshop))
  }

  @discardableResult
  private func file(
    _ task: AssessingTask,
    _ assessor: Assessor
  ) async throws(Problem) -> [Int64] {
    let (type, invoices) = try await assessor.judge(task)
    let ids = try await register.fileAssessments(
      task,
      invoices.map(\.invoice),
      documentType: type,
      assessedWith: assessor.key,
      at: timestamp()
    )
    for id in ids ?? [] { await workshop.place(id) }
    try await assessOthers(than: invoices, in: task.number, arrival: task.arrival, assessor)
    return ids ?? []
  }

  /// Looks again at the undecided invoices that new values of some touch: those that repeat them, and
  /// those that compete for the same entries.
  ///
  /// - Throws: faults of the register.
  func assessOthers(
    than invoices: [Assessor.Completed],
    in document: Int64,
    arrival: ArrivalChannel,
    _ assessor: Assessor
  ) async throws(Problem) {
    for completed in invoices {
      let twins = try await assessor.laterTwins(
        of: completed.invoice,
        in: document,
        arrival: arrival
      )
      try await matchAgain(Set(twins + completed.rivals).sorted(), assessor)
    }
  }

  /// Looks again at a seller's undecided invoices after one was approved (or that was taken back).
  ///
  /// Only where something was new about its seller or account, which is known now or not any more, and
  /// where a warning was accepted so often that it becomes a note, or is one no more.
  ///
  /// - Throws: faults of the register.
  func assessOthers(ofSellerOf invoice: InvoiceRecord) async throws(Problem) {
    let findings = invoice.assessment.findings
    var isNews = findings.contains { Self.news.contains($0.code) }
    let warnings = Set(findings.compactMap(\.warningKey))
    if !isNews, !warnings.isEmpty {
      let counts = try await register.acceptedWarnings(
        of: InvoiceKey(invoice.assessment.draft),
        supplierCode: invoice.supplierCode
      )
      // Each decision counts one up or down.
      let turn = WarningKey.tolerance - (invoice.state.isApproved ? 0 : 1)
      isNews = warnings.contains { counts[$0, default: 0] == turn }
    }
    if isNews { try await assessAll(ofSellerOf: invoice) }
  }

  /// Looks again at a seller's undecided invoices.
  ///
  /// - Throws: faults of the register.
  func assessAll(ofSellerOf invoice: InvoiceRecord) async throws(Problem) {
    let others = try await register.undecidedInvoices(
      of: InvoiceKey(invoice.assessment.draft),
      supplierCode: invoice.supplierCode
    )
    try await matchAgain(
      others.filter { $0 != invoice.id || invoice.state.isUndecided },
      try await Assessor(workshop)
    )
  }

  private static let news: Set<String> = [
    "iban-changed", "seller-unknown", "sender-changed", "sender-lookalike",
  ]

  /// Asks the ledger again for every undecided invoice.
  ///
  /// - Returns: how many have another match, supplier or twin now.
  /// - Throws: faults of the register.
  func matchAgain() async throws(Problem) -> Int {
    let assessor = try await Assessor(workshop)
    var count = 0
    for invoice in try await register.undecidedInvoices() {
      if try await matchAgain(invoice, assessor) { count += 1 }
    }
    return count
  }

  /// Asks register and ledger again about those of these invoices that are still there.
  private func matchAgain(_ ids: [Int64], _ assessor: Assessor) async throws(Problem) {
    for id in ids {
      guard let record = try await register.invoice(id) else { continue }
      _ = try await matchAgain(record, assessor)
    }
  }

  /// Asks register and ledger again about one undecided invoice; tells whether it changed.
  private func matchAgain(
    _ invoice: InvoiceRecord,
    _ assessor: Assessor
  ) async throws(Problem) -> Bool {
    let decisions = try await register.decisions(of: invoice.id).filter { !$0.isUndone }
    let fresh = try await assessor.complete(
      invoice.assessment,
      of: invoice.documentNumber,
      arrival: invoice.arrival,
      decisions: decisions.map(\.decision)
    ).invoice
    let isSame =
      fresh.match == invoice.match && fresh.supplierCode == invoice.supplierCode
      && fresh.duplicateOf == invoice.duplicateOf && fresh.assessment == invoice.assessment
    if isSame { return false }
    return try await register.refile(
      fresh,
      as: invoice.id,
      seen: invoice.rowVersion,
      at: timestamp()
    )
  }
}
