// MadeDocument.swift — documents for tests, typed on a typewriter.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

@testable import Templates

extension Document {
  /// A document whose pages are typed: a character is 6 points wide, a line 12 points high.
  static func typed(_ pages: String..., format: DocumentFormat = .pdf) throws -> Document {
    let id = DocumentID(digest: Array(repeating: UInt8(0), count: 32))
    return Document(
      id: id,
      format: format,
      pages: pages.enumerated().map { number, text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let words = lines.enumerated().flatMap { Self.words(of: $1, line: Int32($0)) }
        return Page(
          number: number + 1,
          width: 5950,
          height: 8420,
          origin: .textLayer,
          words: words
        )
      }
    )
  }

  private static func words(of line: Substring, line number: Int32) -> [Word] {
    var words: [Word] = []
    var column: Int32 = 0
    for part in line.split(separator: " ", omittingEmptySubsequences: false) {
      let width = Int32(part.unicodeScalars.count)
      if width > 0 {
        let box = Box(
          left: column * 60,
          top: number * 120,
          right: (column + width) * 60,
          bottom: number * 120 + 100
        )
        words.append(Word(text: String(part), box: box))
      }
      column += width + 1
    }
    return words
  }
}

/// What a template makes of typed pages.
func reading(_ template: String, of text: String) throws -> TemplateReading? {
  let (book, _) = TemplateBook.load([TemplateFile(path: "made/shop.yml", text: template)])
  return book.reading(of: try .typed(text))
}

/// A template for the pages of "Made Shop" with these fields and further keys.
func template(_ fields: String, _ more: String = "") -> String {
  let indented = fields.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
  return """
    issuer: Made Shop
    keywords: [Made Shop]
    required_fields: []
    \(more)
    fields:
    \(indented.joined(separator: "\n"))
    """
}
