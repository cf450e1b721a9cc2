// ReaderZygote.swift — keeps a process that forks readers with the recognition data loaded.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Foundation
internal import Glibc
internal import Synchronization

/// Keeps a `facturier-reader --serve` that forks readers with the recognition data loaded.
///
/// It is never needed: where it is not there yet, is gone or does not obey, the caller starts its
/// child itself. One that has once been there is then replaced; one that never says that it is there
/// (another version) is not tried again. It ends with this object and with this process, since both
/// close their end of its standard input.
final class ReaderZygote: Sendable {
  private struct Running {
    let process: SpawnedChild
    /// Our end of its standard input.
    let orders: CInt
    /// It has said that it is there.
    var isReady = false
    /// How many there were before.
    let number: Int
  }

  private let executable: String
  private let arguments: [String]
  private let environment: [String]
  /// Nil once one of them never said that it is there.
  private let running: Mutex<Running?>

  /// Starts one, and returns before it is ready.
  ///
  /// - Parameters:
  ///   - executable: the reader.
  ///   - arguments: those that most children will get.
  ///   - environment: each "NAME=value".
  init(_ executable: String, _ arguments: [String], _ environment: [String]) {
    self.executable = executable
    self.arguments = ["--serve"] + arguments
    self.environment = environment
    running = Mutex(nil)
    running.withLock { $0 = start(number: 0) }
  }

  deinit { running.withLock { if let last = $0 { stop(last) } } }

  /// The zygote's process, or nil when there is none.
  var process: pid_t? { running.withLock { $0?.process.pid } }

  /// Whether it takes orders by now.
  var isReady: Bool { running.withLock { hear(&$0) } }

  /// Lets the zygote fork a child with these as its standard input, output and error.
  ///
  /// - Returns: the child, or nil when the zygote cannot.
  func fork(_ arguments: [String], descriptors: [CInt]) -> ForkedChild? {
    guard let order = try? JSONEncoder().encode(arguments),
      let (ours, theirs) = connectedPair(blocking: true, packets: true)
    else { return nil }
    // Sent under the lock: a descriptor that is closed meanwhile could be somebody else's by then.
    let number = running.withLock { running -> Int? in
      guard hear(&running), let orders = running?.orders else { return nil }
      let all = descriptors + [theirs]
      let code = order.withUnsafeBytes { bytes in
        bytes.baseAddress.map {
          clinux_send_descriptors(orders, $0, bytes.count, all, all.count)
        }
      }
      // Too many at once is no sign of illness; there are as many as cores.
      return code == 0 ? running?.number : nil
    }
    close(theirs)
    guard let number else {
      close(ours)
      return nil
    }
    let child = ForkedChild(control: ours) { [self] in replace(number) }
    return child.hasStarted() ? child : nil
  }

  /// Listens whether it is there; one that has gone is replaced, for the next time.
  private func hear(_ running: inout Running?) -> Bool {
    guard let current = running else { return false }
    var packet: [UInt8] = [0, 0]
    let count = recv(current.orders, &packet, packet.count, Int32(MSG_DONTWAIT))
    if count > 0 { running?.isReady = true }
    let isGone = count == 0 || count < 0 && errno != EAGAIN && errno != EINTR
    if isGone { replace(&running) }
    return !isGone && (current.isReady || count > 0)
  }

  private func replace(_ number: Int) {
    running.withLock { if $0?.number == number { replace(&$0) } }
  }

  private func replace(_ running: inout Running?) {
    guard let old = running else { return }
    stop(old)
    running = old.isReady ? start(number: old.number + 1) : nil
  }

  private func start(number: Int) -> Running? {
    guard let (ours, theirs) = connectedPair(blocking: true, packets: true) else { return nil }
    defer { close(theirs) }
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(nothing) }
    var process = SpawnedChild()
    let descriptors = [theirs, nothing, nothing]
    guard process.start(executable, arguments, environment, descriptors: descriptors) == 0 else {
      close(ours)
      return nil
    }
    return Running(process: process, orders: ours, number: number)
  }

  private func stop(_ old: Running) {
    close(old.orders)
    _ = old.process.reap(until: nil, Cancellation())
  }
}
