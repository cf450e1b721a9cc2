// MaildirTests.swift — a mail leaves new when it is safe, and is taken once.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Foundation
import Glibc
import Invoicing
import Testing

@testable import Service

@Suite struct MaildirTests {
  private func maildir(_ box: TemporaryHome) throws -> String {
    let path = box.home.path + "/Maildir"
    for folder in ["", "/new", "/cur", "/tmp"] { #expect(mkdir(path + folder, 0o700) == 0) }
    return path
  }

  private func deliver(_ text: String, to maildir: String, as name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: maildir + "/new/" + name))
  }

  private func taker(_ workshop: Workshop, _ path: String) -> Maildir {
    Maildir(path: path, archive: workshop.archive, register: workshop.register)
  }

  @Test func `moves a mail to cur once it is archived and admitted`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    let path = try maildir(box)
    try deliver("From: a@b.example\n\nx", to: path, as: "1.2.host")
    #expect(await taker(workshop, path).takeNew().admissions.count == 1)
    #expect(try box.names(in: path + "/new").isEmpty)
    #expect(try box.names(in: path + "/cur") == [Array("1.2.host:2,S".utf8)])
    let document = try #require(try await workshop.register.document(1))
    #expect(document.channel == "maildir" && workshop.archive.holds(document.document))
  }

  @Test func `admits once what a killed daemon had admitted`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    let path = try maildir(box)
    for _ in 1...2 {
      // The second time as if it had been killed before the move.
      try deliver("From: a@b.example\n\nx", to: path, as: "1.2.host")
      _ = await taker(workshop, path).takeNew()
      _ = unlink(path + "/cur/1.2.host:2,S")
    }
    #expect(try await workshop.register.document(1)?.sightings.count == 1)
  }

  @Test func `replaces no mail in cur`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    let path = try maildir(box)
    try Data("other".utf8).write(to: URL(filePath: path + "/cur/1.2.host:2,S"))
    try deliver("From: a@b.example\n\nx", to: path, as: "1.2.host")
    _ = await taker(workshop, path).takeNew()
    let kept = try String(contentsOfFile: path + "/cur/1.2.host:2,S", encoding: .utf8)
    #expect(kept == "other")
    #expect(try box.names(in: path + "/new").isEmpty)
    #expect(try box.names(in: path + "/cur").count == 2)
  }

  @Test func `says that the Maildir cannot be reached, once the inbox is empty`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop(maildir: box.home.path + "/gone")
    #expect(
      await taker(workshop, box.home.path + "/gone").takeNew().problem?.code
        == "maildir-unreachable"
    )
    try box.drop(pdf("a"), as: "a.pdf")
    await #expect {
      _ = try await Daemon.drain(workshop)
    } throws: {
      ($0 as? Problem)?.code == "maildir-unreachable"
    }
    #expect(try await workshop.register.document(1)?.state == .notInvoice)
  }

  @Test func `a mail that cannot be moved keeps none behind it back`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    let path = try maildir(box)
    // With the mark of a seen mail its name is longer than a name may be.
    let long = "1." + String(repeating: "x", count: 252)
    try deliver("From: a@b.example\n\nx", to: path, as: long)
    try deliver("From: a@b.example\n\ny", to: path, as: "2.host")
    let (admissions, problem) = await taker(workshop, path).takeNew()
    #expect(admissions.count == 1 && problem?.code == "maildir-unreachable")
    #expect(try box.names(in: path + "/cur") == [Array("2.host:2,S".utf8)])
  }
}
