// RegisterContainersTests.swift — files inside mails and archives in the register.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Filing

@Suite struct RegisterContainersTests {
  private static let header = MailHeader(
    messageID: "1@x.example",
    address: "a@x.example",
    name: "OVH",
    subject: "Facture",
    date: nil
  )

  private func inner(_ content: String, of container: String) -> Sighting {
    Sighting(
      document: documentID(content),
      fileName: Array((content + ".pdf").utf8),
      size: 1,
      claimKey: "\(container)#\(content)",
      receivedAt: at(1),
      format: .pdf,
      channel: "mail",
      mail: Self.header
    )
  }

  /// Reads a mail that holds these files; returns its number.
  private func readMail(
    _ name: String,
    holding contents: [String],
    in register: Register
  ) async throws -> Int64 {
    let number = try await register.admit(sighting(name)).number
    let claim = try #require(try await register.claimForReading(limit: 1, at: at()).first)
    #expect(claim.number == number && claim.depth == 0)
    try await register.fileReading(
      claim,
      document: Document(id: claim.document, format: .mail, pages: [page(1)]),
      contained: contents.map { inner($0, of: name) },
      readerVersion: "1",
      plan: plan,
      at: at(1)
    )
    return number
  }

  @Test func `admits what a mail holds when the mail is read, and knows whence`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    let mail = try await readMail("mail", holding: ["a", "b"], in: register)
    let held = try await register.documents(inside: mail)
    #expect(held.map(\.fileName) == [Array("a.pdf".utf8), Array("b.pdf".utf8)])
    #expect(
      held.map(\.state) == [.received, .received] && held.map(\.channel) == ["mail", "mail"]
    )
    #expect(held.allSatisfy { $0.sightings.map(\.container) == [mail] })
    #expect(held.allSatisfy { $0.sightings.map(\.mail) == [Self.header] })
    let claims = try await register.claimForReading(limit: 9, at: at(1))
    #expect(claims.map(\.depth) == [1, 1])
  }

  @Test func `files the attachment of two mails once`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    let first = try await readMail("mail", holding: ["a"], in: register)
    let claim = try #require(try await register.claimForReading(limit: 1, at: at(1)).first)
    try await register.release(claim, after: nil, retryNotBefore: at(9), at: at(1))
    let again = try await readMail("mail again", holding: ["a"], in: register)
    let held = try await register.documents(inside: again)
    #expect(held.map(\.number) == (try await register.documents(inside: first)).map(\.number))
    #expect(held.first?.sightings.count == 2)
  }

  @Test func `admits nothing for a claim that was lost`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    let number = try await register.admit(sighting("mail")).number
    let claim = try #require(try await register.claimForReading(limit: 1, at: at()).first)
    _ = try await register.returnOpenLeases(at: at())
    let lost = await code {
      try await register.fileReading(
        claim,
        document: Document(id: claim.document, format: .mail, pages: []),
        contained: [inner("a", of: "mail")],
        readerVersion: "1",
        plan: plan,
        at: at(1)
      )
    }
    #expect(lost == "lease-lost")
    #expect(try await register.documents(inside: number).isEmpty)
    #expect(try await register.document(documentID("a")) == nil)
  }

  @Test func `asks a mail for its own text only where nothing in it is an invoice`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    let mail = try await readMail("mail", holding: ["a"], in: register)
    #expect(try await register.claimForAssessing(limit: 9, key: "k").map(\.number) == [])
    let claim = try #require(try await register.claimForReading(limit: 1, at: at(1)).first)
    try await register.fileReading(
      claim,
      document: Document(id: claim.document, format: .pdf, pages: [page(1)]),
      readerVersion: "1",
      plan: plan,
      at: at(2)
    )
    let tasks = try await register.claimForAssessing(limit: 9, key: "k")
    #expect(tasks.map(\.number) == [claim.number] && tasks.first?.mail == Self.header)
    // What waits is the attachment, not the mail around it.
    #expect(try await register.counts()["read"] == 1)
    _ = try await register.assess(claim.number, [], key: "k")
    #expect(try await register.counts()["read"] == 1)
    #expect(try await register.claimForAssessing(limit: 9, key: "k").map(\.number) == [mail])
  }

  @Test func `a verdict that did not know what came beside it is not filed`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    let mail = try await register.admit(sighting("mail")).number
    let claim = try #require(try await register.claimForReading(limit: 1, at: at()).first)
    let files = [("a", DocumentFormat.pdf), ("b", .xml)].map { name, format in
      Sighting(
        document: documentID(name),
        fileName: Array(name.utf8),
        size: 1,
        claimKey: name,
        receivedAt: at(1),
        format: format
      )
    }
    try await register.fileReading(
      claim,
      document: Document(id: claim.document, format: .mail, pages: []),
      contained: files,
      readerVersion: "1",
      plan: plan,
      at: at(1)
    )
    func read() async throws -> Int64 {
      let claim = try #require(try await register.claimForReading(limit: 1, at: at(2)).first)
      let document = Document(id: claim.document, format: .pdf, pages: [page(1)])
      try await register.fileReading(
        claim,
        document: document,
        readerVersion: "1",
        plan: plan,
        at: at(2)
      )
      return claim.number
    }
    func file(_ task: AssessingTask) async throws -> [Int64]? {
      try await register.fileAssessments(
        task,
        [assessed()],
        documentType: .invoice,
        assessedWith: "k",
        at: at(3)
      )
    }
    let first = try await read()
    let early = try #require(try await register.assessingTask(document: first))
    #expect(early.siblings.isEmpty)
    _ = try await read()
    #expect(try await file(early) == nil)
    let waiting = try await register.claimForAssessing(limit: 9, key: "k").map(\.number)
    #expect(waiting.contains(first) && !waiting.contains(mail))
    let late = try #require(try await register.assessingTask(document: first))
    #expect(late.siblings.count == 1)
    #expect(try await file(late)?.count == 1)
  }
}
