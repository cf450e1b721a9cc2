// DiscardCommand.swift — facturier discard: not to be paid.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

struct DiscardCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard",
    abstract: "Discards invoices that are not to be paid: a duplicate, a mistake.",
    discussion: """
      facturier discard 1047 --reason "sent twice"
      """
  )

  @OptionGroup var global: GlobalOptions
  @Option(help: "Why; it stays in the history.") var reason: String
  @Argument(help: ArgumentHelp("Invoices.", valueName: "id")) var ids: [ItemID]

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let numbers = ids.map(\.number)
    return phrases.tell(try await session.write(.discard(invoices: numbers, reason: reason)))
  }
}
