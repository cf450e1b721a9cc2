// FacturierCommand.swift — the command line's root and the process's only entry.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The version of the program.
let facturierVersion = "0.1.0"

/// The root of the command tree.
@main
struct FacturierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facturier",
    abstract: "Reads supplier invoices from an inbox, checks them and keeps them in a register.",
    discussion: """
      Try it:
        facturier extract invoice.pdf             what stands on it, without a home
        facturier init --siren 881085468 --name "Ateliers Verrane SAS" --home ~/invoices
        facturier process --home ~/invoices       take what lies in ~/invoices/inbox
        facturier status --home ~/invoices        what needs a person

      The home is --home, else $FACTURIER_HOME, else /var/lib/facturier, else ./watch.
      Exit codes: 0 ok, 1 something needs a person, 3 document refused, 64 usage, 70 a bug of
      ours, 75 surroundings failed (try again), 78 configuration.
      """,
    version: facturierVersion,
    groupedSubcommands: [
      CommandGroup(
        name: "Work",
        subcommands: [
          InitCommand.self, RunCommand.self, ProcessCommand.self, ExtractCommand.self,
        ]
      ),
      CommandGroup(
        name: "Look",
        subcommands: [
          StatusCommand.self, ListCommand.self, ShowCommand.self, OpenCommand.self,
          MatchCommand.self,
        ]
      ),
      CommandGroup(
        name: "Decide",
        subcommands: [
          ApproveCommand.self, CorrectCommand.self, HoldCommand.self, DiscardCommand.self,
          UndoCommand.self, RetryCommand.self, AcceptMatchCommand.self, PaidCommand.self,
          UnpaidCommand.self, WarnCommand.self,
        ]
      ),
      CommandGroup(
        name: "Set up",
        subcommands: [
          LedgerCommand.self, SuppliersCommand.self, ExportCommand.self, RulesCommand.self,
          ConfigCommand.self,
          DoctorCommand.self,
        ]
      ),
    ]
  )

  @OptionGroup var global: GlobalOptions
}
