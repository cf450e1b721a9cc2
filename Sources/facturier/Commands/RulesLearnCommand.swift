// RulesLearnCommand.swift — facturier rules learn: the rule file of a seller from its invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Invoicing
import Service

struct RulesLearnCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learns the seller of an approved invoice: HOME/rules/learned/<seller>.yml.",
    discussion: """
      facturier rules learn 1041

      It learns from every approved invoice of that seller, and keeps only what reproduces them all.
      Approving does the same by itself, unless the configuration says rules: {learn: false}.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("An approved invoice.", valueName: "id")) var id: ItemID

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let invoice = try await FoundItem.invoice(id.number, in: try await session.register())
    return phrases.tell(try await session.write(.learn(invoice: invoice.id)))
  }
}
