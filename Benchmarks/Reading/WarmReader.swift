// WarmReader.swift — Facturier's reader as the daemon runs it: forked by a zygote.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLinux
import Foundation
import Glibc
import Invoicing

/// A zygote of Facturier's reader, which forks a reader for each document.
///
/// What is said on the pairs of descriptors stands in `Zygote.swift` of the reader.
struct WarmReader: Sendable {
  private let process: pid_t
  /// Our end of its standard input.
  private let orders: CInt
  /// The arguments of each reader, as JSON.
  private let order: [UInt8]

  /// Starts it and waits until it takes orders; it has loaded nothing then.
  ///
  /// - Throws: `BenchFailure` when it does not come up.
  init(_ executable: String, plan: ReadingPlan) throws {
    let json = String(decoding: try JSONEncoder().encode(plan), as: UTF8.self)
    let arguments = ["--plan", json]
    let (ours, theirs) = try Self.pair(SOCK_SEQPACKET)
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    let program = Program(executable: executable, arguments: ["--serve"] + arguments)
    do {
      defer {
        close(theirs)
        close(nothing)
      }
      process = try program.start(descriptors: [theirs, nothing, nothing])
    }
    orders = ours
    order = Array(try JSONEncoder().encode(arguments))
    guard Self.numbers(from: orders) != nil else {
      throw BenchFailure("\(executable) --serve fails")
    }
  }

  /// Reads a document and blocks.
  ///
  /// - Parameters:
  ///   - path: the document.
  ///   - limit: so many bytes of the answer are kept; all are taken.
  /// - Returns: whether its reader ended well, and the first bytes of what it answered.
  /// - Throws: `BenchFailure` when no reader can be started.
  func read(_ path: String, keeping limit: Int = 64 << 10) throws -> (isWell: Bool, [UInt8]) {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    let (control, far) = try Self.pair(SOCK_SEQPACKET)
    let (output, input) = try Self.pair(SOCK_STREAM)
    let handed = [source, input, nothing, far]
    let code = order.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map {
        clinux_send_descriptors(orders, $0, bytes.count, handed, handed.count)
      }
    }
    for descriptor in handed { close(descriptor) }
    defer {
      close(control)
      close(output)
    }
    guard code == 0, Self.numbers(from: control) != nil else {
      throw BenchFailure("\(path) cannot be handed over")
    }
    var kept: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = Glibc.read(output, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      kept.append(contentsOf: buffer.prefix(min(count, limit - kept.count)))
    }
    return (Self.numbers(from: control) == [0], kept)
  }

  /// Ends it; returns what it and all its readers have cost, without the wall time.
  func end() -> Effort {
    close(orders)
    var usage = rusage()
    while wait4(process, nil, 0, &usage) < 0, errno == EINTR {}
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Effort(
      processor: Double(seconds) + Double(microseconds) / 1e6,
      peakMemory: usage.ru_maxrss << 10
    )
  }

  private static func pair(_ kind: __socket_type) throws -> (CInt, CInt) {
    var ends: [CInt] = [-1, -1]
    let type = Int32(kind.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw BenchFailure("no descriptors left")
    }
    return (ends[0], ends[1])
  }

  /// The next packet, or nil at the end.
  private static func numbers(from descriptor: CInt) -> [Int]? {
    var packet = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(descriptor, &packet, packet.count)
    return try? JSONDecoder().decode([Int].self, from: Data(packet.prefix(max(0, count))))
  }
}
