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
      facturier accept-match 1041 --none       it has no counterpart
      """
  )

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The invoice.", valueName: "id")) var id: ItemID
  @Flag(help: "None of them: the proposed link is wrong.") var none = false
  @Argument(help: ArgumentHelp("Ids as their source prints them.", valueName: "entry"))
  var entries: [String] = []

  func validate() throws {
    guard none == entries.isEmpty else { throw ValidationError("Name entries, or say --none.") }
  }

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let named = try await TypedEntries.ids(entries, in: session.register())
    return phrases.tell(
      try await session.write(.acceptMatch(invoice: id.number, entries: named))
    )
  }
}
