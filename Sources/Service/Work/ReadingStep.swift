// ReadingStep.swift — one document is read, in a process of its own or from the cache.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import EInvoicing
internal import Filing
internal import Invoicing
internal import Logging

/// Reads documents, one at a time; several of these work side by side.
struct ReadingStep: Sendable {
  /// What became of one claim.
  enum Ending: Hashable {
    case read
    case refused
    /// It failed by its own doing and is tried again.
    case failed
    /// The surroundings failed, or we stop: it is tried again later.
    case postponed
  }

  let workshop: Workshop
  let reader: ReaderProcess
  let readerVersion: String
  /// Whether a document that failed is tried again at once instead of after a pause.
  let retriesAtOnce: Bool

  private var register: Register { workshop.register }

  /// With the reader that belongs to our executable.
  ///
  /// - Throws: fault `reader-missing` {path}.
  init(_ workshop: Workshop, retriesAtOnce: Bool = false) async throws(Problem) {
    self.workshop = workshop
    self.retriesAtOnce = retriesAtOnce
    reader = try ReaderProcess(
      executable: workshop.settings.readerExecutable,
      limits: workshop.settings.reader,
      readyFor: workshop.settings.plan
    )
    readerVersion = await reader.version()
  }

  /// Claims the oldest document that waits.
  ///
  /// - Throws: faults of the register.
  func claim() async throws(Problem) -> Claim? {
    try await register.claimForReading(limit: 1, at: timestamp()).first
  }

  /// Reads a claimed document and settles its claim, whatever happens.
  ///
  /// - Throws: faults of the register; the claim is then returned at the next start.
  func work(on claim: Claim) async throws(Problem) -> Ending {
    let metadata: Logger.Metadata = ["id": "\(claim.number)"]
    do throws(Problem) {
      let outcome = try await read(claim)
      let ending = try await settle(claim, outcome)
      await workshop.gauge.clear(.reading)
      workshop.logger.info("\(ending)", metadata: metadata)
      return ending
    } catch {
      // Faults of the register itself cannot be noted in it.
      guard !error.code.hasPrefix("register-"), error.code != "lease-lost" else { throw error }
      try await release(claim, after: error)
      return .postponed
    }
  }

  private func read(_ claim: Claim) async throws(Problem) -> ReaderOutcome {
    let plan = workshop.settings.plan
    let cached = try await register.cachedReading(
      claim.document,
      readerVersion: readerVersion,
      plan: plan
    )
    if let cached { return .read(cached) }
    let path = workshop.archive.path(of: claim.document)
    return try await reader.read(path: path, plan: plan) { done, total in
      Task { try? await register.progress(claim, done: done, of: total) }
    }
  }

  private func settle(
    _ claim: Claim,
    _ outcome: ReaderOutcome
  ) async throws(Problem) -> Ending {
    switch outcome {
    case .read(let document):
      let contained: [Sighting]
      do throws(Problem) {
        contained = try await Unpacking(workshop: workshop, reader: reader)
          .sightings(in: document, of: claim)
      } catch  where error.kind == .refusal {
        return try await settle(claim, .refused(error))
      }
      try await register.fileReading(
        claim,
        document: document,
        contained: contained,
        lifecycle: document.markup.map(LifecycleMessage.events) ?? [],
        readerVersion: readerVersion,
        plan: workshop.settings.plan,
        at: timestamp()
      )
      return .read
    case .refused(let problem):
      try await register.refuse(claim, with: problem, at: timestamp())
      await workshop.shelve(claim.number)
      return .refused
    case .failed(let problem, let detail):
      workshop.logger.warning(
        "reader failed",
        metadata: [
          "id": "\(claim.number)", "code": "\(problem.code)", "bytes": "\(detail.utf8.count)",
        ]
      )
      let pause = retriesAtOnce ? nil : later(claim.attempt)
      let state = try await register.fail(
        claim,
        with: problem,
        retryNotBefore: pause,
        at: timestamp()
      )
      guard state == .quarantined else { return .failed }
      await workshop.shelve(claim.number)
      return .refused
    case .cancelled:
      try await register.release(claim, after: nil, retryNotBefore: nil, at: timestamp())
      return .postponed
    }
  }

  private func release(_ claim: Claim, after fault: Problem) async throws(Problem) {
    workshop.logger.error(
      "fault",
      metadata: ["id": "\(claim.number)", "code": "\(fault.code)"]
    )
    // Faults are not counted on the document: the pause grows with how often this one was met.
    let times = await workshop.gauge.note(fault, in: .reading)
    try await register.release(claim, after: fault, retryNotBefore: later(times), at: timestamp())
  }

  /// When the n-th failure (from 1) is tried again.
  private func later(_ times: Int) -> String {
    let pauses = workshop.settings.backOff
    guard !pauses.isEmpty else { return timestamp() }
    let pause = pauses[min(max(times, 1), pauses.count) - 1]
    return timestamp(addingSeconds: Int(pause.components.seconds))
  }
}
