// RuleBook.swift — all rule files in force.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// All rule files in force: the languages and the suppliers' profiles.
package struct RuleBook: Sendable {
  package let languages: [Profile]
  package let suppliers: [Profile]
  /// Which of the suppliers' profiles apply to a page.
  let sellers: SellerMatch
  /// How sure a value is; nil leaves it at what the finders say.
  package let confidence: ConfidenceModel?
  /// Changes when the text of any file in force changes: what an assessment was made with.
  package let version: String
  /// What each file in force says, by its path.
  let contents: [String: RuleFileContent]

  /// The book without a rule.
  package static let empty = RuleBook.load([]).book

  /// The book of these files, later ones first in rank; a bad file is refused alone and named.
  ///
  /// A file of the same profile name as a later one is replaced by it: that is how a user's file
  /// overrides a shipped one. `earlier` is the book in force until now: what it took from a file that
  /// is bad now goes on, and files that have not changed are not read anew. With it, the argument
  /// `stands` of a problem says what becomes of the bad file: `as-before` or `left-out`.
  package static func load(
    _ files: [RuleFile],
    after earlier: RuleBook? = nil
  ) -> (book: RuleBook, problems: [Problem]) {
    var contents: [String: RuleFileContent] = [:]
    var order: [String] = []
    var problems: [Problem] = []
    for file in files {
      let known = earlier?.contents[file.path]
      do throws(Problem) {
        let isKnown = file.fault == nil && known?.text == file.text
        contents[file.path] = try isKnown ? known : RuleFileContent(of: file)
      } catch {
        problems.append(earlier == nil ? error : error.leaving(known))
        contents[file.path] = known
      }
      if contents[file.path] != nil { order.append(file.path) }
    }
    let book = RuleBook(contents, order: order)
    return (book, problems)
  }

  private init(_ contents: [String: RuleFileContent], order: [String]) {
    var profiles: [String: Profile] = [:]
    var names: [String] = []
    var confidence: ConfidenceModel?
    for path in order {
      switch contents[path]?.meaning {
      case .profile(let profile):
        if profiles.updateValue(profile, forKey: profile.name) == nil { names.append(profile.name) }
      case .confidence(let model): confidence = model
      case nil: break
      }
    }
    let all = names.compactMap { profiles[$0] }
    self.init(
      languages: all.filter { $0.language != nil },
      suppliers: all.filter { $0.seller != nil },
      confidence: confidence,
      version: fingerprint(order.flatMap { [$0, contents[$0]?.text ?? ""] }),
      contents: contents
    )
  }

  private init(
    languages: [Profile],
    suppliers: [Profile],
    confidence: ConfidenceModel?,
    version: String,
    contents: [String: RuleFileContent]
  ) {
    self.languages = languages
    self.suppliers = suppliers
    sellers = SellerMatch(suppliers)
    self.confidence = confidence
    self.version = version
    self.contents = contents
  }

  /// The same with other suppliers' profiles.
  func with(suppliers: [Profile]) -> RuleBook {
    RuleBook(
      languages: languages,
      suppliers: suppliers,
      confidence: confidence,
      version: version,
      contents: contents
    )
  }
}

/// What a rule file says, beside the text that says so.
struct RuleFileContent: Sendable {
  enum Meaning: Sendable {
    case profile(Profile)
    case confidence(ConfidenceModel)
  }

  let text: String
  let meaning: Meaning

  /// Reads a file.
  ///
  /// - Throws: `rule-file-invalid` with file, line, column, reason and excerpt; why the file could not
  ///   be read.
  init(of file: RuleFile) throws(Problem) {
    if let fault = file.fault { throw fault }
    text = file.text
    meaning =
      ConfidenceFileReader.isConfidence(file)
      ? .confidence(try ConfidenceFileReader.model(of: file))
      : .profile(try RuleFileReader.profile(of: file))
  }
}

extension Problem {
  /// The same, saying what stands in place of the bad file.
  fileprivate func leaving(_ known: RuleFileContent?) -> Problem {
    let stands = known == nil ? "left-out" : "as-before"
    return Problem(kind, code, arguments.merging(["stands": stands]) { $1 })
  }
}
