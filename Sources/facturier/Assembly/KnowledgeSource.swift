// KnowledgeSource.swift — the rules and the company, read from disk.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Invoicing
import Service
import Templates

/// Reads the rules in force and the company.
struct KnowledgeSource: Sendable {
  /// Nil: only the shipped rules.
  let home: Home?
  /// Folders that a person named; they rank before all others, the first before the second.
  let named: [String]

  var loader: KnowledgeLoader { { () throws(Problem) in try load() } }

  /// Reads everything anew.
  ///
  /// - Throws: configuration `rules-missing` {path}, `rule-file-invalid` for a shipped file, and the
  ///   problems of the configuration; fault `file-unusable` {path, reason}. What is wrong inside a
  ///   user's rule file is among the result's problems.
  func load() throws(Problem) -> Knowledge {
    let shipped = try RulesLocation().folder()
    let folders = [shipped] + (home.map { [$0.rules] } ?? [])
    var files = try RuleFiles.documentRules(folders)
    for folder in named.reversed() { files += try RuleFiles.namedRules(folder) }
    let (book, problems) = RuleBook.load(files)
    // Shipped rules that are refused belong to another version: every document would be misjudged.
    if let refused = problems.first(where: { $0.arguments["file"]?.hasPrefix(shipped) == true }) {
      throw refused
    }
    let company = try home.map { home throws(Problem) in
      try ConfigurationReader.configuration(at: home.configuration).company
    }
    // Templates are refused one by one; `rules check` says why.
    let templates = try RuleFiles.templates(named: named, homeRules: home?.rules)
    return Knowledge(
      rules: book,
      templates: TemplateBook.load(templates).book,
      company: company ?? nil,
      problems: problems,
      sources: folders + (home.map { [$0.configuration] } ?? [])
    )
  }
}
