// RulesNewCommand.swift — facturier rules new: the rule file of a supplier, drafted from one sample.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Extraction
import Filing
import Invoicing
import Service

struct RulesNewCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Drafts a supplier's rules from one invoice: HOME/rules/suppliers/<seller>.yml.",
    discussion: """
      facturier rules new invoice.pdf
      facturier rules new invoice.pdf --yes       takes what is found, without a question

      You confirm each field, pick another value that stands on the page, or type it. What finds the
      confirmed values becomes the rules; a copy of the sample becomes their example, which rules test
      reads again.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Replace the rule file that is there.") var force = false
  @Argument(help: ArgumentHelp("An invoice of the supplier.", valueName: "sample"))
  var sample: String

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    guard yes || Terminal.isInteractive else { throw Problem(.usage, "confirmation-needed") }
    let session = try Session(global, phrases)
    let knowledge = try KnowledgeSource(home: session.home, named: []).load()
    for problem in knowledge.problems { phrases.tell(problem) }
    let learner = Learner(
      rules: knowledge.rules,
      company: knowledge.company,
      suppliers: try await session.existingRegister()?.suppliers() ?? []
    )
    let document = try await ReaderProcess(limits: session.settings.reader)
      .document(sample, plan: session.settings.plan)
    let choices = learner.choices(on: document, receivedOn: today())
    guard choices.invoices == 1 else {
      let count = String(choices.invoices)
      throw Problem(.usage, "sample-of-several", ["path": sample, "count": count])
    }
    let dialogue = DraftDialogue(phrases: phrases, ask: Self.ask)
    let reviewed = ReviewedInvoice(
      id: 0,
      document: document,
      draft: yes ? choices.draft : try dialogue.confirmed(choices),
      receivedOn: today()
    )
    let profile = try learner.draft(from: reviewed, suffix: suffix)
    let path = try DraftedFile(home: session.home).write(
      profile,
      sample: try FileText.bytes(sample),
      replaces: force
    )
    tell(profile, path, phrases)
    return .ok
  }

  private func tell(_ profile: LearnedProfile, _ path: String, _ phrases: Phrases) {
    func names(_ fields: [FieldName]) -> String {
      fields.map(phrases.field).joined(separator: ", ")
    }
    let drafted = phrases.say("drafted", ["path": path, "fields": names(profile.readBack)])
    Output.data.print(displayText(drafted))
    if !profile.fields.isEmpty {
      Output.data.print("  " + phrases.say("learned-fields", ["fields": names(profile.fields)]))
    }
    if !profile.missed.isEmpty {
      Output.data.print("  " + phrases.say("drafted-missed", ["fields": names(profile.missed)]))
    }
  }

  /// The suffix of the sample's name, ".pdf"; empty where it has none.
  private var suffix: String {
    let name = sample.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    let suffix = name[dot...]
    let isPlain = suffix.dropFirst().allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isPlain && (2...6).contains(suffix.count) ? suffix.lowercased() : ""
  }

  private static func ask(_ lines: [String], _ prompt: String) -> String? {
    for line in lines { Output.messages.print(line) }
    Output.messages.write(prompt)
    return readLine()
  }
}
