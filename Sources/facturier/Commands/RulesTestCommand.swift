// RulesTestCommand.swift — facturier rules test: what a change of rules would change.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Extraction
import Filing
import Invoicing
import Service

struct RulesTestCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the rules on every approved invoice and sample, and shows what would change.",
    discussion: """
      facturier rules test
      facturier rules test my-rules           with the rules of a folder before all others
      facturier rules test --json

      The samples are those that rule files name as examples. Nothing is written, and no approved
      invoice is recognised again. Exit 1 when a value that was right without a person's help would be
      wrong now, or a sample does not give what its file promises; 78 when a rule file is wrong.
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
    let tests = RuleTests(register: try await session.existingRegister(), knowledge: knowledge)
    var tally = Tally()
    func show(_ test: RuleTest) {
      tally.add(test)
      for line in lines(of: test, phrases) { Output.data.print(line) }
    }
    try await tests.testInvoices(show)
    if !knowledge.rules.examples.isEmpty {
      try await tests.testExamples(
        with: try ReaderProcess(limits: session.settings.reader),
        plan: session.settings.plan,
        today: today(),
        show
      )
    }
    phrases.tell("rules-tested", tally.numbers.mapValues(String.init))
    guard knowledge.problems.isEmpty else { return .configuration }
    return tally.worse == 0 ? .ok : .needsPerson
  }

  private struct Tally {
    var invoices = 0
    var samples = 0
    var same = 0
    var better = 0
    var worse = 0

    mutating func add(_ test: RuleTest) {
      switch test.subject {
      case .invoice: invoices += 1
      case .example: samples += 1
      }
      same += test.same
      better += test.changes.count { $0.verdict == .better }
      worse += test.lost
    }

    var numbers: [String: Int] {
      [
        "invoices": invoices, "samples": samples, "same": same, "better": better, "worse": worse,
      ]
    }
  }

  private func lines(of test: RuleTest, _ phrases: Phrases) -> [String] {
    let told = test.changes.filter { $0.verdict != .open || json }
    guard !told.isEmpty || test.problem != nil else { return [] }
    return json ? jsonLines(of: test, told, phrases) : textLines(of: test, told, phrases)
  }

  private func textLines(
    of test: RuleTest,
    _ told: [RuleTest.Change],
    _ phrases: Phrases
  ) -> [String] {
    let head =
      switch test.subject {
      case .invoice(let invoice):
        "#\(invoice.id)  \(invoice.assessment.draft[.invoiceNumber] ?? "")"
      case .example(let example): "\(example.profile)  \(example.sample)"
      }
    let problem = test.problem.map { "  ✗ " + displayText(phrases.message($0)) }
    return [displayText(head)] + [problem].compactMap { $0 }
      + told.flatMap { change in
        let sign = change.verdict == .worse ? "✗" : "✓"
        return [
          "  \(sign) " + phrases.field(change.field),
          "    - " + displayText(change.expected.map(phrases.value) ?? "–"),
          "    + " + displayText(change.found.map(phrases.value) ?? "–"),
        ]
      }
  }

  private func jsonLines(
    of test: RuleTest,
    _ told: [RuleTest.Change],
    _ phrases: Phrases
  ) -> [String] {
    let subject: JSON =
      switch test.subject {
      case .invoice(let invoice): ["id": .int(invoice.id)]
      case .example(let example):
        ["profile": .text(example.profile), "sample": .text(example.sample)]
      }
    let problem = test.problem.map { subject.adding(["problem": phrases.json(of: $0)]).line }
    return [problem].compactMap { $0 }
      + told.map { change in
        subject.adding([
          "field": .text(change.field.name), "verdict": .text(change.verdict.rawValue),
          "approved": .optional(change.expected.map(phrases.value)),
          "found": .optional(change.found.map(phrases.value)),
        ]).line
      }
  }
}
