// PlatformTests.swift — what comes through a plateforme agréée, and what should have.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Foundation
import Glibc
import Invoicing
import Testing

@testable import Service

@Suite struct PlatformTests {
  private static let siren = "303265045"

  private static func document(_ digit: String, _ root: MarkupElement, _ space: String) -> Document
  {
    Document(
      id: DocumentID(hex: String(repeating: digit, count: 64)) ?? emptyDocument.id,
      format: .xml,
      pages: [],
      markup: MarkupTree(namespace: space, root: root)
    )
  }

  private static func element(_ name: String, _ children: MarkupElement...) -> MarkupElement {
    MarkupElement(name, children: children)
  }

  private static func text(_ name: String, _ text: String) -> MarkupElement {
    MarkupElement(name, text: text)
  }

  /// The e-invoice F-17 of Durand, in this business process.
  private static func invoice(_ digit: String, process: String = "") -> Document {
    document(
      digit,
      element(
        "Invoice",
        text("ProfileID", process),
        text("ID", "F-17"),
        text("IssueDate", "2026-09-10"),
        text("InvoiceTypeCode", "380"),
        text("DocumentCurrencyCode", "EUR"),
        element(
          "AccountingSupplierParty",
          element(
            "Party",
            element(
              "PartyLegalEntity",
              text("RegistrationName", "Durand SARL"),
              text("CompanyID", siren)
            )
          )
        ),
        element(
          "LegalMonetaryTotal",
          text("TaxInclusiveAmount", "120.00"),
          text("PayableAmount", "120.00")
        )
      ),
      "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
    )
  }

  /// What a platform says has become of F-17.
  private static func message(_ digit: String, _ status: String) -> Document {
    document(
      digit,
      element(
        "CrossDomainAcknowledgementAndResponse",
        element(
          "AcknowledgementDocument",
          element(
            "ReferenceReferencedDocument",
            text("IssuerAssignedID", "F-17"),
            text("ProcessConditionCode", status),
            element("IssuerTradeParty", text("GlobalID", siren))
          )
        )
      ),
      "urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100"
    )
  }

  /// A reader that sees in a file what its first word names.
  private static let reader =
    """
    read -r word rest; cat >/dev/null
    case "$word" in
      invoice) \(says(.read(invoice("1"))));;
      copy) \(says(.read(invoice("2"))));;
      paid) \(says(.read(invoice("3", process: "S2"))));;
      status205) \(says(.read(message("4", "205"))));;
      status210) \(says(.read(message("5", "210"))));;
    esac
    """

  private func workshop(_ box: TemporaryHome) async throws -> Workshop {
    try await box.workshop(
      reader: Self.reader,
      company: Company(name: "Verrane", siren: "732829320")
    )
  }

  private func codes(_ record: InvoiceRecord?) -> Set<String> {
    Set(record?.assessment.findings.map(\.code) ?? [])
  }

  private func dropExport(_ box: TemporaryHome, _ files: [String]) throws {
    try #require(mkdir(box.home.inbox + "/export", 0o700) == 0)
    for file in files { try box.drop(file + " \n", as: "export/\(file).xml") }
  }

  @Test func `a folder with messages is an export, and its statuses are the invoice's`()
    async throws
  {
    let box = try TemporaryHome()
    let workshop = try await workshop(box)
    try dropExport(box, ["invoice", "status205"])
    #expect(try await Daemon.drain(workshop).admitted == 2)
    // What is hidden there is ours.
    #expect(try box.names(in: box.home.inbox).filter { $0.first != UInt8(ascii: ".") } == [])
    let invoices = try await workshop.register.invoices()
    #expect(invoices.map(\.arrival) == [.platform])
    #expect(invoices.first?.lifecycle.map(\.status) == ["205"])
    #expect(codes(invoices.first).isDisjoint(with: ["not-from-platform", "lifecycle-ended"]))
    // The message is no invoice and nothing that anybody must look at.
    let counts = try await workshop.register.counts()
    #expect(counts["not_invoice"] == 0 && counts["quarantined"] == 0)
  }

