// GlobalOptions.swift — the options that every command takes.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing
import Service

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of one company's invoices.", valueName: "folder"))
  var home: String?

  @Option(help: ArgumentHelp("The language of messages: en or fr.", valueName: "language"))
  var language: MessageLanguage?

  var homeSearch: HomeSearch { HomeSearch(option: home) }

  /// The phrases in the language of the option, the configuration, or the environment.
  func phrases() -> Phrases {
    if let language { return Phrases(language) }
    if let home = try? homeSearch.home(),
      let configured = try? ConfigurationReader.configuration(at: home.configuration).language,
      let language = MessageLanguage(rawValue: configured)
    {
      return Phrases(language)
    }
    return Phrases(.ofEnvironment)
  }
}

/// A language that messages exist in.
enum MessageLanguage: String, ExpressibleByArgument, CaseIterable, Sendable {
  case english = "en"
  case french = "fr"

  /// By `LC_ALL`, `LC_MESSAGES`, `LANG`: the first that is set; English unless it is French.
  static var ofEnvironment: MessageLanguage {
    let values = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(Surroundings.variable)
    return values.first { !$0.isEmpty }?.hasPrefix("fr") == true ? .french : .english
  }
}
