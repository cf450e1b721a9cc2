// StatusCommand.swift — facturier status: what happened and what needs a person.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Invoicing

struct StatusCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "What needs a person, what failed, what is due, and what to do next.",
    discussion: """
      facturier status
      facturier status 1041         everything about one document or invoice
      facturier status --short      one line for a prompt
      facturier status --watch      again every two seconds
      facturier status --matching   what people made of proposed matches
      facturier status --json

      Exit 0, or 1 when something needs a person.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One object of JSON.") var json = false
  @Flag(help: "One line.") var short = false
  @Flag(help: "Show it again every two seconds, until Ctrl-C.") var watch = false
  @Flag(help: "What people made of proposed matches, by what they promised.")
  var matching = false
  @Argument(help: ArgumentHelp("A document or an invoice.", valueName: "id")) var id: ItemID?

  func validate() throws {
    guard !matching || id == nil && !watch && !short else {
      throw ValidationError("--matching goes with --json only.")
    }
    guard !watch || id == nil && !json else {
      throw ValidationError("--watch goes with the screen only.")
    }
  }

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    if matching {
      let report = try await MatchingReport.gathered(session)
      Output.data.print(json ? report.json.line : report.lines(phrases).joined(separator: "\n"))
      return .ok
    }
    if let id { return try await tell(about: id.number, session) }
    var report = try await StatusReport.gathered(session)
    while watch {
      Output.data.write(Output.data.isTerminal ? "\u{1B}[H\u{1B}[2J" : "")
      show(report, phrases)
      try? await Task.sleep(for: .seconds(2))
      report = try await StatusReport.gathered(session)
    }
    show(report, phrases)
    return report.needsPerson ? .needsPerson : .ok
  }

  private func show(_ report: StatusReport, _ phrases: Phrases) {
    if json { return Output.data.print(StatusJSON(report: report, phrases: phrases).json.line) }
    let screen = StatusScreen(
      report: report,
      phrases: phrases,
      style: .of(.data),
      width: Output.data.width
    )
    for line in short ? [screen.shortLine] : screen.lines { Output.data.print(line) }
  }

  private func tell(about id: Int64, _ session: Session) async throws(Problem) -> ExitStatus {
    let register = try await session.register()
    let item = try await FoundItem(id, in: register)
    let history = try await register.history(of: id)
    if json {
      let events = history.map { session.phrases.json(of: $0) }
      Output.data.print(item.json(session.phrases).adding(["history": .array(events)]).line)
      return item.status
    }
    let text = RecordText(home: session.home, phrases: session.phrases, style: .of(.data))
    for line in item.lines(text) + [""] + text.lines(of: history) { Output.data.print(line) }
    return item.status
  }
}
