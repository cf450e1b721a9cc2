// Operations+Invoices.swift — approve, correct, hold, discard, pay.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
internal import Invoicing

extension Operations {
  private var register: Register { workshop.register }

  /// Does the same to each invoice; what one cannot have done to it does not stop the others.
  ///
  /// - Throws: faults of the register.
  func each(
    _ invoices: [Int64],
    _ act: (Int64) async throws(Problem) -> InvoiceOutcome
  ) async throws(Problem) -> LocalResponse {
    var outcomes: [InvoiceOutcome] = []
    for id in invoices {
      do throws(Problem) {
        outcomes.append(try await act(id))
      } catch {
        guard error.kind == .usage else { throw error }
        let state = try await register.invoice(id)?.state
        outcomes.append(InvoiceOutcome(id: id, state: state, problem: error))
      }
    }
    return .invoices(outcomes)
  }

  /// Approves an invoice; one that the books already hold becomes `posted`.
  ///
  /// - Throws: usage `blocking-findings` {id, codes}, and as `Register.decide`.
  func approve(
    _ id: Int64,
    despite: [String],
    amongOthers: Bool = false,
    author: String
  ) async throws(Problem) -> InvoiceOutcome {
    let invoice = try await invoice(id)
    let open = blockingCodes(invoice).filter { !despite.contains($0) }
    guard open.isEmpty else {
      let arguments = ["id": String(id), "codes": open.joined(separator: ", ")]
      throw Problem(.usage, "blocking-findings", arguments)
    }
    let overruled = blockingCodes(invoice)
    let decided = try await register.decide(
      .approve(despite: overruled, amongOthers: amongOthers ? true : nil),
      on: id,
      seen: invoice.rowVersion,
      author: author,
      at: timestamp(),
      event: .approved(booked: try await isBooked(invoice))
    )
    try await assessing.assessOthers(ofSellerOf: decided)
    return outcome(decided)
  }

  /// Puts invoices aside until a day comes, or without an end.
  ///
  /// - Throws: usage `hold-in-past` {day}; as `each`.
  func hold(
    _ invoices: [Int64],
    until: CalendarDate?,
    author: String
  ) async throws(Problem) -> LocalResponse {
    if let until, until < localDay() {
      throw Problem(.usage, "hold-in-past", ["day": until.description])
    }
    return try await each(invoices) { id throws(Problem) in
      try await decide(.hold(until: until), .held, on: id, author: author)
    }
  }

  /// Notes that invoices were paid.
  ///
  /// - Throws: usage `paid-in-future` {day}; as `each`.
  func paid(
    _ invoices: [Int64],
    on day: CalendarDate,
    by means: String,
    author: String
  ) async throws(Problem) -> LocalResponse {
    guard day <= localDay() else {
      throw Problem(.usage, "paid-in-future", ["day": day.description])
    }
    return try await each(invoices) { id throws(Problem) in
      try await decide(.paid(on: day, by: means), .paid, on: id, author: author)
    }
  }

  /// Takes back that an invoice was paid: it is `posted` again if the books hold it, else `approved`.
  ///
  /// Of one that only itself or a bank line says to be paid, it says that it is not: it may be due.
  ///
  /// - Throws: as `Register.decide`.
  func unpaid(_ id: Int64, author: String) async throws(Problem) -> InvoiceOutcome {
    let invoice = try await invoice(id)
    let state = invoice.state
    if state.isApproved, state != .paid, invoice.assessment.isPaidAlready {
      return try await decide(.unpaid, nil, on: id, author: author)
    }
    let isBooked = try await isBooked(invoice)
    return try await decide(.unpaid, .unpaid(booked: isBooked), on: id, author: author)
  }

  private func isBooked(_ invoice: InvoiceRecord) async throws(Problem) -> Bool {
    try await register.isBooked(invoice, trial: workshop.settings.trial)
  }

  /// Records a decision that changes the state, or nothing by itself.
  ///
  /// - Throws: as `Register.decide`.
  func decide(
    _ decision: Decision,
    _ event: InvoiceEvent?,
    on id: Int64,
    author: String
  ) async throws(Problem) -> InvoiceOutcome {
    let invoice = try await invoice(id)
    let decided = try await register.decide(
      decision,
      on: id,
      seen: invoice.rowVersion,
      author: author,
      at: timestamp(),
      event: event
    )
    return outcome(decided)
  }

