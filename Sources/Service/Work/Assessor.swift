// Assessor.swift — a read document becomes invoices: assess, resolve, compare, match.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Assessment
internal import Extraction
package import Filing
package import Invoicing
package import Matching
internal import Validation

/// Composes the pure assessment with what only the register knows: the supplier master, earlier
/// invoices and the ledger.
struct Assessor: Sendable {
  let register: Register
  let knowledge: Knowledge
  private let suppliers: SupplierIndex
  private let automaticLinks: [LedgerEntry.Kind: AutomaticLinks]

  /// An invoice ready to be filed.
  struct Completed {
    let invoice: AssessedInvoice
    /// Undecided invoices that want the same entries of the ledger.
    let rivals: [Int64]
  }

  /// With the knowledge in force and the master as it is now.
  init(_ workshop: Workshop) async throws(Problem) {
    register = workshop.register
    knowledge = await workshop.knowledge.current
    suppliers = SupplierIndex(try await register.suppliers())
    automaticLinks = try await register.automaticLinks(trial: workshop.settings.trial)
  }

  /// What an assessment of now is marked with; the same for every document.
  var key: String {
    let links = LedgerEntry.Kind.allCases.map { (automaticLinks[$0] ?? .inForce).name }
    return premises(receivedOn: day(of: "")).key + " links " + links.joined(separator: " ")
  }

  private func premises(receivedOn: CalendarDate) -> Premises {
    Premises(
      rules: knowledge.rules,
      templates: knowledge.templates,
      company: knowledge.company,
      suppliers: suppliers.suppliers,
      receivedOn: receivedOn
    )
  }

  /// What is made of a document.
  ///
  /// - Parameters:
  ///   - task: the document and what people decided about it.
  ///   - adding: decisions about one invoice (by its first page) that are not recorded yet.
  /// - Returns: what it is, and its invoices; none for an e-invoice whose readable copy came with it.
  /// - Throws: faults of the register.
  func judge(
    _ task: AssessingTask,
    adding: [Int: [Decision]] = [:]
  ) async throws(Problem) -> (type: DocumentType, invoices: [Completed]) {
    var decisions = task.invoiceDecisions.mapValues { $0.map(\.decision) }
    decisions[0] = task.decisions.map(\.decision)
    decisions.merge(adding) { $0 + $1 }
    let premises = premises(receivedOn: day(of: task.receivedAt))
    let pairs = companions(among: [task.document] + task.siblings, under: premises)
    // Its readable copy has pages to look at, and says the same.
    if pairs.values.contains(task.document.id) { return (.invoice, []) }
    let markup = pairs[task.document.id].flatMap { original in
      task.siblings.first { $0.id == original }?.markup
    }
    let result = assess(
      markup.map(task.document.carrying) ?? task.document,
      under: premises,
      decisions: decisions,
      mail: task.mail ?? task.document.mail
    )
    var invoices: [Completed] = []
    for assessment in result.invoices {
      let taken = decisions[assessment.pages.first ?? 1] ?? []
      invoices.append(
        try await complete(
          assessment,
          of: task.number,
          arrival: task.arrival,
          decisions: taken
        )
      )
    }
    return (result.documentType, invoices)
  }

