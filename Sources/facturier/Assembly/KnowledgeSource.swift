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

  var loader: KnowledgeLoader { { rules throws(Problem) in try load(after: rules) } }

  /// Reads everything anew; `rules` are those in force until now, nil where there are none.
  ///
  /// - Throws: configuration `rules-missing` {path}, `rule-file-invalid` for a shipped file, and the
  ///   problems of the configuration; usage `file-missing` {path} for a named folder. What is wrong with a
  ///   user's rule file is among the result's problems.
  func load(after rules: RuleBook? = nil) throws(Problem) -> Knowledge {
    let shipped = try RulesLocation().folder()
    let folders = [shipped] + (home.map { [$0.rules] } ?? [])
    var files = RuleFiles.documentRules(folders)
    for folder in named.reversed() { files += try RuleFiles.namedRules(folder) }
    let (book, problems) = RuleBook.load(files, after: rules)
    // Shipped rules that are refused belong to another version: every document would be misjudged.
    if let refused = problems.first(where: { $0.file?.hasPrefix(shipped + "/") == true }) {
      throw refused
    }
    let company = try home.map { home throws(Problem) in
      try ConfigurationReader.configuration(at: home.configuration).company
    }
    // Templates are refused one by one; `rules check` says why.
    let templates = RuleFiles.templates(named: named, homeRules: home?.rules)
    return Knowledge(
      rules: book,
      templates: TemplateBook.load(templates.files).book,
      company: company ?? nil,
      problems: problems + templates.problems,
      sources: folders + (home.map { [$0.configuration] } ?? [])
    )
  }
}

extension Problem {
  /// The rule file that it is about, or nil.
  fileprivate var file: String? { arguments["file"] ?? arguments["path"] }
}