  /// Corrects fields one by one, each its own decision that can be undone, and assesses the invoice
  /// with all of them.
  ///
  /// - Throws: usage `no-such-invoice` {id}, `no-such-field` {field}, `already-decided` {id, state}.
  func correct(
    _ id: Int64,
    _ changes: [FieldChange],
    thenApprove: Bool,
    author: String
  ) async throws(Problem) -> InvoiceOutcome {
    for change in changes where FieldDefinition.named(change.field) == nil {
      throw Problem(.usage, "no-such-field", ["field": change.field.name])
    }
    let decisions = changes.map { Decision.correct(field: $0.field, value: $0.value) }
    var last = try await decideAndAssess(decisions, on: id, author: author)
    await workshop.place(id)
    if thenApprove {
      guard last.problem == nil, last.blocking.isEmpty else {
        let arguments = ["id": String(id), "codes": last.blocking.joined(separator: ", ")]
        let problem = Problem(.usage, "blocking-findings", arguments)
        return InvoiceOutcome(
          id: id,
          state: last.state,
          problem: problem,
          blocking: last.blocking,
          isWritten: true
        )
      }
      last = try await approve(id, despite: [], author: author)
    }
    return last
  }

  /// Says which entries settle the invoice.
  ///
  /// - Throws: usage `no-such-entry` {source, id}, and as `correct`.
  func acceptMatch(
    _ id: Int64,
    _ entries: [LedgerEntryID],
    author: String
  ) async throws(Problem) -> InvoiceOutcome {
    for entry in entries {
      guard try await register.entry(entry) == nil else { continue }
      throw Problem(.usage, "no-such-entry", ["source": entry.source, "id": entry.id])
    }
    return try await decideAndAssess([.acceptMatch(entries)], on: id, author: author)
  }

  /// Makes a note about the seller of an invoice a warning again.
  ///
  /// - Throws: usage `no-such-invoice` {id}, `no-such-note` {id, code}.
  func warnAgain(
    _ id: Int64,
    _ code: String,
    author: String
  ) async throws(Problem) -> InvoiceOutcome {
    let found = try await invoice(id)
    guard found.assessment.findings.contains(where: { $0.code == code && $0.isNoteOnly }) else {
      throw Problem(.usage, "no-such-note", ["id": String(id), "code": code])
    }
    try await register.warnAgain(
      about: InvoiceKey(found.assessment.draft),
      supplierCode: found.supplierCode,
      code: code,
      author: author,
      at: timestamp()
    )
    try await assessing.assessAll(ofSellerOf: found)
    return outcome(try await invoice(id))
  }

  /// Records decisions one after the other, each with the assessment that it leads to.
  private func decideAndAssess(
    _ decisions: [Decision],
    on id: Int64,
    author: String
  ) async throws(Problem) -> InvoiceOutcome {
    var invoice = try await invoice(id)
    let assessor = try await Assessor(workshop)
    let firstPage = invoice.assessment.pages.first ?? 1
    var touched: [Assessor.Completed] = []
    for decision in decisions {
      guard let task = try await register.assessingTask(document: invoice.documentNumber) else {
        throw Problem(.usage, "no-such-invoice", ["id": String(id)])
      }
      let found = try await assessor.judge(task, adding: [firstPage: [decision]]).invoices
      invoice = try await register.decide(
        decision,
        on: id,
        seen: invoice.rowVersion,
        author: author,
        at: timestamp(),
        reassessed: found.map(\.invoice).first { $0.firstPage == firstPage }
      )
      touched = found
    }
    let step = AssessingStep(workshop: workshop)
    try await step.assessOthers(
      than: touched,
      in: invoice.documentNumber,
      arrival: invoice.arrival,
      assessor
    )
    return outcome(invoice)
  }

  /// The invoice of this id.
  ///
  /// - Throws: usage `no-such-invoice` {id}.
  func invoice(_ id: Int64) async throws(Problem) -> InvoiceRecord {
    guard let invoice = try await register.invoice(id) else {
      throw Problem(.usage, "no-such-invoice", ["id": String(id)])
    }
    return invoice
  }

  /// What became of an invoice.
  func outcome(_ invoice: InvoiceRecord) -> InvoiceOutcome {
    InvoiceOutcome(
      id: invoice.id,
      state: invoice.state,
      problem: nil,
      blocking: blockingCodes(invoice)
    )
  }

  private func blockingCodes(_ invoice: InvoiceRecord) -> [String] {
    let blocking = invoice.assessment.findings.filter { $0.severity == .blocking }
    return Set(blocking.map(\.code)).sorted()
  }
}
