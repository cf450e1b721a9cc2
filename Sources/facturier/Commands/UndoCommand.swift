// UndoCommand.swift — facturier undo: the last decision never happened.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

struct UndoCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes back the latest decision about an invoice or a document.",
    discussion: """
      facturier undo 1041

      Again takes back the one before. The history keeps both.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("An invoice or a document.", valueName: "id")) var id: ItemID

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    return phrases.tell(try await session.write(.undo(id: id.number)))
  }
}
