// RegisterIntakeTests.swift — what the register promises about arrivals and reading.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Filing

struct RegisterIntakeTests {
  private let home: TemporaryHome
  private let register: Register

  init() throws {
    home = try TemporaryHome()
    register = try Register.open(at: home.register)
  }

  @Test func `admitting twice is admitting once`() async throws {
    let first = try await register.admit(sighting("a"))
    let again = try await register.admit(sighting("a"))
    #expect(first == again)
    guard case .new = first else {
      Issue.record("the first sighting is new")
      return
    }
    #expect(try await register.document(first.number)?.sightings.count == 1)
  }

  @Test func `the same bytes under another name are another sighting of one document`() async throws
  {
    let first = try await register.admit(sighting("a"))
    let second = try await register.admit(sighting("a", key: "k2", name: "copy.pdf"))
    #expect(second == .seenBefore(first.number, of: .received))
    let record = try #require(try await register.document(documentID("a")))
    #expect(record.sightings.map(\.fileName) == [Array("a.pdf".utf8), Array("copy.pdf".utf8)])
  }

  @Test func `keeps a name that is no UTF-8`() async throws {
    let name: [UInt8] = [0x62, 0xFF, 0x2E, 0x70]
    let number = try await register.admit(
      Sighting(
        document: documentID("a"),
        fileName: name,
        size: 1,
        claimKey: "k",
        receivedAt: at(),
        format: .pdf
      )
    ).number
    #expect(try await register.document(number)?.fileName == name)
  }

  @Test func `claims the oldest first and counts the attempt before the work`() async throws {
    for content in ["a", "b", "c"] { _ = try await register.admit(sighting(content)) }
    let claims = try await register.claimForReading(limit: 2, at: at())
    #expect(claims.map(\.document) == [documentID("a"), documentID("b")])
    #expect(claims.allSatisfy { $0.attempt == 1 })
    let record = try #require(try await register.document(claims[0].number))
    #expect(record.state == .reading && record.attempts == 1)
  }

  @Test func `a reading is kept by hash, reader and plan`() async throws {
    _ = try await register.readDocument("a", pages: 2)
    let found = try await register.cachedReading(documentID("a"), readerVersion: "1", plan: plan)
    #expect(found?.pages.count == 2)
    let other = try await register.cachedReading(documentID("a"), readerVersion: "2", plan: plan)
    #expect(other == nil)
  }

  @Test func `a worker that lost its claim cannot settle it`() async throws {
    _ = try await register.admit(sighting("a"))
    let slow = try #require(try await register.claimForReading(limit: 1, at: at()).first)
    _ = try await register.returnOpenLeases(at: at(1))
    let quick = try #require(try await register.claimForReading(limit: 1, at: at(2)).first)
    let document = Document(id: slow.document, format: .pdf, pages: [page(1)])
    let failure = await code {
      try await register.fileReading(
        slow,
        document: document,
        readerVersion: "1",
        plan: plan,
        at: at(3)
      )
    }
    #expect(failure == "lease-lost")
    try await register.fileReading(
      quick,
      document: document,
      readerVersion: "1",
      plan: plan,
      at: at(3)
    )
    #expect(try await register.document(quick.number)?.state == .read)
  }

  @Test func `a fault of the surroundings costs no attempt and waits`() async throws {
    let number = try await register.admit(sighting("a")).number
    let claim = try #require(try await register.claimForReading(limit: 1, at: at()).first)
    try await register.release(
      claim,
      after: Problem(.fault, "disk-full"),
      retryNotBefore: at(30),
      at: at(1)
    )
    #expect(try await register.document(number)?.attempts == 0)
    #expect(try await register.claimForReading(limit: 1, at: at(29)).isEmpty)
    #expect(try await register.claimForReading(limit: 1, at: at(30)).count == 1)
  }

  @Test func `the third failure quarantines and a retry begins anew`() async throws {
    let number = try await register.admit(sighting("a")).number
    var states: [DocumentState] = []
    for _ in 1...3 {
      let claim = try #require(try await register.claimForReading(limit: 1, at: at()).first)
      let problem = Problem(.refusal, "reader-crashed")
      states.append(
        try await register.fail(claim, with: problem, retryNotBefore: nil, at: at())
      )
    }
    #expect(states == [.received, .received, .quarantined])
    #expect(try await register.document(number)?.problem?.code == "reader-crashed")
    #expect(try await register.documentsRefused(code: "reader-crashed").map(\.number) == [number])
    try await register.retry(number, author: "anne", at: at())
    let record = try #require(try await register.document(number))
    #expect(record.state == .received && record.attempts == 0 && record.problem == nil)
    let failure = await code { try await register.retry(number, author: "anne", at: at()) }
    #expect(failure == "not-quarantined")
  }

  @Test func `a document that outlives five daemons is refused`() async throws {
    let number = try await register.admit(sighting("a")).number
    for death in 1...5 {
      let claim = try #require(try await register.claimForReading(limit: 1, at: at()).first)
      #expect(claim.attempt == 1, "deaths of the daemon are not the document's attempts")
      let refused = try await register.returnOpenLeases(at: at(death))
      #expect(refused == (death == 5 ? [number] : []))
    }
    #expect(try await register.document(number)?.problem?.code == "reader-killed-daemon")
  }

  @Test func `shows progress while it reads and forgets it after`() async throws {
    let number = try await register.admit(sighting("a")).number
    let claim = try #require(try await register.claimForReading(limit: 1, at: at()).first)
    try await register.progress(claim, done: 2, of: 5)
    #expect(
      try await register.document(number)?.progress == ReadingProgress(done: 2, total: 5)
    )
    try await register.release(claim, after: nil, retryNotBefore: nil, at: at())
    #expect(try await register.document(number)?.progress == nil)
  }
}
