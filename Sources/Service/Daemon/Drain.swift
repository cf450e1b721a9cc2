// Drain.swift — empties the inbox once and returns.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
package import Invoicing

/// What a drain did.
package struct DrainSummary: Hashable, Sendable, Codable {
  /// Files taken from the inbox, claims of a dead process among them.
  package var admitted = 0
  /// Of these: files whose bytes had come before.
  package var repeated = 0
  /// Documents that were read.
  package var read = 0
  /// Documents that were refused.
  package var refused = 0
  /// Documents that a fault kept from being read; they are tried again later.
  package var postponed = 0
  /// Files that somebody was still writing; they stay in the inbox.
  package var left = 0

  package init() {}
}

/// How far a drain is, for a line on a terminal.
package struct DrainProgress: Hashable, Sendable {
  /// Documents done so far.
  package let done: Int
  /// Documents known so far.
  package let total: Int
  /// The name of the file that was done last, escaped for display.
  package let current: String?
}

extension Daemon {
  /// Takes everything that settles, works until nothing is left, and returns: `process --once`.
  ///
  /// Files with an open writer are left. The others settle once; what is then empty or cut off is
  /// taken as it is, so that it gets refused. SIGTERM and SIGINT cancel it: readers are killed, and
  /// their attempts do not count.
  ///
  /// - Throws: faults `inbox-unreachable` {path, errno}, `reader-missing` {path}, `maildir-unreachable`
  ///   {path, errno} once all else is done; faults of register and archive; `CancellationError` after
  ///   a signal.
  package static func drain(
    _ workshop: Workshop,
    onProgress: @escaping @Sendable (DrainProgress) -> Void = { _ in }
  ) async throws -> DrainSummary {
    let drain = Drain(workshop: workshop, tally: Tally(onProgress: onProgress))
    let work = Task { try await drain.run() }
    let signals = SignalCalls(at: SignalCalls.stop) { work.cancel() }
    try await withTaskCancellationHandler {
      try await work.value
    } onCancel: {
      work.cancel()
    }
    withExtendedLifetime(signals) {}
    return await drain.tally.summary
  }

  /// Waits until a running daemon has drained the inbox: `process` beside it.
  ///
  /// - Returns: how the daemon is then, or nil when none runs (any more).
  /// - Throws: fault `daemon-unreachable` {path, errno}.
  package static func waitUntilDrained(
    _ home: Home,
    onProgress: @escaping @Sendable (DrainStatus) -> Void = { _ in }
  ) async throws(Problem) -> DaemonHealth? {
    let client = LocalClient(home: home)
    // The watcher needs a moment to see what was dropped just before.
    var quietLooks = 0
    while let health = try await client.health() {
      onProgress(health.draining)
      quietLooks = health.draining.isDrained ? quietLooks + 1 : 0
      if quietLooks >= 3 || Task.isCancelled { return health }
      try? await Task.sleep(for: .milliseconds(300))
    }
    return nil
  }
}

/// Counts what a drain does.
private actor Tally {
  private(set) var summary = DrainSummary()
  private let onProgress: @Sendable (DrainProgress) -> Void
  private var done = 0
  private var total = 0

  init(onProgress: @escaping @Sendable (DrainProgress) -> Void) { self.onProgress = onProgress }

  func knows(_ total: Int) {
    self.total = max(total, done)
    onProgress(DrainProgress(done: done, total: self.total, current: nil))
  }

  func admitted(isRepeated: Bool) {
    summary.admitted += 1
    if isRepeated { summary.repeated += 1 }
  }

  func left(_ count: Int) { summary.left = count }

  func ended(_ ending: ReadingStep.Ending, _ name: [UInt8]) {
    switch ending {
    case .read: summary.read += 1
    case .refused: summary.refused += 1
    case .postponed: summary.postponed += 1
    case .failed: return  // It comes again.
    }
    done += 1
    total = max(total, done)
    onProgress(DrainProgress(done: done, total: total, current: displayName(name)))
  }

}

private struct Drain {
  let workshop: Workshop
  let tally: Tally

  func run() async throws {
    let intake = Intake(workshop)
    let reading = try await ReadingStep(workshop, retriesAtOnce: true)
    for _ in 0..<(try await intake.recover()) { await tally.admitted(isRepeated: false) }
    let mails = await Maildir.configured(workshop)?.takeNew()
    for admission in mails?.admissions ?? [] {
      await tally.admitted(isRepeated: admission.isRepeated)
    }
    try await empty(intake)
    let isRead = Flag()
    async let assessing: Void = assess(until: isRead)
    try await read(reading)
    isRead.raise()
    await workshop.work.ring()
    try await assessing
    try Task.checkCancellation()
    // Told last: the inbox is emptied all the same.
    if let problem = mails?.problem { throw problem }
  }

  /// Takes files until none is left but those that are being written.
  private func empty(_ intake: Intake) async throws {
    let settle = workshop.settings.settle
    var scanner = InboxScanner(folder: workshop.home.inbox, settle: settle, settleMax: settle)
    while true {
      let before = scanner
      let (scan, after) = try await blocking { () throws(Problem) in
        var scanner = before
        return (try scanner.scan(), scanner)
      }
      scanner = after
      for file in scan.ready {
        try Task.checkCancellation()
        guard let admission = try await intake.take(file) else { continue }
        await tally.admitted(isRepeated: admission.isRepeated)
      }
      await tally.left(scan.beingWritten)
      if scan.waiting <= scan.beingWritten, scan.ready.isEmpty { return }
      let pause = scan.nextLook.map { ContinuousClock.now.duration(to: $0) } ?? .zero
      try await Task.sleep(for: max(.milliseconds(10), scan.ready.isEmpty ? pause : .zero))
    }
  }

  /// Reads what waits, as many at once as there are readers.
  private func read(_ reading: ReadingStep) async throws {
    let counts = try await workshop.register.counts()
    await tally.knows(counts["received"] ?? 0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, workshop.settings.readers) {
        group.addTask {
          while !Task.isCancelled, let claim = try await reading.claim() {
            await tally.ended(try await reading.work(on: claim), claim.fileName)
            await workshop.work.ring()
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Assesses what was read, until all is read and assessed.
  private func assess(until isRead: Flag) async throws {
    let step = AssessingStep(workshop: workshop)
    while !Task.isCancelled {
      let stroke = await workshop.work.strokes
      let isLast = isRead.isRaised
      _ = try await step.assessPending()
      if isLast { return }
      await workshop.work.wait(after: stroke, atMost: .seconds(1))
    }
  }
}

extension Admission {
  /// Whether the same bytes had come before.
  fileprivate var isRepeated: Bool {
    switch self {
    case .new: false
    case .seenBefore: true
    }
  }
}
