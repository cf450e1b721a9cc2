// RetryCommand.swift — facturier retry: read it again.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

struct RetryCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Reads a refused document again, its attempts forgotten.",
    discussion: """
      facturier retry 7
      """
  )

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("An invoice or a document.", valueName: "id")) var id: ItemID

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let status = phrases.tell(try await session.write(.retry(document: id.number)))
    if try await LocalClient(home: session.home).health() == nil { phrases.tell("next-process") }
    return status
  }
}
