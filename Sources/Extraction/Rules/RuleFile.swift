// RuleFile.swift — the text of a rule file and its name.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A rule file as it was read: the book is made from texts, so that it can be made anywhere.
package struct RuleFile: Hashable, Sendable {
  /// For messages: "rules/generic/fr.yml".
  package let path: String
  package let text: String
  /// Why it could not be read; then the text is empty.
  let fault: Problem?

  package init(path: String, text: String) {
    self.path = path
    self.text = text
    fault = nil
  }

  /// A file that is there and could not be read.
  package init(path: String, fault: Problem) {
    self.path = path
    text = ""
    self.fault = fault
  }
}
