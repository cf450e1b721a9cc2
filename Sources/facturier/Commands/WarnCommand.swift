// WarnCommand.swift — facturier warn: a note is a warning again.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

struct WarnCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "warn",
    abstract: "Makes a note about a supplier a warning again.",
    discussion: """
      facturier warn 1041 due-before-issue

      A warning that was accepted three times for a supplier is only a note after that; show tells so.
      What blocks, and what is doubtful, never becomes a note.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("An invoice of the supplier.", valueName: "id")) var id: ItemID
  @Argument(help: ArgumentHelp("The note, by its code.", valueName: "code")) var code: String

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    return phrases.tell(try await session.write(.warnAgain(invoice: id.number, code: code)))
  }
}
