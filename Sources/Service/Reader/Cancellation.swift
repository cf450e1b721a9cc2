// Cancellation.swift — wakes a thread that waits for a child when its task is cancelled.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Wakes a thread that waits for a child when its task is cancelled; a descriptor, since poll(2) waits.
final class Cancellation: Sendable {
  /// Readable once asked to stop; -1 when no descriptor could be had.
  let readEnd: CInt
  private let writeEnd: CInt
  private let requested = Flag()

  init() {
    (readEnd, writeEnd) = connectedPair(blocking: false) ?? (-1, -1)
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  var isRequested: Bool { requested.isRaised }

  func request() {
    requested.raise()
    _ = write(writeEnd, "x", 1)
  }
}
