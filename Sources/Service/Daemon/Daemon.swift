// Daemon.swift — watches, reads, assesses and answers until it is told to stop.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing
internal import Logging
package import ServiceLifecycle

/// The daemon: the inbox watcher, the workers and the servers that are passed in, as one group.
package enum Daemon {
  /// Runs until SIGTERM or SIGINT, or until a part fails.
  ///
  /// On SIGTERM claiming stops, running readers get `settings.grace` and are then killed (their
  /// attempts do not count), and it returns within 25 s.
  ///
  /// - Parameters:
  ///   - workshop: the open home; its lock is held as long as it lives.
  ///   - servers: the local API and later the page.
  /// - Throws: fault `reader-missing` {path}; what the recovery and the parts throw.
  package static func run(
    _ workshop: Workshop,
    servers: [any ServiceLifecycle.Service]
  ) async throws {
    let intake = Intake(workshop)
    let reading = try await ReadingStep(workshop)
    await recover(intake, workshop)
    // Parts are told to stop from the last to the first.
    let parts: [any ServiceLifecycle.Service] =
      [
        Worker(workshop: workshop, reading: reading),
        InboxWatcher(workshop: workshop, intake: intake),
      ] + servers + [Beacon()]
    var configuration = ServiceGroupConfiguration(
      services: parts.map { .init(service: $0) },
      logger: workshop.logger
    )
    configuration.maximumGracefulShutdownDuration = workshop.settings.grace + .seconds(3)
    let group = ServiceGroup(configuration: configuration)
    let signals = [
      SignalCalls(at: SignalCalls.stop) { Task { await group.triggerGracefulShutdown() } },
      SignalCalls(at: SignalCalls.reload) {
        Task { if await workshop.knowledge.reload() { await workshop.work.ring() } }
      },
    ]
    defer { withExtendedLifetime(signals) {} }
    try await group.run()
  }

  /// Finishes what a dead daemon began; a fault here is met again, and told, by the watcher.
  private static func recover(_ intake: Intake, _ workshop: Workshop) async {
    do throws(Problem) {
      let claims = try await intake.recover()
      let orphans = try await intake.adoptOrphans()
      guard claims + orphans > 0 else { return }
      let metadata: Logger.Metadata = ["claims": "\(claims)", "orphans": "\(orphans)"]
      workshop.logger.notice("recovered", metadata: metadata)
    } catch {
      workshop.logger.error("recovery", metadata: ["code": "\(error.code)"])
    }
  }
}

/// Tells the service manager when the daemon is ready and when it stops.
private struct Beacon: ServiceLifecycle.Service {
  func run() async throws {
    notifyServiceManager("READY=1")
    try? await gracefulShutdown()
    notifyServiceManager("STOPPING=1")
  }
}
