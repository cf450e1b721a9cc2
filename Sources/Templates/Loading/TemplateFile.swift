// TemplateFile.swift — the text of a template file and its name.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A template file as it was read.
package struct TemplateFile: Hashable, Sendable {
  /// For messages: "rules/invoice2data/shop.yml".
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The last part of its path: what `template_name` says.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Whether this is a template and no rule file of our own: it has keywords and no profile.
  package var isTemplate: Bool {
    let lines = text.split(whereSeparator: \.isNewline)
    let hasKeywords = lines.contains { line in
      line.hasPrefix("keywords:") || line.contains("\"keywords\"")
    }
    return hasKeywords && !lines.contains { $0.hasPrefix("profile:") }
  }
}
