// Bell.swift — wakes tasks that wait for something to do.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Wakes every task that waits for something to do; strokes between two waits are not lost.
package actor Bell {
  /// How often it was rung: read before looking for work, then wait after that stroke.
  package private(set) var strokes: UInt64 = 0
  private var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
  private var nextWaiter: UInt64 = 0

  package init() {}

  package func ring() {
    strokes += 1
    let woken = waiters
    waiters = [:]
    for waiter in woken.values { waiter.resume() }
  }

  /// Returns at the next stroke after `stroke`, after `limit`, or when the task is cancelled.
  package func wait(after stroke: UInt64, atMost limit: Duration) async {
    guard strokes == stroke, !Task.isCancelled else { return }
    let number = nextWaiter
    nextWaiter += 1
    let timer = Task {
      try? await Task.sleep(for: limit)
      self.wake(number)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        if strokes == stroke, !Task.isCancelled {
          waiters[number] = waiter
        } else {
          waiter.resume()
        }
      }
    } onCancel: {
      timer.cancel()
    }
    timer.cancel()
  }

  /// Ends one wait; a timer that is cancelled early rings for its waiter too.
  private func wake(_ number: UInt64) { waiters.removeValue(forKey: number)?.resume() }
}