  @Test func `an invoice that was refused on the platform cannot be approved`() async throws {
    let box = try TemporaryHome()
    let workshop = try await workshop(box)
    try box.drop("invoice \n", as: "a.xml")
    _ = try await Daemon.drain(workshop)
    try box.drop("status210 \n", as: "s.xml")
    _ = try await Daemon.drain(workshop)
    let record = try #require(try await workshop.register.invoices().first)
    #expect(codes(record).contains("lifecycle-ended") && record.state == .toReview)
    let call = LocalCall(author: "anna", request: .approve(invoices: [record.id], despite: []))
    guard case .invoices(let outcomes) = try await Operations(workshop).perform(call) else {
      Issue.record("no outcome")
      return
    }
    #expect(outcomes.first?.problem?.arguments["codes"]?.contains("lifecycle-ended") == true)
  }

  @Test func `the platform's copy is the original, whenever it comes`() async throws {
    let box = try TemporaryHome()
    let workshop = try await workshop(box)
    try box.drop("copy \n", as: "by hand.xml")
    _ = try await Daemon.drain(workshop)
    #expect(try await workshop.register.invoices().map(\.state) == [.toReview])
    try dropExport(box, ["invoice", "status205"])
    _ = try await Daemon.drain(workshop)
    let invoices = try await workshop.register.invoices()
    #expect(invoices.map(\.arrival) == [.upload, .platform])
    #expect(invoices.map(\.state) == [.duplicate, .toReview])
    #expect(invoices.first?.duplicateOf == invoices.last?.id)
  }

  @Test func `what was approved before stays, and the platform's copy repeats it`() async throws {
    let box = try TemporaryHome()
    let workshop = try await workshop(box)
    try box.drop("copy \n", as: "by hand.xml")
    _ = try await Daemon.drain(workshop)
    let first = try #require(try await workshop.register.invoices().first)
    let blocking = first.assessment.findings.filter { $0.severity == .blocking }.map(\.code)
    let request = LocalRequest.approve(invoices: [first.id], despite: blocking)
    _ = try await Operations(workshop).perform(LocalCall(author: "anna", request: request))
    try dropExport(box, ["invoice", "status205"])
    _ = try await Daemon.drain(workshop)
    let invoices = try await workshop.register.invoices()
    #expect(invoices.map(\.state) == [.approved, .duplicate])
  }

  @Test func `a seller of the platform that sends another way is asked for the reason`()
    async throws
  {
    let box = try TemporaryHome()
    let workshop = try await workshop(box)
    try box.drop("copy \n", as: "by hand.xml")
    _ = try await Daemon.drain(workshop)
    #expect(!codes(try await workshop.register.invoices().first).contains("not-from-platform"))
    try dropExport(box, ["invoice", "status205"])
    _ = try await Daemon.drain(workshop)
    #expect(codes(try await workshop.register.invoices().first).contains("not-from-platform"))
  }

  @Test func `what was paid before it was invoiced says so`() async throws {
    let box = try TemporaryHome()
    let workshop = try await workshop(box)
    try box.drop("paid \n", as: "a.xml")
    _ = try await Daemon.drain(workshop)
    let record = try #require(try await workshop.register.invoices().first)
    #expect(record.assessment.draft.isPaidAlready)
    #expect(codes(record).isSuperset(of: ["already-paid", "BR-FR-CO-09"]))
    #expect(try await workshop.register.summaries(InvoiceFilter(unpaidOnly: true)).isEmpty)
  }

  @Test func `a folder survives the death of the daemon as one`() async throws {
    let box = try TemporaryHome()
    let workshop = try await workshop(box)
    try dropExport(box, ["invoice", "status205"])
    var scanner = InboxScanner(folder: box.home.inbox, settle: .zero, settleMax: .zero)
    _ = try scanner.scan()
    let ready = try scanner.scan().ready
    // As if it had died between claiming and admitting.
    for (index, file) in ready.enumerated() {
      let parcel = try #require(file.parcel)
      let claim = box.home.claims + "/" + String(repeating: "\(index)", count: 32) + "-" + parcel
      _ = mkdir(claim, 0o700)
      let from = box.home.inbox + "/" + String(decoding: file.path, as: UTF8.self)
      let name = String(decoding: file.name, as: UTF8.self)
      #expect(rename(from, claim + "/" + name) == 0)
    }
    _ = try await Daemon.drain(workshop)
    #expect(try await workshop.register.invoices().map(\.arrival) == [.platform])
  }
}
