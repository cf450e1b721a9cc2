// CommandPhrases.swift — what the command line says: headings, answers, its own problems.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The phrases of the command line, by code; `{name}` stands for an argument.
package enum CommandPhrases {
  /// Headings and answers of a language: "en" or "fr".
  package static func phrases(_ language: String) -> [String: String] {
    language == "fr" ? french : english
  }

  /// Problems that the command line finds itself, of a language: sentence and remedy.
  package static func problems(_ language: String) -> [String: (message: String, remedy: String)] {
    language == "fr" ? frenchProblems : englishProblems
  }
}