  /// An assessment with its supplier, its twin and its match, asked for anew.
  ///
  /// - Parameters:
  ///   - assessment: the pure one.
  ///   - document: the document's number.
  ///   - arrival: by which way it came.
  ///   - decisions: what people decided about this invoice.
  /// - Returns: the invoice to file.
  /// - Throws: faults of the register.
  func complete(
    _ assessment: Assessment,
    of document: Int64,
    arrival: ArrivalChannel,
    decisions: [Decision]
  ) async throws(Problem) -> Completed {
    let resolution = resolveSupplier(assessment.draft, among: suppliers)
    let twin = try await twin(
      of: assessment,
      in: document,
      arrival: arrival,
      supplierCode: resolution.supplier?.code
    )
    let platform = PlatformFindings(register: register, company: knowledge.company)
    let own =
      resolution.findings + [twin.map(duplicateFinding)].compactMap { $0 }
      + (try await platform.findings(assessment.draft, arrival: arrival))
    let history = try await history(of: assessment.draft, in: document, with: resolution.supplier)
    let before = try await comparison(of: assessment.draft, in: document, with: history)
    let base = assessment.findings.filter { !Self.ownCodes.contains($0.code) } + own + before
    let checked = assessment.with(findings: base)
    let outcome = try await match(checked, resolution.supplier, document, decisions)
    let ordered = try await orderFindings(
      assessment.draft,
      resolution.supplier,
      outcome.proposal,
      before: document
    )
    let isBlocked = ordered.contains { $0.severity == .blocking }
    let proposal = isBlocked ? outcome.proposal.notAutomatic : outcome.proposal
    let linked = try await register.entries(named: proposal.entries)
    let holds =
      proposal.isAccepted || !linked.contains { automaticLinks[$0.kind]?.isSwitchedOff ?? false }
    let payment =
      holds
      ? paymentFinding(proposal, linked, ofCreditNote: assessment.draft.isCreditNote) : nil
    let link = [matchFinding(proposal), standingFinding(proposal, linked), payment]
      .compactMap { $0 }
    let invoice = AssessedInvoice(
      assessment: assessment.with(
        findings: (base + ordered + link).map { $0.weighed(by: history.acceptedWarnings) }
      ),
      match: proposal,
      supplierCode: resolution.supplier?.code,
      duplicateOf: twin?.id
    )
    return Completed(invoice: invoice, rivals: outcome.rivals)
  }

  /// Findings that are made here and not by the pure assessment.
  private static let ownCodes = PlatformFindings.codes.union(historyCodes).union(orderCodes).union([
    "possible-duplicate", "match-amount-mismatch", "match-ambiguous", "match-duplicate",
    "match-in-trial", "match-switched-off", "paid-by-bank", "supplier-identity-conflict",
  ])

  /// What came from the same seller before.
  private func history(
    of draft: Draft,
    in document: Int64,
    with supplier: Supplier?
  ) async throws(Problem) -> SupplierHistory {
    try await register.supplierHistory(
      of: InvoiceKey(draft),
      supplier: supplier,
      hasMaster: !suppliers.suppliers.isEmpty,
      before: document
    )
  }

  /// What is odd beside it.
  private func comparison(
    of draft: Draft,
    in document: Int64,
    with history: SupplierHistory
  ) async throws(Problem) -> [Finding] {
    let draft = ComparedDraft(
      draft: draft,
      history: history,
      mail: try await register.mail(of: document),
      approvalLimits: knowledge.company?.approvalLimits ?? []
    )
    return compare(draft)
  }

  /// What does not agree with the orders that the invoice is for.
  private func orderFindings(
    _ draft: Draft,
    _ supplier: Supplier?,
    _ proposal: MatchProposal,
    before document: Int64
  ) async throws(Problem) -> [Finding] {
    let standings = try await register.orderStandings(
      of: InvoiceKey(draft),
      supplierCode: supplier?.code,
      linked: proposal.status == .duplicate ? [] : proposal.entries,
      before: document
    )
    // An invoice for several orders exceeds none of them by itself.
    guard standings.count == 1 else { return [] }
    return standings.flatMap { compareWithOrder(draft, $0) }
  }

  // MARK: Twins

