// Worker.swift — the part of the daemon that reads and assesses.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing
internal import Logging
internal import ServiceLifecycle

/// Reads as many documents at once as there are cores, and assesses what was read.
struct Worker: ServiceLifecycle.Service {
  let workshop: Workshop
  let reading: ReadingStep
  let assessing: AssessingStep

  init(workshop: Workshop, reading: ReadingStep) {
    self.workshop = workshop
    self.reading = reading
    assessing = AssessingStep(workshop: workshop)
  }

  func run() async throws {
    await withGracefulShutdownHandler {
      await work()
    } onGracefulShutdown: {
      Task { await workshop.work.ring() }
    }
  }

  private enum Ended { case loop, grace }

  /// The loops, until the last has ended; after SIGTERM those that are still reading get the grace.
  private func work() async {
    await withTaskGroup(of: Ended.self) { group in
      for _ in 0..<max(1, workshop.settings.readers) {
        group.addTask {
          await loop(.reading, step: readOne)
          return .loop
        }
      }
      group.addTask {
        await loop(.assessing, step: assessAll)
        return .loop
      }
      group.addTask {
        try? await gracefulShutdown()
        try? await Task.sleep(for: workshop.settings.grace)
        return .grace
      }
      var left = max(1, workshop.settings.readers) + 1
      for await ended in group {
        if ended == .loop { left -= 1 }
        if left == 0 || ended == .grace { group.cancelAll() }
      }
    }
  }

  private var isStopping: Bool { Task.isShuttingDownGracefully || Task.isCancelled }

  /// Repeats a step while it finds work; otherwise sleeps until the bell rings or a pause is over.
  private func loop(
    _ part: Gauge.Part,
    step: () async throws(Problem) -> Bool
  ) async {
    while !isStopping {
      let stroke = await workshop.work.strokes
      do throws(Problem) {
        if try await step() { continue }
        await workshop.work.wait(after: stroke, atMost: workshop.settings.rescan)
      } catch {
        if await workshop.gauge.note(error, in: part) == 1 {
          workshop.logger.error("work", metadata: ["code": "\(error.code)"])
        }
        try? await Task.sleep(for: workshop.settings.backOff.first ?? .seconds(5))
      }
    }
  }

  private func readOne() async throws(Problem) -> Bool {
    guard let claim = try await reading.claim() else { return false }
    let ending = try await reading.work(on: claim)
    if ending == .read { await workshop.work.ring() }
    return true
  }

  private func assessAll() async throws(Problem) -> Bool {
    let count = try await assessing.assessPending()
    if count > 0 { workshop.logger.info("assessed", metadata: ["count": "\(count)"]) }
    return count > 0
  }
}
