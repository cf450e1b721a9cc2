// AcceptMatchCommand.swift — facturier accept-match: these are its entries.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

struct AcceptMatchCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept-match",
    abstract: "Says which entries of the books are an invoice's counterpart.",
    discussion: """
      facturier accept-match 1041 AC000150
      facturier accept-match 1041 fec:AC000150 purchase_orders:CF25-1
      """
  )

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The invoice.", valueName: "id")) var id: ItemID
  @Argument(help: ArgumentHelp("Ids as their source prints them.", valueName: "entry"))
  var entries: [String]

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let named = try await TypedEntries.ids(entries, in: session.register())
    return phrases.tell(
      try await session.write(.acceptMatch(invoice: id.number, entries: named))
    )
  }
}
