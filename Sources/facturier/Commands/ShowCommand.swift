// ShowCommand.swift — facturier show: one invoice with its fields.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing

struct ShowCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One invoice: its fields, what is doubtful, its match, its filed copy.",
    discussion: """
      facturier show 1041
      facturier show 1041 --json
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One object of JSON.") var json = false
  @Argument(help: ArgumentHelp("An invoice or a document.", valueName: "id")) var id: ItemID

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let item = try await FoundItem(id.number, in: session.register())
    if json {
      Output.data.print(item.json(phrases).line)
    } else {
      let text = RecordText(home: session.home, phrases: phrases, style: .of(.data))
      for line in item.lines(text) { Output.data.print(line) }
    }
    return .ok
  }
}
