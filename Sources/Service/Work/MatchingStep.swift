// MatchingStep.swift — asks the ledger for an invoice and lets the matcher judge the answers.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
internal import Invoicing
internal import Matching

/// Asks the ledger for one invoice, beside the undecided invoices that want the same entries.
struct MatchingStep: Sendable {
  let register: Register
  let suppliers: SupplierIndex

  /// What the matcher proposes, and who else wants the same.
  struct Outcome {
    let proposal: MatchProposal
    /// Undecided invoices that are linked to one of its entries: they must be asked again.
    let rivals: [Int64]

    static let nothing = Outcome(proposal: .unmatched, rivals: [])
  }

  /// The counterpart of an invoice.
  ///
  /// - Parameters:
  ///   - assessment: the invoice, with the findings that keep a match from being automatic.
  ///   - supplier: of the master, when it is known.
  ///   - document: the number of its document; earlier documents go first.
  /// - Returns: the proposal and the invoices that want the same.
  /// - Throws: faults of the register.
  func counterpart(
    of assessment: Assessment,
    supplier: Supplier?,
    document: Int64
  ) async throws(Problem) -> Outcome {
    guard let own = try await question(assessment, supplier) else { return .nothing }
    let linked = try await register.linkedInvoices(entries: own.answers.candidates.map(\.id))
    let holders = try await invoices(Set(linked.values.flatMap { $0 })).filter {
      $0.documentNumber != document || $0.assessment.pages.first != assessment.pages.first
    }
    let rivals = holders.filter { $0.state.isUndecided && $0.match?.isAccepted != true }
    var component = [(document: document, question: own)]
    for rival in rivals {
      let supplier = suppliers.suppliers.first { $0.code == rival.supplierCode }
      guard let question = try await question(rival.assessment, supplier) else { continue }
      component.append((rival.documentNumber, question))
    }
    component.sort { $0.document < $1.document }
    let held = held(linked, by: holders.filter { holder in !rivals.contains(holder) })
    let proposals = match(component.map(\.question), given: held)
    let place = component.firstIndex { $0.document == document && $0.question == own } ?? 0
    return Outcome(proposal: proposals[place], rivals: rivals.map(\.id))
  }

  private func question(
    _ assessment: Assessment,
    _ supplier: Supplier?
  ) async throws(Problem) -> MatchQuestion? {
    guard let query = questions(assessment, supplier: supplier) else { return nil }
    let answers = try await register.answers(to: query)
    return MatchQuestion(assessment: assessment, supplier: supplier, answers: answers)
  }

  private func invoices(_ ids: Set<Int64>) async throws(Problem) -> [InvoiceRecord] {
    guard !ids.isEmpty else { return [] }
    return try await register.invoices(InvoiceFilter(ids: ids.sorted()))
  }

  /// The entries that are taken, each with the number of the invoice that has it.
  private func held(
    _ linked: [LedgerEntryID: [Int64]],
    by holders: [InvoiceRecord]
  ) -> HeldEntries {
    linked.compactMapValues { ids in
      guard let holder = holders.first(where: { ids.contains($0.id) }) else { return nil }
      return holder.assessment.draft[.invoiceNumber] ?? ""
    }
  }
}
