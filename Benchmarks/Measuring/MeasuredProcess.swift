// MeasuredProcess.swift — runs a process to its end and says what it cost.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc

/// What work cost.
struct Effort: Hashable, Sendable {
  /// Seconds on the wall clock.
  var wall = 0.0
  /// Seconds of processor time, user and system.
  var processor = 0.0
  /// Bytes of memory of the largest process.
  var peakMemory = 0

  /// Adds work that came after; its wall time too.
  static func += (left: inout Effort, right: Effort) {
    left.wall += right.wall
    left.processor += right.processor
    left.peakMemory = max(left.peakMemory, right.peakMemory)
  }
}

/// How a process ended.
struct MeasuredEnding: Sendable {
  /// 0 to 255, or the negative number of the signal that killed it.
  let status: Int32
  let effort: Effort
  /// The first bytes of its standard output.
  let output: [UInt8]
}

extension Program {
  /// Runs it to its end and blocks; its standard error is dropped.
  ///
  /// Memory is that of `wait4`, which begins with the size of whoever started the process: the bench
  /// keeps small while it measures.
  ///
  /// - Parameters:
  ///   - input: the file that is its standard input.
  ///   - outputLimit: so many bytes of its output are kept; all are taken.
  /// - Returns: how it ended, what it cost and what it printed.
  /// - Throws: `BenchFailure` when it cannot be started.
  func run(input: String = "/dev/null", outputLimit: Int = 64 << 10) throws -> MeasuredEnding {
    let source = open(input, O_RDONLY | O_CLOEXEC)
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer {
      close(source)
      close(nothing)
    }
    guard source >= 0, nothing >= 0 else { throw BenchFailure("\(input) cannot be opened") }
    // A pair of sockets and not a pipe: the flag that no other child inherits them comes with them.
    var ends: [CInt] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw BenchFailure("no descriptors left")
    }
    defer { close(ends[0]) }
    let start = ContinuousClock.now
    let pid: pid_t
    do {
      defer { close(ends[1]) }
      pid = try self.start(descriptors: [source, ends[1], nothing])
    }
    let output = Self.drain(ends[0], keeping: outputLimit)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
    let effort = Effort(
      wall: start.duration(to: .now).inSeconds,
      processor: usage.ru_utime.inSeconds + usage.ru_stime.inSeconds,
      peakMemory: usage.ru_maxrss << 10
    )
    return MeasuredEnding(status: exitStatus(status), effort: effort, output: output)
  }

  private static func drain(_ descriptor: CInt, keeping limit: Int) -> [UInt8] {
    var kept: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return kept }
      kept.append(contentsOf: buffer.prefix(min(count, limit - kept.count)))
    }
  }
}

/// Bytes of memory that this process itself has used at most: its children's begin with it.
func ownPeak() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss << 10
}

/// The exit code in what `wait4` tells, or the negative number of the signal.
func exitStatus(_ status: Int32) -> Int32 {
  let signal = status & 0x7F
  return signal == 0 ? status >> 8 & 0xFF : -signal
}

extension timeval {
  fileprivate var inSeconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

extension Duration {
  /// The length of time in seconds.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
