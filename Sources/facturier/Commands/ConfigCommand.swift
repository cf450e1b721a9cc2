// ConfigCommand.swift — facturier config: the configuration in force.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "The configuration in force.",
    subcommands: [ConfigShowCommand.self]
  )
}

struct ConfigShowCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Every key with its value; with --origin, where it comes from.",
    discussion: """
      facturier config show
      facturier config show --origin
      facturier config show --json
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "The file and line of each key, or default.") var origin = false
  @Flag(help: "One object of JSON, its keys written with points.") var json = false

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let listing = ConfigurationListing(configuration: session.configuration)
    if json {
      let members = listing.rows.map { JSON.Member(key: $0.key, value: .optional($0.value)) }
      Output.data.print(JSON.object(members).line)
      return .ok
    }
    for row in listing.rows {
      var line = row.key + ": " + displayText(row.value ?? "")
      if origin {
        let place = row.line.map { "\(session.home.configuration):\($0)" }
        line += "   # " + (place ?? phrases.say("default"))
      }
      Output.data.print(line)
    }
    return .ok
  }
}
