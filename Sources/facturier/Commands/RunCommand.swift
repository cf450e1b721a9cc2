// RunCommand.swift — facturier run: the daemon.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Logging
import ReviewSite
import Service

struct RunCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Watches the inbox and works until it is told to stop; systemd runs this.",
    discussion: """
      facturier --home ~/invoices run       in the foreground; Ctrl-C stops it
      systemctl start facturier             as a service

      Other commands find it through facturier.sock in the home.
      """
  )

  @OptionGroup var global: GlobalOptions

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let workshop = try await session.workshop(logLevel: .info)
    for problem in await workshop.knowledge.problems { phrases.tell(problem) }
    phrases.tell("watching", ["path": session.home.inbox])
    let api = LocalAPI(
      operations: Operations(workshop),
      version: facturierVersion,
      language: phrases.language,
      logger: workshop.logger
    )
    let books = LedgerFiles(session: session, workshop: workshop)
    try await untyped { try await Daemon.run(workshop, servers: [api, books]) }
    return .ok
  }
}

/// Runs what may throw anything; what is no `Problem` becomes the fault `unexpected-error` {reason}.
func untyped<Value>(
  _ body: () async throws -> Value
) async throws(Problem) -> Value {
  do {
    return try await body()
  } catch let problem as Problem {
    throw problem
  } catch is CancellationError {
    throw Problem(.fault, "cancelled")
  } catch {
    throw Problem(.fault, "unexpected-error", ["reason": String(describing: error)])
  }
}
