// UnpaidCommand.swift — facturier unpaid: no money went out.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

struct UnpaidCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpaid",
    abstract: "Notes that invoices are not paid after all.",
    discussion: """
      facturier unpaid 1041
      """
  )

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("Invoices.", valueName: "id")) var ids: [ItemID]

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    return phrases.tell(try await session.write(.unpaid(invoices: ids.map(\.number))))
  }
}
