// TemplateBook.swift — all templates in force, and which one applies to a document.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Glibc
package import Invoicing
import Patterns

/// All templates of invoice2data in force.
package struct TemplateBook: Sendable {
  /// Those of higher priority first, the others in the order of their files.
  package let templates: [Template]
  /// Changes when any file's text changes.
  package let version: String

  /// The book without a template.
  package static let empty = TemplateBook(templates: [], version: "")

  /// The book of these files, the first in rank first; what is wrong is left out and named.
  package static func load(_ files: [TemplateFile]) -> (book: TemplateBook, problems: [Problem]) {
    var templates: [Template] = []
    var problems: [Problem] = []
    for file in files {
      let (template, found) = TemplateFileReader.template(of: file)
      if let template { templates.append(template) }
      problems += found
    }
    let ranked = templates.enumerated().sorted {
      ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset)
    }
    let book = TemplateBook(
      templates: ranked.map(\.element),
      version: fingerprint(files.flatMap { [$0.path, $0.text] })
    )
    return (book, problems)
  }

  /// What the first template that applies makes of a document; nil where none applies.
  package func reading(of document: Document) -> TemplateReading? {
    guard !templates.isEmpty else { return nil }
    let grid = TextGrid(document)
    return template(for: grid.text.text).map { TemplateReading($0, on: grid) }
  }

  /// The first template all of whose keywords stand in a text, and none of those excluded.
  func template(for text: String) -> Template? {
    // A zero byte would end the search early.
    let text = text.utf8.contains(0) ? text.replacing("\0", with: " ") : text
    return text.withCString { haystack in
      templates.first { template in
        template.keywords.allSatisfy { $0.occurs(in: text, haystack) }
          && !template.excludedKeywords.contains { $0.occurs(in: text, haystack) }
      }
    }
  }
}

extension Keyword {
  /// Whether the text itself occurs, or else what it matches as a pattern.
  ///
  /// `haystack` is the searched text for C. A search that is given up found nothing.
  fileprivate func occurs(in searched: String, _ haystack: UnsafePointer<CChar>) -> Bool {
    if text.withCString({ strstr(haystack, $0) }) != nil { return true }
    guard let pattern else { return false }
    return (try? pattern.firstMatch(in: searched)) != nil
  }
}
