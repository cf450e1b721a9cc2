// CommandPhrases.swift — phrases by code, for callers that choose them at run time.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The phrases of a language by their codes; `{name}` stands for an argument.
package enum CommandPhrases {
  /// All phrases of a language: "en" or "fr"; English for any other.
  package static func phrases(_ language: String) -> [String: String] {
    language == Language.french.rawValue ? french : english
  }

  private static let english = table(in: .english)
  private static let french = table(in: .french)

  private static func table(in language: Language) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: Phrase.allCases.map { ($0.rawValue, $0.template(in: language)) }
    )
  }
}
