// InitCommand.swift — facturier init: a new home.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Invoicing
import Service

struct InitCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Creates a home: its folders and a facturier.yml with every key explained.",
    discussion: """
      facturier --home ~/invoices init --siren 881085468 --name "Ateliers Verrane SAS"
      facturier --home ~/invoices init      without a company: the checks of the buyer are off

      From the SIREN the French VAT id is derived. Doing it again changes nothing that is there.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Option(help: "The company's SIREN, nine digits.") var siren: String?
  @Option(help: "The company's name as it stands on invoices.") var name: String?

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let search = global.homeSearch
    let home = if let named = search.named { named } else { try search.home() }
    let number = try checkedSIREN()
    do {
      try FileManager.default.createDirectory(atPath: home.path, withIntermediateDirectories: true)
    } catch {
      let reason = error.localizedDescription
      throw Problem(.fault, "folder-unusable", ["path": home.path, "reason": reason])
    }
    if FileManager.default.fileExists(atPath: home.configuration) {
      guard number == nil, name == nil else {
        throw Problem(.usage, "configuration-exists", ["path": home.configuration])
      }
    } else {
      let text = ConfigurationTemplate.text(name: name, siren: number)
      try FileText.create(home.configuration, text)
    }
    let configuration = try ConfigurationReader.configuration(at: home.configuration)
    try home.prepare()
    phrases.tell("home-ready", ["path": home.path])
    if configuration.company == nil { phrases.tell("no-company", ["path": home.configuration]) }
    phrases.tell("drop-here", ["path": home.inbox])
    return .ok
  }

  private func checkedSIREN() throws(Problem) -> SIREN? {
    guard let siren else { return nil }
    guard let number = SIREN(siren) else {
      throw Problem(.usage, "siren-wrong", ["value": siren])
    }
    guard name != nil else { throw Problem(.usage, "company-name-needed") }
    return number
  }
}
