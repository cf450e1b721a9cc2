// RuleFile.swift — the text of a rule file and its name.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A rule file as it was read: the book is made from texts, so that it can be made anywhere.
package struct RuleFile: Hashable, Sendable {
  /// For messages: "rules/generic/fr.yml".
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
