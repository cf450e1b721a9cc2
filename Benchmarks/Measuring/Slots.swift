// Slots.swift — work done by as many hands as there are cores.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Synchronization

/// How many processors this process may use.
func coreCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Does blocking jobs, `hands` at once, each hand taking the next job that is left.
///
/// - Returns: the results in the order of the jobs.
/// - Throws: the first error; the jobs after it are left out.
func inSlots<Job: Sendable, Result: Sendable>(
  _ jobs: [Job],
  hands: Int = coreCount(),
  _ body: @Sendable (Job) throws -> Result
) throws -> [Result] {
  let state = Mutex(SlotState<Result>(results: Array(repeating: nil, count: jobs.count)))
  DispatchQueue.concurrentPerform(iterations: min(hands, jobs.count)) { _ in
    while true {
      let index = state.withLock { state in
        defer { state.next += 1 }
        return state.failure == nil && state.next < jobs.count ? state.next : nil
      }
      guard let index else { return }
      do {
        let result = try body(jobs[index])
        state.withLock { $0.results[index] = result }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
  }
  return try state.withLock { state in
    if let failure = state.failure { throw failure }
    return state.results.compactMap { $0 }
  }
}

/// What the hands share.
private struct SlotState<Result: Sendable>: Sendable {
  var next = 0
  var results: [Result?]
  var failure: (any Error)?
}

/// The work of several processes side by side: the wall time is that of the whole.
func together(_ work: () throws -> [MeasuredEnding]) rethrows -> (Effort, [MeasuredEnding]) {
  let start = ContinuousClock.now
  let endings = try work()
  var effort = Effort()
  for ending in endings { effort += ending.effort }
  effort.wall = start.duration(to: .now).inSeconds
  return (effort, endings)
}
