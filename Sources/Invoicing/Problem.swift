// Problem.swift — why something cannot go on.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Why something cannot go on, and (through the catalogue) what a person can do about it.
package struct Problem: Error, Hashable, Sendable, Codable {
  /// Whose matter it is, and whether trying again can help.
  package enum Kind: String, Hashable, Sendable, Codable {
    /// The document itself cannot be used; trying again changes nothing: it is quarantined.
    case refusal
    /// The surroundings failed; the document is unharmed: it is tried again.
    case fault
    /// What the user asked for cannot be done as asked.
    case usage
    /// The configuration or a rule file is wrong.
    case configuration
  }

  package let kind: Kind
  /// Stable, kebab-case; every code stands in the catalogues of Wording.
  package let code: String
  /// What the sentence is filled with, by name.
  package let arguments: [String: String]

  package init(_ kind: Kind, _ code: String, _ arguments: [String: String] = [:]) {
    self.kind = kind
    self.code = code
    self.arguments = arguments
  }
}
