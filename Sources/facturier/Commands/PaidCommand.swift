// PaidCommand.swift — facturier paid: money went out.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

struct PaidCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "paid",
    abstract: "Notes that invoices are paid.",
    discussion: """
      facturier paid 1041 --on 2026-11-20 --by transfer
      facturier paid 1041 1042 --on 20/11/2026 --by "carte"
      """
  )

  @OptionGroup var global: GlobalOptions
  @Option(help: "The day of the payment.") var on: DateArgument
  @Option(help: "The means of payment, in your words.") var by: String
  @Argument(help: ArgumentHelp("Invoices.", valueName: "id")) var ids: [ItemID]

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let request = LocalRequest.paid(invoices: ids.map(\.number), on: on.date, by: by)
    return phrases.tell(try await session.write(request))
  }
}
