// ReaderProcessTests.swift — a reader may crash, hang and talk rubbish.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Invoicing
import Synchronization
import Testing

@testable import Service

@Suite struct ReaderProcessTests {
  private let plan = ReadingPlan(languages: ["fra", "eng"])

  private func read(
    _ script: String,
    seconds: Int = 1,
    onProgress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> ReaderOutcome {
    let box = try TemporaryHome()
    try box.drop(pdf("bytes"), as: "a.pdf")
    var limits = ReaderLimits()
    limits.seconds = seconds
    limits.outputBytes = 100_000
    let reader = try ReaderProcess(executable: try box.reader(script), limits: limits)
    return try await reader.read(
      path: box.home.inbox + "/a.pdf",
      plan: plan,
      onProgress: onProgress
    )
  }

  private func failure(_ script: String) async throws -> Problem? {
    guard case .failed(let problem, _) = try await read(script) else { return nil }
    return problem
  }

  @Test func `gives the file as standard input and takes the answer`() async throws {
    let script = "grep -q bytes || exit 9; " + says(.read(emptyDocument))
    guard case .read(let document) = try await read(script) else {
      Issue.record("no document")
      return
    }
    #expect(document == emptyDocument)
  }

  @Test func `passes the plan and a small environment`() async throws {
    let script = """
      [ "$1" = --plan ] || exit 9
      [ "$2" = '{"languages":["fra","eng"],"readsPictures":false,"readsWorkbooks":false}' ] || exit 8
      [ "$OMP_THREAD_LIMIT" = 1 ] || exit 7
      [ -z "$HOME" ] || exit 6
      """
    guard case .read = try await read(script + "\n" + says(.read(emptyDocument))) else {
      Issue.record("arguments or environment differ")
      return
    }
  }

  @Test func `reports progress as it comes`() async throws {
    let heard = Mutex<[Int]>([])
    let lines = [ReadingAnswer.progress(done: 1, of: 2), .progress(done: 2, of: 2)].map(says)
    let script = (lines + [says(.read(emptyDocument))]).joined(separator: "\n")
    _ = try await read(script) { done, _ in heard.withLock { $0.append(done) } }
    #expect(heard.withLock { $0 } == [1, 2])
  }

  @Test func `keeps a refusal apart from a crash`() async throws {
    let refusal = Problem(.refusal, "pdf-encrypted")
    guard case .refused(refusal) = try await read(says(.refused(refusal))) else {
      Issue.record("no refusal")
      return
    }
  }

  @Test func `throws a fault that the reader reports`() async throws {
    let fault = Problem(.fault, "language-missing")
    await #expect(throws: fault) { _ = try await read(says(.refused(fault))) }
  }

  @Test(
    arguments: [
      ("kill -SEGV $$", "signal 11"), ("exit 3", "exit 3"), ("echo rubbish", "exit 0"),
      ("echo '{\"progress\":{\"done\":1,\"of\":2}}'", "exit 0"), ("printf '\\377\\376'", "exit 0"),
      ("head -c 200000 /dev/zero", "output-limit"),
    ]
  )
  func `calls everything else a crash`(script: String, how: String) async throws {
    let problem = try await failure(script)
    #expect(problem == Problem(.refusal, "reader-crashed", ["how": how]))
  }

  @Test func `kills a reader that hangs, with its children`() async throws {
    let start = ContinuousClock.now
    let problem = try await failure("sleep 60 & sleep 60; echo late")
    #expect(problem?.code == "reader-timeout")
    #expect(ContinuousClock.now - start < .seconds(50))
  }

  @Test func `leaves nothing open of a reader that hangs`() async throws {
    let box = try TemporaryHome()
    let trace = box.home.path + "/trace"
    // One that has left the group, and can write until our end is closed.
    let writer = "trap '' PIPE; while echo x; do sleep 0.01; done; touch \(trace)"
    _ = try await read("setsid sh -c \"\(writer)\" 2>/dev/null & sleep 60")
    let deadline = ContinuousClock.now + .seconds(5)
    while access(trace, F_OK) != 0, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(access(trace, F_OK) == 0)
  }

  @Test func `stops a reader when its task is cancelled`() async throws {
    // Longer than the task may wait for its turn.
    let task = Task { try await read("sleep 60", seconds: 50) }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    guard case .cancelled = try await task.value else {
      Issue.record("not cancelled")
      return
    }
  }

  @Test func `keeps only the first bytes of what it complains`() async throws {
    let outcome = try await read("head -c 100000 /dev/zero | tr '\\0' x >&2; exit 1")
    guard case .failed(_, let detail) = outcome else {
      Issue.record("no failure")
      return
    }
    #expect(detail.utf8.count == 512)
  }

  @Test func `says that the reader is missing`() {
    #expect(throws: Problem(.fault, "reader-missing", ["path": "/nowhere"])) {
      _ = try ReaderProcess(executable: "/nowhere")
    }
  }

  @Test func `asks the reader for its version`() async throws {
    let box = try TemporaryHome()
    #expect(await (try ReaderProcess(executable: box.reader(""))).version() == "stub 1")
  }
}
