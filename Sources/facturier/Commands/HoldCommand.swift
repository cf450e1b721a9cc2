// HoldCommand.swift — facturier hold: not now.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

struct HoldCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Puts invoices aside, until a day or until further notice.",
    discussion: """
      facturier hold 1041
      facturier hold 1041 1042 --until 15/12/2026
      """
  )

  @OptionGroup var global: GlobalOptions
  @Option(help: "The day on which it comes back.") var until: DateArgument?
  @Argument(help: ArgumentHelp("Invoices.", valueName: "id")) var ids: [ItemID]

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let numbers = ids.map(\.number)
    return phrases.tell(try await session.write(.hold(invoices: numbers, until: until?.date)))
  }
}
