// PlatformTests.swift — by which way documents came, and what platforms say of invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Filing

@Suite struct PlatformTests {
  private func event(_ number: String, _ status: String, seller: String? = nil) -> LifecycleEvent {
    LifecycleEvent(
      invoiceNumber: number,
      sellerSIREN: seller,
      issueDate: nil,
      status: status,
      at: "2026-09-2" + status.suffix(1),
      reason: ""
    )
  }

  /// Reads the oldest document that waits.
  private func readNext(
    _ register: Register,
    holding contents: [String] = [],
    format: DocumentFormat = .pdf,
    lifecycle: [LifecycleEvent] = [],
    origin: PageOrigin = .textLayer
  ) async throws -> Int64 {
    let claim = try #require(try await register.claimForReading(limit: 1, at: at()).first)
    let sheet = Page(number: 1, width: 5950, height: 8420, origin: origin, words: [])
    try await register.fileReading(
      claim,
      document: Document(id: claim.document, format: format, pages: [sheet]),
      contained: contents.map { inner($0, of: claim.document.hex, channel: format.rawValue) },
      lifecycle: lifecycle,
      readerVersion: "1",
      plan: plan,
      at: at(1)
    )
    return claim.number
  }

  private func inner(_ content: String, of container: String, channel: String) -> Sighting {
    Sighting(
      document: documentID(content),
      fileName: Array(content.utf8),
      size: 1,
      claimKey: "\(container)#\(content)",
      receivedAt: at(1),
      format: .pdf,
      channel: channel
    )
  }

  private func admit(
    _ content: String,
    to register: Register,
    format: DocumentFormat = .pdf,
    parcel: String? = nil,
    channel: String = "drop"
  ) async throws -> Int64 {
    try await register.admit(
      Sighting(
        document: documentID(content),
        fileName: Array(content.utf8),
        size: 1,
        claimKey: content + (parcel ?? ""),
        receivedAt: at(),
        format: format,
        channel: channel,
        parcel: parcel
      )
    ).number
  }

  private func arrival(_ content: String, _ register: Register) async throws -> ArrivalChannel? {
    try await register.document(documentID(content))?.arrival
  }

