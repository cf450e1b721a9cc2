// BenchCommand.swift — measures the product on a corpus; never installed.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The root of the measuring commands.
@main
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facturier-bench",
    abstract: "Measures reading, extraction and matching on a corpus of invoices with their truth.",
    subcommands: [
      ReadingCommand.self, StoreCommand.self, ExtractionCommand.self, CalibrationCommand.self,
      FuzzCommand.self, TemplatesCommand.self, ProfilesCommand.self, MatchingCommand.self,
      TrueMatchingCommand.self,
      LargeInvoiceCommand.self, StacksCommand.self, ArrivalCommand.self,
    ]
  )
}
