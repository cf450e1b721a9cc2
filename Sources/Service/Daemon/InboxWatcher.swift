// InboxWatcher.swift — the part of the daemon that looks after the inbox.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
internal import Invoicing
internal import Logging
internal import ServiceLifecycle

/// Looks at the inbox when something happens there, when a file may have settled and at every
/// rescan; takes what is ready; notices changed rule files on the way.
struct InboxWatcher: ServiceLifecycle.Service {
  let workshop: Workshop
  let intake: Intake

  func run() async throws {
    let bell = Bell()
    await withGracefulShutdownHandler {
      await watch(bell)
    } onGracefulShutdown: {
      Task { await bell.ring() }
    }
  }

  private var isStopping: Bool { Task.isShuttingDownGracefully || Task.isCancelled }

  private func watch(_ bell: Bell) async {
    let settings = workshop.settings
    var scanner = InboxScanner(
      folder: workshop.home.inbox,
      settle: settings.settle,
      settleMax: settings.settleMax
    )
    let maildir = Maildir.configured(workshop)
    var hints: InboxWatch?
    while !isStopping {
      let stroke = await bell.strokes
      if hints?.isLost != false { hints = await startWatch(bell) }
      if let maildir { await look(into: maildir) }
      let nextLook = await look(&scanner)
      if await workshop.knowledge.reloadIfChanged() { await workshop.work.ring() }
      // A burst of events is one look.
      try? await Task.sleep(for: .milliseconds(100))
      let pause = nextLook.map { ContinuousClock.now.duration(to: $0) } ?? settings.rescan
      if pause > .zero {
        await bell.wait(after: stroke, atMost: min(pause, settings.rescan))
      }
    }
  }

  private func startWatch(_ bell: Bell) async -> InboxWatch? {
    do throws(Problem) {
      let watch = try InboxWatch(folder: workshop.home.inbox) { Task { await bell.ring() } }
      await workshop.gauge.clear(.watch)
      return watch
    } catch {
      await report(error, in: .watch)
      return nil
    }
  }

  /// One look; returns when the next is due because of files that have not settled.
  private func look(_ scanner: inout InboxScanner) async -> ContinuousClock.Instant? {
    let before = scanner
    do throws(Problem) {
      let (scan, after) = try await blocking { () throws(Problem) in
        var scanner = before
        return (try scanner.scan(), scanner)
      }
      scanner = after
      await workshop.gauge.saw(scan)
      for file in scan.ready where !isStopping { try await take(file) }
      await workshop.gauge.clear(.inbox)
      return scan.ready.isEmpty ? scan.nextLook : .now
    } catch {
      await report(error, in: .inbox)
      return nil
    }
  }

  private func look(into maildir: Maildir) async {
    let (admissions, problem) = await maildir.takeNew()
    for admission in admissions {
      await workshop.gauge.took()
      workshop.logger.info("admitted", metadata: ["id": "\(admission.number)"])
      await workshop.work.ring()
    }
    if let problem {
      await report(problem, in: .maildir)
    } else {
      await workshop.gauge.clear(.maildir)
    }
  }

  private func take(_ file: InboxScan.Ready) async throws(Problem) {
    guard let admission = try await intake.take(file) else { return }
    await workshop.gauge.took()
    workshop.logger.info("admitted", metadata: ["id": "\(admission.number)"])
    await workshop.work.ring()
  }

  private func report(_ fault: Problem, in part: Gauge.Part) async {
    if await workshop.gauge.note(fault, in: part) == 1 {
      workshop.logger.error("inbox", metadata: ["code": "\(fault.code)"])
    }
  }
}