  /// The earliest invoice that this one repeats, or nil.
  ///
  /// Only one of an earlier document: the first of two is no duplicate. But the copy of a platform is
  /// the original whenever it came, unless the other one is decided already.
  private func twin(
    of assessment: Assessment,
    in document: Int64,
    arrival: ArrivalChannel,
    supplierCode: String?
  ) async throws(Problem) -> InvoiceTwin? {
    let twins = try await twins(of: assessment, in: document, supplierCode: supplierCode)
    let ofPlatform = twins.first { $0.arrival == .platform }
    if arrival != .platform {
      return ofPlatform ?? twins.first { $0.documentNumber < document }
    }
    return twins.first { $0.arrival == .platform && $0.documentNumber < document }
      ?? twins.first { $0.arrival != .platform && !$0.state.isUndecided }
  }

  /// Undecided invoices that repeat this one and may have been assessed without it: those of later
  /// documents, since documents are read side by side, and where this one is a platform's copy all
  /// others.
  ///
  /// - Throws: faults of the register.
  func laterTwins(
    of invoice: AssessedInvoice,
    in document: Int64,
    arrival: ArrivalChannel
  ) async throws(Problem) -> [Int64] {
    let twins = try await twins(
      of: invoice.assessment,
      in: document,
      supplierCode: invoice.supplierCode
    )
    return twins.filter { twin in
      let isLater = twin.documentNumber > document
      return twin.state.isUndecided
        && (isLater || arrival == .platform && twin.arrival != .platform)
    }.map(\.id)
  }

  private func twins(
    of assessment: Assessment,
    in document: Int64,
    supplierCode: String?
  ) async throws(Problem) -> [InvoiceTwin] {
    try await register.twins(
      of: InvoiceKey(assessment.draft),
      supplierCode: supplierCode,
      except: document,
      firstPage: assessment.pages.first ?? 1
    )
  }

  private func duplicateFinding(_ twin: InvoiceTwin) -> Finding {
    Finding(
      .blocking,
      "possible-duplicate",
      field: Field.invoiceNumber.name,
      ["id": String(twin.id)]
    )
  }

  // MARK: The ledger

  private func match(
    _ assessment: Assessment,
    _ supplier: Supplier?,
    _ document: Int64,
    _ decisions: [Decision]
  ) async throws(Problem) -> MatchingStep.Outcome {
    for case .acceptMatch(let ids) in decisions.reversed() {
      let entries = try await register.entries(named: ids)
      return MatchingStep.Outcome(
        proposal: acceptedMatch(assessment.draft, with: entries),
        rivals: []
      )
    }
    let step = MatchingStep(register: register, suppliers: suppliers)
    return try await step.counterpart(of: assessment, supplier: supplier, document: document)
  }

  private func matchFinding(_ match: MatchProposal) -> Finding? {
    switch match.status {
    case .amountMismatch: Finding(.warning, "match-amount-mismatch")
    case .ambiguous: Finding(.warning, "match-ambiguous")
    case .duplicate: Finding(.warning, "match-duplicate")
    case .matched, .partial, .unmatched: nil
    }
  }

  /// What a person must know about a sure link that counts as proposed only.
  private func standingFinding(_ match: MatchProposal, _ linked: [LedgerEntry]) -> Finding? {
    guard match.automatic, let kind = linked.map(\.kind).mainKind else { return nil }
    switch automaticLinks[kind] ?? .inForce {
    case .inForce: return nil
    case .trial: return Finding(.info, "match-in-trial", ["kind": kind.rawValue])
    case .switchedOff: return Finding(.warning, "match-switched-off", ["kind": kind.rawValue])
    }
  }
}

extension Register {
  /// How sure links stand, by kind.
  package func automaticLinks(
    trial: Int
  ) async throws(Problem) -> [LedgerEntry.Kind: AutomaticLinks] {
    try await linkRecords(limit: max(trial, AutomaticLinks.window))
      .mapValues { AutomaticLinks($0, needed: trial) }
  }
}

extension Assessment {
  /// The same with other findings.
  fileprivate func with(findings: [Finding]) -> Assessment {
    Assessment(
      pages: pages,
      language: language,
      documentType: documentType,
      draft: draft,
      findings: findings
    )
  }
}
