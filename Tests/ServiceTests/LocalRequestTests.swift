// LocalRequestTests.swift — requests travel unchanged.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Service

@Suite struct LocalRequestTests {
  private static let all: [LocalRequest] = [
    .approve(invoices: [1, 2], despite: ["a"]),
    .correct(
      invoice: 1,
      changes: [FieldChange(field: FieldName("invoice_number"), value: nil)],
      approve: true
    ),
    .declare(id: 1, type: .deliveryNote), .hold(invoices: [1], until: CalendarDate(dayNumber: 9)),
    .discard(invoices: [1], reason: "é\n"), .undo(id: 1), .retry(document: 1),
    .acceptMatch(invoice: 1, entries: [LedgerEntryID(source: "fec", id: "A")]),
    .paid(invoices: [1], on: CalendarDate(dayNumber: 9), by: "card"), .unpaid(invoices: [1]),
    .importLedger(
      LedgerImport(source: "a", fileName: "b", sha256: "c", entries: [], listsAllOpen: true)
    ), .importSuppliers([Supplier(code: "F1", name: "A")]), .learn(invoice: 1),
    .resumeLinks(.openItem), .warnAgain(invoice: 1, code: "due-before-issue"), .reload,
  ]

  @Test func `has a route for every request`() {
    #expect(Self.all.map(\.route) == LocalRequest.routes)
  }

  @Test(arguments: all)
  func `comes back from JSON as it was`(request: LocalRequest) throws {
    let call = LocalCall(author: "anna", request: request)
    let data = try JSONEncoder().encode(call)
    #expect(try JSONDecoder().decode(LocalCall.self, from: data) == call)
  }

  @Test func `finds no daemon where none runs`() async throws {
    let box = try TemporaryHome()
    let client = LocalClient(home: box.home)
    #expect(try await client.health() == nil)
    #expect(try await client.perform(LocalCall(author: "a", request: .reload)) == nil)
  }
}
