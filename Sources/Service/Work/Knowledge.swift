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
  /// What is wrong with rule files; `rules` has what those files said before, or nothing of them.
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

/// Reads configuration and rule files, on a thread that may block; given the rules in force until now.
package typealias KnowledgeLoader = @Sendable (RuleBook) throws(Problem) -> Knowledge

/// The knowledge in force. A bad rule file is refused alone: what it said before goes on.
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
    let loaded = try await blocking { () throws(Problem) in try loader(.empty) }
    current = loaded
    problems = loaded.problems
    fingerprint = SourceFingerprint(of: loaded.sources)
  }

  /// Loads again.
  ///
  /// Where the configuration is wrong, or a shipped rule file, everything stays.
  ///
  /// - Returns: whether other knowledge is in force now.
  package func reload() async -> Bool {
    let (loader, rules, sources) = (loader, current.rules, current.sources)
    do throws(Problem) {
      // Looked at first: what changes while it is loaded is noticed the next time.
      let (seen, loaded) = try await blocking { () throws(Problem) in
        (SourceFingerprint(of: sources), try loader(rules))
      }
      fingerprint =
        loaded.sources == sources ? seen : SourceFingerprint(of: loaded.sources)
      problems = loaded.problems
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
