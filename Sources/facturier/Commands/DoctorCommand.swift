// DoctorCommand.swift — facturier doctor: whether everything is as it should be.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing

struct DoctorCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Checks languages, reader, disk, inbox, register, rules and clock.",
    discussion: """
      facturier doctor
      facturier doctor --json

      Exit 0 when nothing fails, warnings or not; 75 when something does.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One line of JSON for each check.") var json = false

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let style = Style.of(.data)
    var isFailed = false
    for check in Examinations.all {
      let verdict = await check.examine(session)
      isFailed = isFailed || verdict.isFailure
      Output.data.print(
        json ? verdict.json(check.name, phrases).line : verdict.line(check.name, phrases, style)
      )
    }
    return isFailed ? .surroundings : .ok
  }
}
