// Samples.swift — temporary homes and small values for the tests.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Glibc
import Invoicing
import Testing

@testable import Filing

/// A folder that is removed when the test ends.
final class TemporaryHome: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "filing-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var register: String { path + "/register.sqlite" }

  /// Runs the body with an open file of these bytes.
  func withFile<Value>(_ bytes: String, _ body: (Int32) throws -> Value) throws -> Value {
    let path = self.path + "/" + UUID().uuidString
    try Data(bytes.utf8).write(to: URL(fileURLWithPath: path))
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    return try body(descriptor)
  }

  func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}

/// A moment of the tests' day, so many seconds after eight o'clock.
func at(_ second: Int = 0) -> String { String(format: "2026-11-20T08:00:%02dZ", second) }

func documentID(_ content: String) -> DocumentID {
  DocumentID(digest: SHA256.hash(data: Data(content.utf8)))
}

func sighting(_ content: String, key: String? = nil, name: String? = nil) -> Sighting {
  Sighting(
    document: documentID(content),
    fileName: Array((name ?? content + ".pdf").utf8),
    size: Int64(content.utf8.count),
    claimKey: key ?? content,
    receivedAt: at(),
    format: .pdf
  )
}

func page(_ number: Int) -> Page {
  Page(number: number, width: 5950, height: 8420, origin: .textLayer, words: [])
}

let plan = ReadingPlan(languages: ["fra", "eng"])

extension Register {
  /// Admits and reads a document without words; returns its number.
  func readDocument(_ content: String, pages: Int = 1) async throws -> Int64 {
    let number = try await admit(sighting(content)).number
    let claim = try #require(try await claimForReading(limit: 1, at: at()).first)
    let document = Document(id: claim.document, format: .pdf, pages: (1...pages).map(page))
    try await fileReading(
      claim,
      document: document,
      readerVersion: "1",
      plan: plan,
      at: at(1)
    )
    return number
  }

  /// Files one assessment of each page given; returns the invoices' ids.
  func assess(
    _ number: Int64,
    _ invoices: [AssessedInvoice],
    key: String = "rules 1"
  ) async throws -> [Int64] {
    let task = try #require(try await assessingTask(document: number))
    let ids = try await fileAssessments(
      task,
      invoices,
      documentType: invoices.isEmpty ? .letter : .invoice,
      assessedWith: key,
      at: at(2)
    )
    return try #require(ids)
  }
}

let evidence = Evidence(
  origin: .computed(from: []),
  text: "",
  rule: "test",
  confidence: .certain
)

/// An invoice of OVH over 119,88 EUR of 2026-11-20 unless told otherwise.
func assessed(
  page: Int = 1,
  seller: String = "OVH SAS",
  number: String = "F-123",
  total: Int64 = 11988,
  type: String = "380",
  doubtful: Bool = false,
  match: MatchProposal? = nil,
  duplicateOf: Int64? = nil
) -> AssessedInvoice {
  var draft = Draft()
  draft.set(.sellerName, to: seller, evidence: evidence)
  draft.set(.invoiceNumber, to: number, evidence: evidence)
  draft.set(.invoiceType, to: type, evidence: evidence)
  draft.set(.totalWithVAT, to: Money(minorUnits: total, currency: .euro), evidence: evidence)
  if let day = CalendarDate(iso: "2026-11-20") {
    draft.set(.issueDate, to: day, evidence: evidence)
  }
  return AssessedInvoice(
    assessment: Assessment(
      pages: [page],
      language: "fr",
      documentType: .invoice,
      draft: draft,
      findings: doubtful ? [Finding(.warning, "total-mismatch")] : []
    ),
    match: match,
    duplicateOf: duplicateOf
  )
}

func proposal(_ entries: [LedgerEntryID]) -> MatchProposal {
  MatchProposal(
    status: .matched,
    automatic: true,
    entries: entries,
    residual: nil,
    confidence: .certain,
    reasons: []
  )
}

func entry(
  _ id: String,
  amount: Int64,
  reference: String? = nil,
  party: String? = nil,
  date: String? = "2026-11-01",
  isOpen: Bool = true,
  line: Int = 1,
  booking: Booking? = nil
) -> LedgerEntry {
  LedgerEntry(
    id: LedgerEntryID(source: "fec", id: id),
    kind: .openItem,
    partyCode: party,
    partyName: nil,
    account: "401000",
    reference: reference,
    documentDate: date.flatMap { CalendarDate(iso: $0) },
    bookingDate: nil,
    dueDate: nil,
    amount: Money(minorUnits: amount, currency: .euro),
    label: "facture",
    isOpen: isOpen,
    sourceLine: line,
    booking: booking
  )
}

/// The code of the problem that the body throws, or nil.
func code(_ body: () async throws -> Void) async -> String? {
  do { try await body() } catch { return (error as? Problem)?.code ?? "\(error)" }
  return nil
}
