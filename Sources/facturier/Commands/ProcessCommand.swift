// ProcessCommand.swift — facturier process: empties the inbox and ends.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Invoicing
import Logging
import Service

struct ProcessCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "process",
    abstract: "Takes what lies in the inbox, works until nothing is left, and ends.",
    discussion: """
      facturier --home ~/invoices process --once
      */10 * * * *  facturier --home /srv/invoices process --once     (crontab)

      Files that somebody is still writing are left for the next time. Beside a running daemon it
      waits until the inbox is empty. Exit 0 when all is filed, 1 when something needs a person.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Once, as is the rule; a crontab reads better with it.") var once = false

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let deadline = ContinuousClock.now + .seconds(10)
    while true {
      let progress = ProgressLine()
      defer { progress.end() }
      let health = try await Daemon.waitUntilDrained(session.home) { status in
        progress.show("\(phrases.say("processing")) \(status.waiting + status.working)")
      }
      if let health { return try await end(session, left: health.draining.beingWritten) }
      do throws(Problem) {
        let workshop = try await session.workshop(logLevel: .warning)
        return try await drain(workshop, session, progress)
      } catch {
        // A daemon that is starting, or another command, holds the lock and does not answer yet.
        guard error.code == "home-locked", ContinuousClock.now < deadline else { throw error }
        try? await Task.sleep(for: .milliseconds(300))
      }
    }
  }

  private func drain(
    _ workshop: Workshop,
    _ session: Session,
    _ progress: ProgressLine
  ) async throws(Problem) -> ExitStatus {
    let phrases = session.phrases
    for problem in await workshop.knowledge.problems { phrases.tell(problem) }
    await LedgerFiles(session: session, workshop: workshop).importChanged()
    let summary = try await untyped {
      try await Daemon.drain(workshop) { step in
        let name = step.current ?? ""
        progress.show("\(phrases.say("processing")) \(step.done)/\(step.total)  \(name)")
      }
    }
    progress.end()
    phrases.tell(
      "processed",
      [
        "admitted": String(summary.admitted), "repeated": String(summary.repeated),
        "read": String(summary.read), "refused": String(summary.refused),
      ]
    )
    phrases.tell("written-to", ["path": session.home.path])
    if summary.postponed > 0 {
      phrases.tell("postponed", ["count": String(summary.postponed)])
      return .surroundings
    }
    return try await end(session, left: summary.left)
  }

  private func end(_ session: Session, left: Int) async throws(Problem) -> ExitStatus {
    if left > 0 { session.phrases.tell("left-in-inbox", ["count": String(left)]) }
    let counts = try await session.existingRegister()?.counts() ?? [:]
    return StatusReport.needsPerson(counts) ? .needsPerson : .ok
  }
}
