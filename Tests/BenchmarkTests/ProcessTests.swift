// ProcessTests.swift — processes are started, measured and found again.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import facturier_bench

@Suite struct ProcessTests {
  @Test func `tells status, output and cost`() throws {
    let program = Program(executable: "sh", arguments: ["-c", "echo word; exit 3"])
    let ending = try program.run()
    #expect(ending.status == 3)
    #expect(ending.output == Array("word\n".utf8))
    #expect(ending.effort.peakMemory > 0)
    #expect(ending.effort.wall > 0)
  }

  @Test func `tells the signal as a negative number`() throws {
    let ending = try Program(executable: "sh", arguments: ["-c", "kill -9 $$"]).run()
    #expect(ending.status == -SIGKILL)
  }

  @Test func `keeps the first bytes and takes the rest`() throws {
    let program = Program(executable: "head", arguments: ["-c", "300000", "/dev/zero"])
    let ending = try program.run(outputLimit: 10)
    #expect(ending.status == 0)
    #expect(ending.output.count == 10)
  }

  @Test func `fails where there is no such program`() {
    #expect(throws: BenchFailure.self) { try Program(executable: "/no/such/program").run() }
  }

  @Test func `finds what a session leader has left behind`() throws {
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nothing) }
    // Job control gives the sleeper a process group of its own; the session stays.
    let program = Program(executable: "sh", arguments: ["-c", "set -m; sleep 60 & exit 0"])
    let leader = try program.start(
      descriptors: Array(repeating: nothing, count: 3),
      leadsSession: true
    )
    var status: Int32 = 0
    #expect(waitpid(leader, &status, 0) == leader)
    let left = try members(ofSession: leader)
    #expect(left.count == 1)
    for process in left { kill(process, SIGKILL) }
  }

  @Test func `keeps results in the order of the jobs`() throws {
    #expect(try inSlots(Array(0..<50), hands: 4) { $0 * 2 } == (0..<50).map { $0 * 2 })
    #expect(throws: BenchFailure.self) {
      try inSlots([1, 2, 3]) { (_: Int) -> Int in throw BenchFailure("no") }
    }
  }
}
