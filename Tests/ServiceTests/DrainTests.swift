// DrainTests.swift — what `process --once` makes of an inbox.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Foundation
import Glibc
import Invoicing
import Synchronization
import Testing

@testable import Service

@Suite struct DrainTests {
  @Test func `reads and assesses all that is there`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    for number in 1...5 { try box.drop(pdf("\(number)"), as: "\(number).pdf") }
    try box.drop(pdf("1"), as: "again.pdf")
    let last = Mutex<DrainProgress?>(nil)
    let summary = try await Daemon.drain(workshop) { step in last.withLock { $0 = step } }
    #expect(summary.admitted == 6 && summary.repeated == 1 && summary.read == 5)
    #expect(last.withLock { $0?.done } == 5 && last.withLock { $0?.total } == 5)
    let counts = try await workshop.register.counts()
    #expect(counts["received"] == 0 && counts["reading"] == 0 && counts["read"] == 0)
  }

  @Test func `refuses what crashes its reader three times, with the reason beside it`() async throws
  {
    let box = try TemporaryHome()
    let trace = box.home.path + "/trace"
    let workshop = try await box.workshop(reader: "echo x >> \(trace); kill -SEGV $$")
    try box.drop(pdf("poison"), as: "poison.pdf")
    let summary = try await Daemon.drain(workshop)
    #expect(summary.refused == 1)
    #expect(try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").count == 3)
    let document = try #require(
      try await workshop.register.documents(states: [.quarantined]).first
    )
    #expect(document.problem?.code == "reader-crashed")
    let reason = box.home.quarantine + "/poison.pdf.why.txt"
    #expect(try String(contentsOfFile: reason, encoding: .utf8) == "Refused: reader-crashed")
    #expect(document.quarantineName == "poison.pdf")
  }

  @Test func `refuses at once what the reader refuses`() async throws {
    let box = try TemporaryHome()
    let refusal = says(.refused(Problem(.refusal, "pdf-encrypted")))
    let workshop = try await box.workshop(reader: refusal)
    try box.drop(pdf("secret"), as: "secret.pdf")
    #expect(try await Daemon.drain(workshop).refused == 1)
    let refused = try await workshop.register.documents(states: [.quarantined])
    #expect(refused.map(\.problem?.code) == ["pdf-encrypted"])
    #expect(refused.map(\.attempts) == [1])
  }

  @Test func `keeps a document for later when the surroundings fail`() async throws {
    let box = try TemporaryHome()
    let fault = Problem(.fault, "language-missing")
    let workshop = try await box.workshop(reader: says(.refused(fault)))
    try box.drop(pdf("a"), as: "a.pdf")
    #expect(try await Daemon.drain(workshop).postponed == 1)
    let waiting = try await workshop.register.documents(states: [.received])
    #expect(waiting.map(\.attempts) == [0] && waiting.map(\.problem) == [fault])
  }

  @Test func `leaves a file that is being written, and takes an empty one`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    try box.drop(pdf("a"), as: "open.pdf")
    try box.drop("", as: "empty.pdf")
    let writer = open(box.home.inbox + "/open.pdf", O_WRONLY | O_CLOEXEC)
    defer { close(writer) }
    let summary = try await Daemon.drain(workshop)
    #expect(summary.left == 1 && summary.admitted == 1)
    #expect(access(box.home.inbox + "/open.pdf", F_OK) == 0)
  }

  @Test func `uses what was read before instead of reading again`() async throws {
    let box = try TemporaryHome()
    let trace = box.home.path + "/trace"
    let workshop = try await box.workshop(reader: "echo x >> \(trace); " + answering)
    try box.drop(pdf("a"), as: "a.pdf")
    _ = try await Daemon.drain(workshop)
    let number = try #require(try await workshop.register.documentIDs().first)
    let record = try #require(try await workshop.register.document(number))
    try await workshop.register.quarantine(
      record.number,
      problem: Problem(.refusal, "test"),
      at: timestamp()
    )
    let call = LocalCall(author: "anna", request: .retry(document: record.number))
    _ = try await Operations(workshop).perform(call)
    #expect(try await Daemon.drain(workshop).read == 1)
    #expect(try String(contentsOfFile: trace, encoding: .utf8) == "x\n")
  }

  @Test func `stops when it is cancelled and counts no attempt`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop(reader: "sleep 60")
    try box.drop(pdf("a"), as: "a.pdf")
    let task = Task { try await Daemon.drain(workshop) }
    while try await workshop.register.documents(states: [.reading]).isEmpty {
      try await Task.sleep(for: .milliseconds(10))
    }
    task.cancel()
    await #expect(throws: (any Error).self) { try await task.value }
    let waiting = try await workshop.register.documents(states: [.received])
    #expect(waiting.map(\.attempts) == [0])
  }

  @Test func `is refused while another process has the home`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    await #expect {
      _ = try await box.workshop()
    } throws: {
      ($0 as? Problem)?.code == "home-locked"
    }
    withExtendedLifetime(workshop) {}
  }
}
