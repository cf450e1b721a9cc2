// ForkedChild.swift — a child that a zygote has forked for us and reaps for us.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Glibc

/// A child that a zygote has forked for us, known by the order's own pair of descriptors.
///
/// The zygote kills and reaps it: only who has not reaped a process yet can signal it without ever
/// hitting another one.
final class ForkedChild: RunningChild {
  private let control: CInt
  private let onLoss: () -> Void

  /// With our end of the order's pair, which is then its to close.
  ///
  /// - Parameters:
  ///   - control: our end.
  ///   - onLoss: called when the zygote has gone or does not obey.
  init(control: CInt, onLoss: @escaping () -> Void) {
    self.control = control
    self.onLoss = onLoss
  }

  deinit { close(control) }

  /// How long a zygote may take to start a child or to kill it.
  private static let patience = Duration.seconds(10)

  /// Whether the zygote has told that the child runs; waits for it.
  func hasStarted() -> Bool {
    switch next(by: .now + Self.patience) {
    case .number: return true
    // It could not, or is gone: the next order will tell.
    case .end: return false
    case .silence, .cancelled:
      onLoss()
      return false
    }
  }

  func reap(
    until deadline: ContinuousClock.Instant?,
    _ cancellation: Cancellation
  ) -> ChildProcess.Ending {
    var stopped: ChildProcess.Ending?
    if let deadline {
      switch next(by: deadline, cancellation) {
      case .number(let first): return ChildProcess.Ending(status: first)
      case .silence: stopped = .outOfTime
      case .cancelled: stopped = .cancelled
      case .end: break
      }
    }
    // The end of our side is the order to kill.
    shutdown(control, Int32(SHUT_WR))
    guard case .number(let first) = next(by: .now + Self.patience) else {
      onLoss()
      return stopped ?? .lost
    }
    return stopped ?? ChildProcess.Ending(status: first)
  }

  private enum Heard {
    case number(Int32)
    /// The zygote has nothing more to tell.
    case end
    case silence
    case cancelled
  }

  /// The zygote's next packet, waited for.
  private func next(
    by deadline: ContinuousClock.Instant,
    _ cancellation: Cancellation? = nil
  ) -> Heard {
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return .silence }
      var polled = [control, cancellation?.readEnd ?? -1].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      guard poll(&polled, nfds_t(2), left.pollTime) >= 0 || errno == EINTR else { return .silence }
      if polled[0].revents != 0 { break }
      if polled[1].revents != 0 { return .cancelled }
    }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(control, &bytes, bytes.count)
    let numbers = try? JSONDecoder().decode([Int].self, from: Data(bytes.prefix(max(0, count))))
    return numbers?.first.map { .number(Int32(truncatingIfNeeded: $0)) } ?? .end
  }
}
