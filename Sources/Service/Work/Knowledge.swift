// Knowledge.swift — the rules and the company in force.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Extraction
package import Invoicing
package import Templates

/// The rules and the company: all that assessing needs besides the register.
package struct Knowledge: Sendable {
  package let rules: RuleBook
  /// Templates of invoice2data.
  package let templates: TemplateBook
  /// Nil: checks of the buyer are off.
  package let company: Company?
  /// What is wrong with rule files; those files are left out of `rules`.
  package let problems: [Problem]
  /// Files and folders it was made from; a change below them is noticed and loads it again.
  package let sources: [String]

  package init(
    rules: RuleBook,
    templates: TemplateBook = .empty,
    company: Company?,
    problems: [Problem] = [],
    sources: [String] = []
  ) {
    self.rules = rules
    self.templates = templates
    self.company = company
    self.problems = problems
    self.sources = sources
  }
}

/// Reads configuration and rule files, on a thread that may block.
package typealias KnowledgeLoader = @Sendable () throws(Problem) -> Knowledge

/// The knowledge in force. A bad rule file never replaces it: the old rules go on.
package actor KnowledgeShelf {
  private let loader: KnowledgeLoader
  package private(set) var current: Knowledge
  /// Of the latest loading, that of a failed one too.
  package private(set) var problems: [Problem]
  private var fingerprint: SourceFingerprint

  /// Loads for the first time; here a bad rule file is left out and told.
  ///
  /// - Throws: what the loader throws.
  init(loader: @escaping KnowledgeLoader) async throws(Problem) {
    self.loader = loader
    let loaded = try await blocking(loader)
    current = loaded
    problems = loaded.problems
    fingerprint = SourceFingerprint(of: loaded.sources)
  }

  /// Loads again.
  ///
  /// - Returns: whether other knowledge is in force now.
  package func reload() async -> Bool {
    do throws(Problem) {
      let loaded = try await blocking(loader)
      fingerprint = SourceFingerprint(of: loaded.sources)
      problems = loaded.problems
      guard loaded.problems.isEmpty else { return false }
      let isNew =
        loaded.rules.version != current.rules.version
        || loaded.templates.version != current.templates.version
        || loaded.company != current.company
      current = loaded
      return isNew
    } catch {
      problems = [error]
      return false
    }
  }

  /// Loads again if a file has changed since the last time.
  ///
  /// - Returns: whether other knowledge is in force now.
  package func reloadIfChanged() async -> Bool {
    let sources = current.sources
    let seen = try? await blocking { () throws(Problem) in SourceFingerprint(of: sources) }
    guard let seen, seen != fingerprint else { return false }
    fingerprint = seen
    return await reload()
  }
}