  @Test func `tells mails, scans and other files apart`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    for name in ["file", "paper"] { _ = try await admit(name, to: register) }
    _ = try await admit("letter", to: register, format: .mail, channel: "maildir")
    _ = try await readNext(register)
    _ = try await readNext(register, origin: .recognised)
    _ = try await readNext(register, holding: ["packed"], format: .mail)
    _ = try await readNext(register, holding: ["inside"], format: .zip)
    #expect(try await arrival("file", register) == .upload)
    #expect(try await arrival("paper", register) == .scan)
    #expect(try await arrival("letter", register) == .mail)
    #expect(try await arrival("packed", register) == .mail)
  }

  @Test func `what lies beside a message of a platform came through it`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    _ = try await admit("export.zip", to: register, format: .zip)
    let mailed = try await admit("mailed", to: register, format: .mail, channel: "maildir")
    let container = try await register.claimForReading(limit: 1, at: at())[0]
    #expect(container.format == .zip)
    try await register.fileReading(
      container,
      document: Document(id: container.document, format: .zip, pages: []),
      contained: ["f", "status"].map { inner($0, of: "z", channel: "zip") },
      readerVersion: "1",
      plan: plan,
      at: at()
    )
    _ = try await readNext(register, holding: ["g"], format: .mail)
    let invoice = try await readNext(register)
    #expect(try await register.assess(invoice, [assessed(number: "F-17")]).count == 1)
    _ = try await readNext(register, format: .xml, lifecycle: [event("F 17", "205")])
    #expect(try await arrival("f", register) == .platform)
    #expect(try await arrival("status", register) == .platform)
    #expect(try await arrival("mailed", register) == .mail && mailed == 2)
    // What it says of the invoice is looked at again.
    #expect(
      try await register.claimForAssessing(limit: 9, key: "rules 1").map(\.number)
        .contains(invoice)
    )
    let record = try #require(try await register.invoices().first)
    #expect(record.arrival == .platform && record.lifecycle.map(\.status) == ["205"])
    let key = InvoiceKey(record.assessment.draft)
    #expect(try await register.usesPlatform(key))
  }

  @Test func `files of one folder came together, in whatever order they are read`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    _ = try await admit("status", to: register, format: .xml, parcel: "p")
    _ = try await readNext(register, format: .xml, lifecycle: [event("F-17", "200")])
    _ = try await admit("late", to: register, parcel: "p")
    _ = try await admit("other", to: register, parcel: "q")
    #expect(try await arrival("late", register) == .platform)
    #expect(try await arrival("other", register) == .upload)
  }

  @Test func `a message speaks of its seller's invoice, in the order of time`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    _ = try await admit("status", to: register, format: .xml)
    let events = [
      event("F-17", "212", seller: "303265045"), event("F-17", "200", seller: "303265045"),
      event("F-17", "210", seller: "732829320"), event("F-18", "210"),
    ]
    _ = try await readNext(register, format: .xml, lifecycle: events)
    var draft = Draft()
    draft.set(.invoiceNumber, to: "f 17", evidence: evidence)
    draft.set(.sellerVATID, to: "FR40303265045", evidence: evidence)
    let found = try await register.lifecycle(of: InvoiceKey(draft))
    #expect(found.map(\.status) == ["200", "212"])
    draft.set(.invoiceNumber, to: "F-18", evidence: evidence)
    #expect(try await register.lifecycle(of: InvoiceKey(draft)).map(\.status) == ["210"])
  }

  @Test func `what was paid before it was invoiced is not among the unpaid`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    for process in ["B1", "S2"] {
      var draft = assessed(number: process).assessment.draft
      draft.set(.businessProcess, to: process, evidence: evidence)
      let invoice = AssessedInvoice(
        assessment: Assessment(
          pages: [1],
          language: "fr",
          documentType: .invoice,
          draft: draft,
          findings: []
        )
      )
      _ = try await register.assess(try await register.readDocument(process), [invoice])
    }
    let unpaid = try await register.summaries(InvoiceFilter(unpaidOnly: true))
    #expect(unpaid.map(\.number) == ["B1"])
    #expect(try await register.summaries().map(\.isPaidAlready) == [false, true])
  }

  @Test func `what a bank line paid is due again when a person says that it is not paid`()
    async throws
  {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    let invoice = AssessedInvoice(
      assessment: Assessment(
        pages: [1],
        language: "fr",
        documentType: .invoice,
        draft: assessed(number: "F-1").assessment.draft,
        findings: [Finding(.info, "paid-by-bank")]
      )
    )
    let id = try await register.assess(try await register.readDocument("a"), [invoice])[0]
    func decide(_ decision: Decision, _ event: InvoiceEvent?) async throws {
      let version = try #require(try await register.invoice(id)).rowVersion
      _ = try await register.decide(
        decision,
        on: id,
        seen: version,
        author: "anne",
        at: "2026-03-02T08:00:00Z",
        event: event
      )
    }
    func isPaid() async throws -> Bool {
      try await register.summaries(InvoiceFilter(unpaidOnly: true)).isEmpty
    }
    try await decide(.approve(despite: []), .approved(booked: false))
    #expect(try await isPaid())
    try await decide(.unpaid, nil)
    #expect(try await !isPaid())
    _ = try await register.undoLast(id, author: "anne", at: "2026-03-02T09:00:00Z")
    #expect(try await isPaid())
    try await decide(.paid(on: CalendarDate(dayNumber: 20_000), by: "card"), .paid)
    try await decide(.unpaid, .unpaid(booked: false))
    #expect(try await !isPaid())
  }
}
