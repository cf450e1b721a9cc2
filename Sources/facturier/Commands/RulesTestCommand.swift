// RulesTestCommand.swift — facturier rules test: what a change of rules would change.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Invoicing
import Service

struct RulesTestCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the rules on every approved invoice and shows what would change.",
    discussion: """
      facturier rules test
      facturier rules test my-rules           with the rules of a folder before all others
      facturier rules test --json

      Nothing is written, and nothing is recognised again. Exit 1 when a value that was right without
      a person's help would be wrong now, 78 when a rule file is wrong.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One line of JSON for each value that differs.") var json = false
  @Argument(help: ArgumentHelp("Folders to test too.", valueName: "folder"))
  var folders: [String] = []

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let knowledge = try KnowledgeSource(home: session.home, named: folders).load()
    for problem in knowledge.problems { phrases.tell(problem) }
    let tests = RuleTests(register: try await session.register(), knowledge: knowledge)
    var counts: [RuleTest.Change.Verdict: Int] = [:]
    var (invoices, same) = (0, 0)
    try await tests.run { test in
      invoices += 1
      same += test.same
      for change in test.changes { counts[change.verdict, default: 0] += 1 }
      for line in lines(of: test, phrases) { Output.data.print(line) }
    }
    phrases.tell(
      "rules-tested",
      [
        "invoices": String(invoices), "same": String(same),
        "better": String(counts[.better] ?? 0), "worse": String(counts[.worse] ?? 0),
      ]
    )
    guard knowledge.problems.isEmpty else { return .configuration }
    return counts[.worse] == nil ? .ok : .needsPerson
  }

  private func lines(of test: RuleTest, _ phrases: Phrases) -> [String] {
    let told = test.changes.filter { $0.verdict != .open || json }
    guard !told.isEmpty else { return [] }
    if json {
      return told.map { change in
        let line: JSON = [
          "id": .int(test.invoice.id), "field": .text(change.field.name),
          "verdict": .text(change.verdict.rawValue),
          "approved": .optional(change.approved.map(phrases.value)),
          "found": .optional(change.found.map(phrases.value)),
        ]
        return line.line
      }
    }
    let number = test.invoice.assessment.draft[.invoiceNumber] ?? ""
    let head = displayText("#\(test.invoice.id)  \(number)")
    return [head]
      + told.flatMap { change in
        let sign = change.verdict == .worse ? "✗" : "✓"
        return [
          "  \(sign) " + phrases.field(change.field),
          "    - " + displayText(change.approved.map(phrases.value) ?? "–"),
          "    + " + displayText(change.found.map(phrases.value) ?? "–"),
        ]
      }
  }
}
