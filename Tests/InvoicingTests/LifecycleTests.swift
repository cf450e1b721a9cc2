// LifecycleTests.swift — the whole lifecycle of an invoice, every state with every event.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@Suite struct LifecycleTests {
  private static let events: [InvoiceEvent] =
    [true, false].flatMap { first in
      [true, false].map { InvoiceEvent.assessed(needsReview: first, duplicate: $0) }
    } + [.approved(booked: true), .approved(booked: false), .held, .discarded, .paid]
    + [.unpaid(booked: true), .unpaid(booked: false)]

  @Test(arguments: InvoiceState.allCases)
  func `answers every event`(state: InvoiceState) {
    for event in Self.events {
      let following = next(state, on: event)
      if case .assessed = event { #expect(following != nil) }
    }
  }

  @Test(arguments: [InvoiceState.approved, .posted, .paid, .discarded, .onHold, .disputed])
  func `never moves a decided invoice by an assessment`(state: InvoiceState) {
    for event in Self.events.prefix(4) { #expect(next(state, on: event) == state) }
  }

  @Test(arguments: [InvoiceState.posted, .paid])
  func `lets nobody discard or hold what is in the books or paid`(state: InvoiceState) {
    #expect(next(state, on: .discarded) == nil)
    #expect(next(state, on: .held) == nil)
    #expect(next(state, on: .approved(booked: false)) == nil)
  }

  @Test func `goes from review to payment and back`() {
    #expect(next(.toReview, on: .assessed(needsReview: false, duplicate: false)) == .ready)
    #expect(next(.ready, on: .assessed(needsReview: false, duplicate: true)) == .duplicate)
    #expect(next(.ready, on: .approved(booked: false)) == .approved)
    #expect(next(.ready, on: .approved(booked: true)) == .posted)
    #expect(next(.approved, on: .paid) == .paid)
    #expect(next(.paid, on: .unpaid(booked: false)) == .approved)
    #expect(next(.paid, on: .unpaid(booked: true)) == .posted)
    #expect(next(.ready, on: .paid) == nil)
    #expect(next(.approved, on: .unpaid(booked: false)) == nil)
  }
}
