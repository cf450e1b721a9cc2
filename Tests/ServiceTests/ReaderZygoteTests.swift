// ReaderZygoteTests.swift — readers forked by the real zygote end as readers started by ourselves.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLinux
import Foundation
import Glibc
import Invoicing
import Synchronization
import Testing

@testable import Service

@Suite(.timeLimit(.minutes(2))) struct ReaderZygoteTests {
  private static let plan = ReadingPlan(languages: ["eng"])
  private static let arguments = ["--plan", #"{"languages":["eng"]}"#]
  /// Swift's own handler would catch a signal that is sent, and survive it in the sandbox.
  private static let environment = ["OMP_THREAD_LIMIT=1", "SWIFT_BACKTRACE=enable=no"]

  private let box: TemporaryHome
  /// A text whose answer does not fit into a socket: its reader waits until somebody takes it.
  private let file: String

  init() throws {
    box = try TemporaryHome()
    file = box.home.path + "/long.txt"
    let line = "Invoice 2026-001 of Example Ltd, to be paid at once\n"
    try Data(String(repeating: line, count: 2_000).utf8).write(to: URL(filePath: file))
  }

  private func reader() throws -> String { try ReaderProcess().executable }

  /// A zygote that takes orders.
  private func zygote() async throws -> ReaderZygote {
    let zygote = ReaderZygote(try reader(), Self.arguments, Self.environment)
    try await until { zygote.isReady }
    return zygote
  }

  /// Waits until something holds, ten seconds at most.
  private func until(_ condition: () throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while try !condition(), ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(5))
    }
    try #require(try condition())
  }

  /// The running processes that a process has forked.
  private func children(of parent: pid_t) throws -> [pid_t] {
    let path = "/proc/\(parent)/task/\(parent)/children"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: " ").compactMap {
      pid_t($0)
    }
  }

  private func isGone(_ process: pid_t) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return true
    }
    return text[(text.lastIndex(of: ")") ?? text.startIndex)...].hasPrefix(") Z")
  }

  /// A reader of the long text that waits for ever, since nobody takes its answer.
  private struct Waiting: ~Copyable {
    let child: ForkedChild
    let process: pid_t
    let output: OpenFile
  }

  private func waiting(of zygote: ReaderZygote) throws -> Waiting {
    let parent = try #require(zygote.process)
    let before = try children(of: parent)
    let (ours, theirs) = try #require(connectedPair(blocking: true))
    defer { close(theirs) }
    let input = try openForReading(file)
    let child = try #require(
      zygote.fork(Self.arguments, descriptors: [input.descriptor, theirs, theirs])
    )
    let process = try #require(try children(of: parent).first { !before.contains($0) })
    return Waiting(child: child, process: process, output: OpenFile(ours))
  }

  /// Runs a reader of the long text off the threads that other tests wait on.
  private func run(
    _ arguments: [String],
    _ zygote: ReaderZygote?
  ) async throws -> ChildProcess.Result {
    let child = ChildProcess(
      executable: try reader(),
      arguments: arguments,
      environment: Self.environment,
      seconds: 60,
      outputBytes: 64 << 20,
      errorBytes: 8 << 10
    )
    return try await blocking { [file] () throws(Problem) in
      let input = try openForReading(file)
      return child.run(input: input.descriptor, zygote: zygote, cancellation: Cancellation())
    }
  }

  @Test func `gives the answer that a reader of our own gives`() async throws {
    let zygote = try await zygote()
    let forked = try await run(Self.arguments, zygote)
    let spawned = try await run(Self.arguments, nil)
    #expect(forked.ending == .exited(0) && spawned.ending == .exited(0))
    #expect(forked.output == spawned.output)
  }

  @Test(
    arguments: [
      ["--limits", "{}"],
      ["--plan", "rubbish"],
      arguments + ["--limits", #"{"addressSpace":1000000}"#],
      arguments + ["--limits", #"{"fileBytes":10}"#],
    ]
  )
  func `ends as a reader of our own ends`(arguments: [String]) async throws {
    let zygote = try await zygote()
    let forked = try await run(arguments, zygote)
    let spawned = try await run(arguments, nil)
    #expect(forked.ending == spawned.ending)
    #expect(forked.output == spawned.output)
  }

  @Test func `forks readers into a sandbox and a group of their own`() async throws {
    let zygote = try await zygote()
    let waiting = try waiting(of: zygote)
    #expect(getpgid(waiting.process) == waiting.process)
    let path = "/proc/\(waiting.process)/status"
    try await until {
      let status = try String(contentsOfFile: path, encoding: .utf8)
      return status.contains("Seccomp:\t2\n") && status.contains("NoNewPrivs:\t1\n")
    }
    _ = waiting.child.reap(until: nil, Cancellation())
    #expect(isGone(waiting.process))
  }

  @Test func `tells a crash, a hang and a cancelled reader apart`() async throws {
    let zygote = try await zygote()
    let crashing = try waiting(of: zygote)
    let hanging = try waiting(of: zygote)
    let cancelled = try waiting(of: zygote)
    kill(crashing.process, SIGSEGV)
    let far = ContinuousClock.now + .seconds(60)
    #expect(crashing.child.reap(until: far, Cancellation()) == .signalled(SIGSEGV))
    kill(hanging.process, SIGSTOP)
    let soon = ContinuousClock.now + .milliseconds(50)
    #expect(hanging.child.reap(until: soon, Cancellation()) == .outOfTime)
    let cancellation = Cancellation()
    cancellation.request()
    #expect(cancelled.child.reap(until: far, cancellation) == .cancelled)
    for process in [crashing.process, hanging.process, cancelled.process] {
      #expect(isGone(process))
    }
    #expect(zygote.isReady)
  }

  @Test func `loses its readers when it is killed, and is replaced`() async throws {
    let zygote = try await zygote()
    let waiting = try waiting(of: zygote)
    let first = try #require(zygote.process)
    kill(first, SIGKILL)
    let far = ContinuousClock.now + .seconds(60)
    #expect(waiting.child.reap(until: far, Cancellation()) == .lost)
    try await until { isGone(waiting.process) && isGone(first) }
    try await until { zygote.isReady }
    #expect(zygote.process != first)
    let result = try await run(Self.arguments, zygote)
    #expect(result.ending == .exited(0))
  }

  @Test func `is replaced when it was killed while idle`() async throws {
    let zygote = try await zygote()
    let first = try #require(zygote.process)
    kill(first, SIGKILL)
    try await until { isGone(first) }
    let result = try await run(Self.arguments, zygote)
    #expect(result.ending == .exited(0))
    try await until { zygote.isReady }
    #expect(zygote.process != first)
  }

  @Test func `reads a document again when its zygote was killed meanwhile`() async throws {
    let reader = try ReaderProcess(readyFor: Self.plan)
    let zygote = try #require(reader.zygote)
    try await until { zygote.isReady }
    let first = try #require(zygote.process)
    let kills = Mutex(0)
    let outcome = try await reader.read(path: file, plan: Self.plan) { _, _ in
      // The answer that follows the progress does not fit into the socket yet.
      let isFirst = kills.withLock { count in
        count += 1
        return count == 1
      }
      if isFirst { kill(first, SIGKILL) }
    }
    guard case .read = outcome else {
      Issue.record("not read: \(outcome)")
      return
    }
    #expect(kills.withLock { $0 } > 1)
  }

  @Test func `ends with its readers when nobody can give orders any more`() async throws {
    let (ours, theirs) = try #require(connectedPair(blocking: true, packets: true))
    let (control, far) = try #require(connectedPair(blocking: true, packets: true))
    let (output, input) = try #require(connectedPair(blocking: true))
    defer { close(output) }
    var zygote = SpawnedChild()
    let document = try openForReading(file)
    let words = ["--serve"] + Self.arguments
    let all = [theirs, input, input]
    #expect(zygote.start(try reader(), words, Self.environment, descriptors: all) == 0)
    close(theirs)
    let order = try JSONEncoder().encode(Self.arguments)
    let handed = [document.descriptor, input, input, far]
    let code = order.withUnsafeBytes { bytes in
      bytes.baseAddress.map { clinux_send_descriptors(ours, $0, bytes.count, handed, 4) }
    }
    #expect(code == 0)
    close(input)
    close(far)
    try await until { try !children(of: zygote.pid).isEmpty }
    let readers = try children(of: zygote.pid)
    // What the kernel does when we are killed.
    close(ours)
    close(control)
    try await until { readers.allSatisfy(isGone) && isGone(zygote.pid) }
    let end = ContinuousClock.now + .seconds(10)
    #expect(zygote.reap(until: end, Cancellation()) == .exited(0))
  }

  @Test func `is done without when the reader knows nothing of it`() async throws {
    let trace = box.home.path + "/trace"
    let script = "[ \"$1\" = --plan ] || exit 64; echo x >> \(trace); " + answering
    let stub = try ReaderProcess(executable: try box.reader(script), readyFor: Self.plan)
    for _ in 0..<2 {
      guard case .read = try await stub.read(path: file, plan: Self.plan) else {
        Issue.record("not read")
        return
      }
    }
    try await until { stub.zygote?.isReady == false && stub.zygote?.process == nil }
    #expect(try String(contentsOfFile: trace, encoding: .utf8) == "x\nx\n")
  }
}
