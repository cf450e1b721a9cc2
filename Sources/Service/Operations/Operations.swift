// Operations.swift — carries out what a person asks, on the register.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing
internal import Matching

/// Carries out what a person asks.
///
/// The daemon does it for its local API, a command does it itself when no daemon runs; both are the
/// holder of the home's lock.
package struct Operations: Sendable {
  package let workshop: Workshop

  package init(_ workshop: Workshop) { self.workshop = workshop }

  /// Carries out a request in the name of `author`.
  ///
  /// A request about several invoices does what it can: an outcome that was not reached carries its
  /// problem, usage `no-such-invoice` {id}, `blocking-findings` {id, codes}, `decision-not-possible`
  /// {id, state, decision}, `already-decided` {id, state}, `changed-meanwhile` {id}.
  ///
  /// - Throws: usage `no-such-document` {id}, `nothing-to-undo` {id}, `not-quarantined` {id, state},
  ///   `no-such-entry` {source, id}, `decision-not-possible`, `hold-in-past` {day}, `paid-in-future`
  ///   {day}; faults of the register.
  package func perform(_ call: LocalCall) async throws(Problem) -> LocalResponse {
    guard call.request.judgesLinks else { return try await carryOut(call) }
    let before = try await standings
    let response = try await carryOut(call)
    // Invoices say whether their link is made or only proposed; what is being assessed with the old
    // standing is taken up again.
    if try await standings != before {
      _ = try await assessing.matchAgain()
      await workshop.work.ring()
    }
    return response
  }

  private var standings: [LedgerEntry.Kind: String] {
    get async throws(Problem) {
      try await workshop.register.automaticLinks(trial: workshop.settings.trial)
        .mapValues(\.name)
    }
  }

  private func carryOut(_ call: LocalCall) async throws(Problem) -> LocalResponse {
    switch call.request {
    case .approve(let invoices, let despite):
      try await learning(
        try await each(invoices) { id throws(Problem) in
          try await approve(
            id,
            despite: despite,
            amongOthers: invoices.count > 1,
            author: call.author
          )
        }
      )
    case .correct(let invoice, let changes, let approve):
      try await learning(
        .invoices([
          try await correct(invoice, changes, thenApprove: approve, author: call.author)
        ])
      )
    case .declare(let id, let type): try await declare(id, type, author: call.author)
    case .hold(let invoices, let until):
      try await hold(invoices, until: until, author: call.author)
    case .discard(let invoices, let reason):
      try await each(invoices) { id throws(Problem) in
        try await decide(.discard(reason: reason), .discarded, on: id, author: call.author)
      }
    case .undo(let id): try await undo(id, author: call.author)
    case .retry(let document): try await retry(document, author: call.author)
    case .acceptMatch(let invoice, let entries):
      .invoices([try await acceptMatch(invoice, entries, author: call.author)])
    case .paid(let invoices, let date, let means):
      try await paid(invoices, on: date, by: means, author: call.author)
    case .unpaid(let invoices):
      try await each(invoices) { id throws(Problem) in
        try await unpaid(id, author: call.author)
      }
    case .importLedger(let ledger): try await importLedger(ledger)
    case .importSuppliers(let suppliers, let columns):
      try await importSuppliers(suppliers, columns)
    case .learn(let invoice): try await learn(invoice)
    case .resumeLinks(let kind): try await resumeLinks(kind, author: call.author)
    case .warnAgain(let invoice, let code):
      .invoices([try await warnAgain(invoice, code, author: call.author)])
    case .reload: try await reload()
    }
  }

  /// The response, after learning from what was approved.
  private func learning(_ response: LocalResponse) async throws(Problem) -> LocalResponse {
    await learnQuietly(from: response)
    return response
  }
}
