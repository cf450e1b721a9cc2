// RulesCommand.swift — facturier rules: the rule files in force.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Bookkeeping
import Extraction
import Invoicing
import Service
import Templates

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "The rule files: the shipped ones and yours in HOME/rules.",
    subcommands: [
      RulesCheckCommand.self, RulesTestCommand.self, RulesListCommand.self, RulesLearnCommand.self,
      RulesNewCommand.self,
    ]
  )
}

/// The rule files of a command: shipped, of the home where there is one, and named.
private struct RuleShelf {
  let folders: [String]
  let files: [RuleFile]
  let templates: [TemplateFile]
  let mappings: [LedgerMapping]
  let problems: [Problem]
  let book: RuleBook

  init(_ global: GlobalOptions, named: [String]) throws(Problem) {
    let home = try? global.homeSearch.home()
    folders = [try RulesLocation().folder()] + (home.map { [$0.rules] } ?? [])
    var files = RuleFiles.documentRules(folders)
    for folder in named { files += try RuleFiles.namedRules(folder) }
    self.files = files
    let (templates, unread) = RuleFiles.templates(named: named, homeRules: home?.rules)
    self.templates = templates
    let (book, problems) = RuleBook.load(files)
    let ledger = RuleFiles.ledgerMappings(folders.reversed())
    self.book = book
    mappings = ledger.mappings
    self.problems =
      problems + unread + TemplateBook.load(templates).problems + ledger.problems
      + RuleReview.problems(in: book)
  }
}

struct RulesCheckCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compiles every rule file and names what is wrong with file, line and column.",
    discussion: """
      facturier rules check
      facturier rules check my-rules

      Exit 0, or 78 when a file is wrong.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One line of JSON for each problem.") var json = false
  @Argument(help: ArgumentHelp("Folders to check too.", valueName: "folder"))
  var folders: [String] = []

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let shelf = try RuleShelf(global, named: folders)
    for problem in shelf.problems {
      if json {
        Output.data.print(phrases.json(of: problem).line)
      } else {
        phrases.tell(problem)
      }
    }
    let count = shelf.files.count + shelf.templates.count + shelf.mappings.count
    phrases.tell(
      "rules-checked",
      ["files": String(count), "problems": String(shelf.problems.count)]
    )
    return shelf.problems.isEmpty ? .ok : .configuration
  }
}

struct RulesListCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The rule files in force, the least in rank first.",
    discussion: """
      facturier rules list
      facturier rules list --json
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One line of JSON for each file.") var json = false

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let shelf = try RuleShelf(global, named: [])
    for file in shelf.files {
      Output.data.print(
        json ? JSON.object([.init(key: "path", value: .text(file.path))]).line : file.path
      )
    }
    for file in shelf.templates {
      let line: JSON = ["invoice2data": .text(file.path)]
      Output.data.print(json ? line.line : "invoice2data: " + file.path)
    }
    for mapping in shelf.mappings {
      let line: JSON = ["ledger_source": .text(mapping.source)]
      Output.data.print(json ? line.line : "ledger: " + mapping.source)
    }
    return .ok
  }
}
