// IntakeTests.swift — nothing that reached the inbox is lost, and nothing is filed twice.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Glibc
import Invoicing
import Testing

@testable import Service

@Suite struct IntakeTests {
  /// Takes everything that is in the inbox.
  private func takeAll(_ workshop: Workshop) async throws -> [Admission] {
    let intake = Intake(workshop)
    var scanner = InboxScanner(folder: workshop.home.inbox, settle: .zero, settleMax: .zero)
    _ = try scanner.scan()
    var admissions: [Admission] = []
    for file in try scanner.scan().ready {
      if let admission = try await intake.take(file) { admissions.append(admission) }
    }
    return admissions
  }

  private static let hostileNames: [[UInt8]] = [
    Array("bad".utf8) + [0xFF, 0xFE] + Array(".pdf".utf8), Array("new\nline.pdf".utf8),
    [UInt8](repeating: 0x61, count: 255), Array("-rf".utf8), Array("=cmd()".utf8),
    Array("e\u{301}.pdf".utf8), Array("\u{E9}.pdf".utf8), Array("\u{202E}fdp.exe".utf8),
  ]

  @Test func `keeps hostile names byte for byte`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    for (number, name) in Self.hostileNames.enumerated() {
      try box.drop(pdf("\(number)"), as: name)
    }
    #expect(try await takeAll(workshop).count == Self.hostileNames.count)
    let documents = try await workshop.register.documents(states: [.received])
    #expect(Set(documents.map(\.fileName)) == Set(Self.hostileNames))
    #expect(documents.allSatisfy { workshop.archive.holds($0.document) })
    #expect(try box.names(in: box.home.inbox) == [Array(".facturier".utf8)])
    #expect(try box.names(in: box.home.claims).isEmpty)
  }

  @Test func `files the same bytes once, with every sighting`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    try box.drop(pdf("same"), as: "a.pdf")
    try box.drop(pdf("same"), as: "b.pdf")
    let admissions = try await takeAll(workshop)
    #expect(Set(admissions.map(\.number)).count == 1)
    let document = try #require(try await workshop.register.document(admissions[0].number))
    #expect(Set(document.sightings.map(\.fileName)) == [Array("a.pdf".utf8), Array("b.pdf".utf8)])
  }

  @Test func `leaves a file that changed since it was found ready`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    try box.drop(pdf("a"), as: "a.pdf")
    var scanner = InboxScanner(folder: box.home.inbox, settle: .zero, settleMax: .zero)
    _ = try scanner.scan()
    let file = try #require(try scanner.scan().ready.first)
    #expect(truncate(box.home.inbox + "/a.pdf", 3) == 0)
    #expect(try await Intake(workshop).take(file) == nil)
    #expect(access(box.home.inbox + "/a.pdf", F_OK) == 0)
  }

  @Test func `finishes claims that a dead daemon left behind`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    let name = Array("left\nover.pdf".utf8)
    try box.drop(pdf("left"), as: name)
    let claim = box.home.claims + "/00ff"
    #expect(mkdir(claim, 0o700) == 0)
    #expect(mkdir(box.home.claims + "/empty", 0o700) == 0)
    let inbox = cString(Array((box.home.inbox + "/").utf8) + name)
    #expect(rename(inbox, cString(Array((claim + "/").utf8) + name)) == 0)
    #expect(try await Intake(workshop).recover() == 1)
    #expect(try await Intake(workshop).recover() == 0)
    #expect(try await workshop.register.documents(states: [.received]).map(\.fileName) == [name])
    #expect(try box.names(in: box.home.claims).isEmpty)
  }

  @Test func `admits a claim once although it was admitted before the daemon died`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    try box.drop(pdf("a"), as: "a.pdf")
    let number = try #require(try await takeAll(workshop).first?.number)
    let key = box.home.claims + "/again"
    #expect(mkdir(key, 0o700) == 0)
    for _ in 0..<2 {
      try box.drop(pdf("a"), as: "a.pdf")
      #expect(rename(box.home.inbox + "/a.pdf", key + "/a.pdf") == 0)
      #expect(try await Intake(workshop).recover() == 1)
      #expect(mkdir(key, 0o700) == 0)
    }
    let document = try #require(try await workshop.register.document(number))
    #expect(document.sightings.count == 2)
  }

  @Test func `adopts originals that no row names`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    try box.drop(pdf("orphan"), as: "x.pdf")
    let file = try openForReading(box.home.inbox + "/x.pdf")
    let id = try workshop.archive.store(from: file.descriptor)
    #expect(try await Intake(workshop).adoptOrphans() == 1)
    #expect(try await Intake(workshop).adoptOrphans() == 0)
    #expect(try await workshop.register.document(id)?.channel == "recovered")
  }

  @Test func `says that the inbox cannot be reached`() throws {
    let box = try TemporaryHome()
    var scanner = InboxScanner(folder: box.home.path + "/gone", settle: .zero, settleMax: .zero)
    #expect {
      _ = try scanner.scan()
    } throws: {
      ($0 as? Problem)?.code == "inbox-unreachable"
    }
  }

  @Test(arguments: [("%PDF-1.7", "pdf"), ("PK\u{3}\u{4}", "zip"), ("<a/>", "xml"), ("Hi", "text")])
  func `tells a format by its first bytes`(content: String, format: String) {
    #expect(formatByMagic(Array(content.utf8)).rawValue == format)
  }
}
