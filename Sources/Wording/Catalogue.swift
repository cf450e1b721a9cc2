// Catalogue.swift — codes and arguments made into sentences for people.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What is wrong, and what a person can do about it.
package struct Sentence: Hashable, Sendable {
  package let message: String
  /// Empty only for a code without a sentence.
  package let remedy: String

  init(_ message: String, remedy: String) {
    self.message = message
    self.remedy = remedy
  }
}

/// The sentences of a language, by code; the places in them are those of `Template`.
package struct Catalogue: Sendable {
  package let language: Language
  let problems: [String: Sentence]
  let findings: [String: Sentence]
  let reasons: [String: String]

  package init(_ language: Language) {
    self.language = language
    switch language {
    case .english:
      problems = Self.allEnglishProblems
      findings = Self.together(Self.englishFindings, Self.englishRules)
      reasons = Self.englishReasons
    case .french:
      problems = Self.allFrenchProblems
      findings = Self.together(Self.frenchFindings, Self.frenchRules)
      reasons = Self.frenchReasons
    }
  }

  private static let allEnglishProblems = together(
    englishProblems,
    englishLedgerProblems,
    englishCommandProblems
  )
  private static let allFrenchProblems = together(
    frenchProblems,
    frenchLedgerProblems,
    frenchCommandProblems
  )

  static func together(_ tables: [String: Sentence]...) -> [String: Sentence] {
    tables.reduce(into: [:]) { all, table in all.merge(table) { first, _ in first } }
  }

  /// Sentences about broken rules, each beginning with the rule's name.
  static func rules(remedy: String, _ texts: [String: String]) -> [String: Sentence] {
    Dictionary(
      uniqueKeysWithValues: texts.map { id, text in
        (id, Sentence("\(id): \(text)", remedy: remedy))
      }
    )
  }

  /// The sentence of a problem; its code and arguments when the catalogue has none.
  package func sentence(for problem: Problem) -> Sentence {
    sentence(problems[problem.code], code: problem.code, arguments: problem.arguments)
  }

  /// The sentence of a finding; its code and arguments when the catalogue has none.
  ///
  /// One that is a note only because people accepted it often says so, and how to undo that.
  package func sentence(for finding: Finding) -> Sentence {
    let told = sentence(
      findings[finding.code],
      code: finding.code,
      arguments: finding.arguments
    )
    guard finding.isNoteOnly else { return told }
    let arguments = finding.arguments.merging(["code": finding.code]) { first, _ in first }
    return Sentence(
      told.message + " " + text(.acceptedBefore, arguments, in: language),
      remedy: text(.warnAgain, arguments, in: language)
    )
  }

  /// The clause of a reason with its bits: "amount equal, 3 entries have it (+13.2)".
  ///
  /// Evidence that weighs nothing, such as a person's word, has no bits.
  package func clause(for reason: MatchReason) -> String {
    let text =
      reasons[reason.code].map { Template($0).filled(spoken(reason.arguments)) }
      ?? told(reason.code, reason.arguments)
    guard reason.deciBits != 0 else { return text }
    let tenths = reason.deciBits.magnitude
    return text + " (\(reason.deciBits < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10))"
  }

  private func sentence(
    _ template: Sentence?,
    code: String,
    arguments: [String: String]
  ) -> Sentence {
    guard let template else { return Sentence(told(code, arguments), remedy: "") }
    return Sentence(
      Template(template.message).filled(spoken(arguments)),
      remedy: Template(template.remedy).filled(spoken(arguments))
    )
  }

  private func spoken(_ arguments: [String: String]) -> (String) -> String? {
    SpokenArguments(arguments: arguments, language: language).text
  }

  /// A code without a sentence: "some-code, id 7".
  private func told(_ code: String, _ arguments: [String: String]) -> String {
    let pairs = arguments.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return ([code] + pairs).joined(separator: ", ")
  }
}
