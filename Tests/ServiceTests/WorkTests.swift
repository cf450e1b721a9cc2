// WorkTests.swift — waking, reloading, and telling the service manager.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Filing
import Foundation
import Glibc
import Invoicing
import Synchronization
import Testing

@testable import Service

@Suite struct WorkTests {
  @Test func `hears a stroke between looking and waiting`() async {
    let bell = Bell()
    let before = await bell.strokes
    await bell.ring()
    let start = ContinuousClock.now
    await bell.wait(after: before, atMost: .seconds(60))
    #expect(ContinuousClock.now - start < .seconds(50))
  }

  @Test func `waits no longer than it may, and not at all when cancelled`() async {
    let bell = Bell()
    let start = ContinuousClock.now
    await bell.wait(after: 0, atMost: .milliseconds(30))
    let task = Task { await bell.wait(after: 0, atMost: .seconds(60)) }
    task.cancel()
    await task.value
    #expect(ContinuousClock.now - start < .seconds(50))
  }

  @Test func `keeps the old rules when new ones are bad`() async throws {
    let box = try TemporaryHome()
    let source = box.home.rules + "/a.yml"
    let problem = Problem(.configuration, "bad-rule")
    try Data("one".utf8).write(to: URL(fileURLWithPath: source))
    let shelf = try await KnowledgeShelf { () throws(Problem) in
      let text = (try? String(contentsOfFile: source, encoding: .utf8)) ?? ""
      return Knowledge(
        rules: RuleBook.load([RuleFile(path: "a", text: text)]).book,
        company: nil,
        problems: text == "bad" ? [problem] : [],
        sources: [box.home.rules]
      )
    }
    let first = await shelf.current.rules.version
    #expect(await shelf.reloadIfChanged() == false)
    try Data("bad".utf8).write(to: URL(fileURLWithPath: source))
    #expect(await shelf.reloadIfChanged() == false)
    #expect(await shelf.problems == [problem])
    #expect(await shelf.current.rules.version == first)
    try Data("three".utf8).write(to: URL(fileURLWithPath: source))
    #expect(await shelf.reloadIfChanged())
    #expect(await shelf.problems.isEmpty)
    #expect(await shelf.current.rules.version != first)
  }

  @Test func `watches, reads and stops as a daemon`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    let daemon = Task { try await Daemon.run(workshop, servers: []) }
    try await Task.sleep(for: .milliseconds(50))
    try box.drop(pdf("a"), as: ".part")
    #expect(rename(box.home.inbox + "/.part", box.home.inbox + "/a.pdf") == 0)
    let deadline = ContinuousClock.now + .seconds(5)
    var done = false
    while !done, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(20))
      let found = try await workshop.register.documents(states: [.read, .notInvoice])
      done = found.contains { $0.documentType != nil }
    }
    #expect(done)
    let start = ContinuousClock.now
    daemon.cancel()
    _ = try? await daemon.value
    #expect(ContinuousClock.now - start < .seconds(3))
  }

  @Test func `writes times that order as texts`() {
    let (now, later) = (timestamp(), timestamp(addingSeconds: 61))
    #expect(now.utf8.count == 20 && now < later)
    #expect(day(of: "2026-11-20T08:15:00Z") == CalendarDate(iso: "2026-11-20"))
  }
}
