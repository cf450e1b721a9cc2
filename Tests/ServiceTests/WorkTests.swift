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

  /// A supplier's file with one label.
  private static func rules(_ name: String, label: String) -> String {
    """
    profile: suppliers/\(name)
    seller: {phrases: [\(name)]}
    fields: {invoice_number: {label: \(label)}}
    """
  }

  /// The rules of a folder's files, as they are read from disk.
  private static func shelf(of folder: String) async throws -> KnowledgeShelf {
    try await KnowledgeShelf { rules throws(Problem) in
      let files = ["a", "b"].map { name in
        let path = "\(folder)/\(name).yml"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return RuleFile(path: name, text: text)
      }
      let (book, problems) = RuleBook.load(files, after: rules)
      return Knowledge(rules: book, company: nil, problems: problems, sources: [folder])
    }
  }

  @Test func `a bad rule file is refused alone: what it said before stays, the others change`()
    async throws
  {
    let folder = try TemporaryHome()
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.home.rules)/\(name).yml"))
    }
    try write("a", Self.rules("castanet", label: "Folio"))
    try write("b", Self.rules("brandt", label: "Beleg"))
    let shelf = try await Self.shelf(of: folder.home.rules)
    let first = await shelf.current.rules.version
    #expect(await shelf.reloadIfChanged() == false)
    try write("a", "profile: [")
    #expect(await shelf.reloadIfChanged() == false)
    #expect(await shelf.problems.map(\.arguments["stands"]) == ["as-before"])
    #expect(await shelf.current.rules.version == first)
    try write("b", Self.rules("brandt", label: "Belegnummer"))
    #expect(await shelf.reloadIfChanged())
    #expect(await shelf.problems.count == 1)
    #expect(
      await shelf.current.rules.suppliers.map(\.name) == ["suppliers/castanet", "suppliers/brandt"]
    )
    let second = await shelf.current.rules.version
    try write("a", Self.rules("castanet", label: "Feuillet"))
    #expect(await shelf.reloadIfChanged())
    #expect(await shelf.problems.isEmpty)
    #expect(await shelf.current.rules.version != second)
  }

  @Test func `a rule file that is bad at the start is named as left out`() async throws {
    let folder = try TemporaryHome()
    let path = folder.home.rules + "/b.yml"
    try Data(Self.rules("brandt", label: "Beleg").utf8).write(to: URL(fileURLWithPath: path))
    let shelf = try await Self.shelf(of: folder.home.rules)
    #expect(await shelf.problems.map(\.arguments["stands"]) == ["left-out"])
    #expect(await shelf.current.rules.suppliers.map(\.name) == ["suppliers/brandt"])
  }

  @Test func `watches, reads and stops as a daemon`() async throws {
    let box = try TemporaryHome()
    let workshop = try await box.workshop()
    let daemon = Task { try await Daemon.run(workshop, servers: []) }
    try await Task.sleep(for: .milliseconds(50))
    try box.drop(pdf("a"), as: ".part")
    #expect(rename(box.home.inbox + "/.part", box.home.inbox + "/a.pdf") == 0)
    // Only a daemon that has stopped takes so long, however busy the machine.
    let deadline = ContinuousClock.now + .seconds(60)
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
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func `writes times that order as texts`() {
    let (now, later) = (timestamp(), timestamp(addingSeconds: 61))
    #expect(now.utf8.count == 20 && now < later)
    #expect(day(of: "2026-11-20T08:15:00Z") == CalendarDate(iso: "2026-11-20"))
  }
}
