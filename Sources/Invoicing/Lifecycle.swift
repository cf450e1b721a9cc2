// Lifecycle.swift — the states of a document and of an invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Where a document (one file) stands.
package enum DocumentState: String, Hashable, Sendable, Codable, CaseIterable {
  case received, reading, read
  case notInvoice = "not_invoice"
  case quarantined
}

/// Where an invoice stands.
package enum InvoiceState: String, Hashable, Sendable, Codable, CaseIterable {
  case toReview = "to_review"
  case ready, approved, posted, paid
  case onHold = "on_hold"
  case disputed, duplicate, discarded

  /// Whether a new assessment may change it: nobody has decided yet.
  package var isUndecided: Bool { self == .toReview || self == .ready || self == .duplicate }

  /// Whether a person has agreed with its fields.
  package var isApproved: Bool { self == .approved || self == .posted || self == .paid }
}

/// What can happen to an invoice.
package enum InvoiceEvent: Hashable, Sendable, Codable {
  /// Rules, ledger or corrections gave a new assessment.
  case assessed(needsReview: Bool, duplicate: Bool)
  /// A person agreed; `booked`: the books already hold it.
  case approved(booked: Bool)
  case held
  case discarded
  case paid
  /// A payment was no payment; `booked`: the books already hold the invoice.
  case unpaid(booked: Bool)
}

/// The state after an event, or nil when the event is not possible in this state.
package func next(_ state: InvoiceState, on event: InvoiceEvent) -> InvoiceState? {
  switch (state, event) {
  case (.toReview, .assessed(let needsReview, let duplicate)),
    (.ready, .assessed(let needsReview, let duplicate)),
    (.duplicate, .assessed(let needsReview, let duplicate)):
    duplicate ? .duplicate : needsReview ? .toReview : .ready
  case (_, .assessed): state
  case (.toReview, .approved(let booked)), (.ready, .approved(let booked)),
    (.onHold, .approved(let booked)), (.disputed, .approved(let booked)),
    (.duplicate, .approved(let booked)):
    booked ? .posted : .approved
  case (.toReview, .held), (.ready, .held), (.approved, .held), (.duplicate, .held): .onHold
  case (.toReview, .discarded), (.ready, .discarded), (.onHold, .discarded),
    (.disputed, .discarded), (.duplicate, .discarded):
    .discarded
  case (.approved, .paid), (.posted, .paid): .paid
  case (.paid, .unpaid(let booked)): booked ? .posted : .approved
  case (_, .approved), (_, .held), (_, .discarded), (_, .paid), (_, .unpaid): nil
  }
}
