// Settling.swift — which files have stayed unchanged long enough to be taken.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What was seen of the files in the inbox so far, to tell when one has settled.
///
/// Times are on a clock that runs on while the machine sleeps and never jumps (CLOCK_BOOTTIME).
struct Settling: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// What to do about a file now.
  enum Verdict: Hashable {
    case ready
    /// Look again at this time at the latest.
    case wait(until: Instant)
  }

  private struct Look {
    let identity: FileIdentity
    let since: Instant
  }

  /// How long a file must stay unchanged.
  let settle: Duration
  /// How long an empty or cut-off file is waited for before it is taken as it is.
  let settleMax: Duration
  private var looks: [[UInt8]: Look] = [:]

  init(settle: Duration, settleMax: Duration) {
    self.settle = settle
    self.settleMax = max(settle, settleMax)
  }

  /// What to do about a file that looks like this; `isWhole` is asked only of a settled file.
  mutating func verdict(
    on name: [UInt8],
    identity: FileIdentity,
    now: Instant,
    isWhole: () -> Bool
  ) -> Verdict {
    guard let look = looks[name], look.identity == identity else {
      looks[name] = Look(identity: identity, since: now)
      return .wait(until: now + settle)
    }
    guard now >= look.since + settle else { return .wait(until: look.since + settle) }
    guard now < look.since + settleMax else { return .ready }
    if identity.size > 0, isWhole() { return .ready }
    return .wait(until: look.since + settleMax)
  }

  /// Starts over with a file that somebody is writing.
  mutating func forget(_ name: [UInt8]) { looks[name] = nil }

  /// Forgets files that are gone, so that the memory does not grow.
  mutating func keep(only names: Set<[UInt8]>) { looks = looks.filter { names.contains($0.key) } }
}
