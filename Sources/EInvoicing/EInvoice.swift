// EInvoice.swift — the business terms of an electronic invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// The business terms of an electronic invoice, each with its place in the file.
package struct EInvoice: Hashable, Sendable {
  /// "cii", "ubl", "zugferd1".
  package let syntax: String
  /// The specification it follows (EN 16931-1 BT-24), nil when it names none.
  package let profile: String?
  package let draft: Draft
  /// Warnings about rules of its norm that it breaks, each under the rule's own name: "BR-CO-15".
  package let findings: [Finding]

  /// Reads a tree; nil when its root is none of an invoice.
  ///
  /// What is missing or cannot be read is absent from the draft.
  package init?(_ tree: MarkupTree) {
    guard let syntax = tree.invoiceSyntax.map(EInvoiceSyntax.named) else { return nil }
    self.syntax = syntax.name
    profile = syntax.profile.first(from: tree.root)?.text
    draft = TermReader(syntax: syntax, root: tree.root).draft()
    findings = Self.brokenRules(syntax: syntax, root: tree.root)
  }
}
