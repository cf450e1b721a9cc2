// ShowCommand.swift — facturier show: one invoice with its fields.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import EInvoicing
import Filing
import Invoicing

struct ShowCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One invoice: its fields, what is doubtful, its match, its filed copy.",
    discussion: """
      facturier show 1041
      facturier show 1041 --json
      facturier show 1041 --html > invoice.html      an e-invoice to read in a browser
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One object of JSON.") var json = false
  @Flag(help: "The readable view of an e-invoice, a web page.") var html = false
  @Argument(help: ArgumentHelp("An invoice or a document.", valueName: "id")) var id: ItemID

  func validate() throws {
    if json, html { throw ValidationError("--json and --html exclude each other.") }
  }

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    if html {
      Output.data.write(try await view(in: session.register(), phrases))
      return .ok
    }
    let item = try await FoundItem(id.number, in: session.register())
    if json {
      Output.data.print(item.json(phrases).line)
    } else {
      let text = RecordText(home: session.home, phrases: phrases, style: .of(.data))
      for line in item.lines(text) { Output.data.print(line) }
    }
    return .ok
  }

  /// The readable view of the e-invoice.
  ///
  /// - Throws: usage `no-such-item` {id}, `no-e-invoice` {id}; faults of the register.
  private func view(in register: Register, _ phrases: Phrases) async throws(Problem) -> String {
    let id = ["id": String(id.number)]
    guard let record = try await register.document(self.id.number) else {
      throw Problem(.usage, "no-such-item", id)
    }
    let markup = try await register.reading(of: record.number)?.markup
    guard let view = markup.flatMap({ ReadableInvoice($0, in: phrases.language) }) else {
      throw Problem(.usage, "no-e-invoice", id)
    }
    return view.html
  }
}
