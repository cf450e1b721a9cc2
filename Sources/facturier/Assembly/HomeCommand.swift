// HomeCommand.swift — how every command runs: one place for problems and exit codes.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing

/// A command of facturier.
protocol HomeCommand: AsyncParsableCommand {
  var global: GlobalOptions { get }

  /// Does the work; what it throws is told on standard error and becomes the exit status.
  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus
}

extension HomeCommand {
  func run() async throws {
    Surroundings.keepFilesFromOthers()
    let phrases = global.phrases()
    let status: ExitStatus
    do throws(Problem) {
      status = try await perform(phrases)
    } catch {
      phrases.tell(error)
      status = ExitStatus(error)
    }
    try status.end()
  }
}

extension Phrases {
  /// Tells a problem and what can be done about it, on standard error.
  func tell(_ problem: Problem) {
    let style = Style.of(.messages)
    Output.messages.print("facturier: " + style.red(displayText(message(problem))))
    let remedy = remedy(problem)
    if !remedy.isEmpty { Output.messages.print("  " + displayText(remedy)) }
  }

  /// Tells a person something, on standard error.
  func tell(_ code: String, _ arguments: [String: String] = [:]) {
    Output.messages.print("facturier: " + displayText(say(code, arguments)))
  }
}
