// RegisterWarningsTests.swift — the warnings that people accepted are counted by supplier.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Filing

@Suite struct RegisterWarningsTests {
  private let home: TemporaryHome
  private let register: Register
  private let key = WarningKey(code: "due-before-issue", detail: "")

  init() throws {
    home = try TemporaryHome()
    register = try Register.open(at: home.register)
  }

  /// Files an invoice with this finding; returns its id.
  private func file(
    _ name: String,
    seller: String = "OVH SAS",
    severity: Severity = .warning
  ) async throws -> Int64 {
    let plain = assessed(seller: seller, number: name)
    let invoice = AssessedInvoice(
      assessment: Assessment(
        pages: [1],
        language: "fr",
        documentType: .invoice,
        draft: plain.assessment.draft,
        findings: [Finding(severity, "due-before-issue"), Finding(.warning, "doubtful-field")]
      )
    )
    return try await register.assess(try await register.readDocument(name), [invoice])[0]
  }

  private func approve(_ id: Int64) async throws {
    let version = try #require(try await register.invoice(id)).rowVersion
    _ = try await register.decide(
      .approve(despite: []),
      on: id,
      seen: version,
      author: "anne",
      at: at(3),
      event: .approved(booked: false)
    )
  }

  private func accepted(seller: String = "OVH SAS") async throws -> [WarningKey: Int] {
    let draft = assessed(seller: seller).assessment.draft
    return try await register.supplierHistory(
      of: InvoiceKey(draft),
      supplier: nil,
      hasMaster: false,
      before: 1
    ).acceptedWarnings
  }

  @Test func `counts approvals of the same seller, and not what is undone`() async throws {
    var last: Int64 = 0
    for name in ["a", "b", "c"] {
      last = try await file(name)
      try await approve(last)
    }
    #expect(try await accepted() == [key: 3])
    #expect(try await accepted(seller: "Autre SARL").isEmpty)
    _ = try await register.undoLast(last, author: "anne", at: at(4))
    #expect(try await accepted() == [key: 2])
  }

  @Test func `counts no finding that was less than a warning, or more`() async throws {
    try await approve(try await file("a", severity: .info))
    try await approve(try await file("b", severity: .blocking))
    #expect(try await accepted().isEmpty)
  }

  @Test func `forgets when a person wants to be warned again`() async throws {
    try await approve(try await file("a"))
    try await register.warnAgain(
      about: InvoiceKey(assessed().assessment.draft),
      supplierCode: nil,
      code: "due-before-issue",
      author: "anne",
      at: at(4)
    )
    #expect(try await accepted().isEmpty)
    try await approve(try await file("b"))
    #expect(try await accepted() == [key: 1])
  }
}
