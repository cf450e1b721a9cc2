// FoundItem.swift — what a number stands for.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Invoicing

/// What a number stands for: an invoice, or a document with its invoices.
struct FoundItem: Sendable {
  /// Nil when the number is an invoice's.
  let document: DocumentRecord?
  let invoices: [InvoiceRecord]
  /// The documents inside it, if it is a mail or an archive.
  let contained: [DocumentRecord]
  /// The accounts that its invoices may be booked on, by their ids.
  let accounts: [Int64: AccountProposal]
  /// What the reader has to say about the document, whatever it holds.
  let findings: [Finding]

  /// - Throws: usage `no-such-item` {id}; faults of the register.
  init(_ id: Int64, in register: Register) async throws(Problem) {
    if let invoice = try await register.invoice(id) {
      document = nil
      invoices = [invoice]
      contained = []
      findings = []
      accounts = try await Self.accounts(of: invoices, in: register)
      return
    }
    guard let found = try await register.document(id) else {
      throw Problem(.usage, "no-such-item", ["id": String(id)])
    }
    document = found
    invoices = try await register.invoices(InvoiceFilter(ids: [id]))
    accounts = try await Self.accounts(of: invoices, in: register)
    contained = try await register.documents(inside: found.number)
    findings = try await register.reading(of: found.number)?.findings ?? []
  }

  /// The only invoice.
  ///
  /// - Throws: usage `no-such-invoice` {id}.
  static func invoice(_ id: Int64, in register: Register) async throws(Problem) -> InvoiceRecord {
    let item = try await FoundItem(id, in: register)
    guard let only = item.invoices.first, item.invoices.count == 1 else {
      throw Problem(.usage, "no-such-invoice", ["id": String(id)])
    }
    return only
  }

  private static func accounts(
    of invoices: [InvoiceRecord],
    in register: Register
  ) async throws(Problem) -> [Int64: AccountProposal] {
    var accounts: [Int64: AccountProposal] = [:]
    // The books have their account for what they hold already.
    for invoice in invoices where invoice.state != .posted {
      guard let code = invoice.supplierCode else { continue }
      let supplier = try await register.supplier(code)
      accounts[invoice.id] = AccountProposal(
        supplier,
        try await register.supplierHabits(of: code)
      )
    }
    return accounts
  }

  func lines(_ text: RecordText) -> [String] {
    let head =
      (document.map(text.lines) ?? []) + text.lines(of: findings)
      + text.lines(ofContained: contained)
    return head
      + invoices.flatMap { invoice in
        (head.isEmpty ? [] : [""]) + text.lines(of: invoice, account: accounts[invoice.id])
      }
  }

  func json(_ phrases: Phrases) -> JSON {
    let records = invoices.map { invoice in
      RecordJSON(record: invoice, phrases: phrases).json
        .adding(["proposed_account": accounts[invoice.id]?.json ?? .null])
    }
    guard let document else { return records.first ?? .object([]) }
    let phrases = phrases.about(document.number)
    return [
      "id": .int(document.number), "document": .text(document.document.hex),
      "file": .bytes(document.fileName), "state": .text(document.state.rawValue),
      "received_at": .text(document.receivedAt),
      "channel": .text(document.arrival.rawValue),
      "document_type": .optional(document.documentType?.rawValue),
      "findings": .array(findings.map { phrases.json(of: $0) }),
      "problem": document.problem.map { phrases.json(of: $0) } ?? .null,
      "came_in": .array(document.sightings.compactMap(\.container).map { JSON.int($0) }),
      "contains": .array(contained.map { JSON.int($0.number) }),
      "invoices": .array(records),
    ]
  }

  /// Whether it needs a person.
  var status: ExitStatus {
    let isWaiting = invoices.contains { [.toReview, .disputed].contains($0.state) }
    return isWaiting || document?.state == .quarantined ? .needsPerson : .ok
  }
}
