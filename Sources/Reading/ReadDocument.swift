// ReadDocument.swift — what was read, as the JSON that is answered.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Invoicing

/// What was read of a file: each page is JSON from the moment that it is read, in whatever process.
package struct ReadDocument: Sendable {
  private let frame: [UInt8]
  private let pages: [EncodedPage]

  /// `document` has no pages yet.
  init(_ document: Document, pages: [EncodedPage]) {
    frame = encoded(document)
    self.pages = pages
  }

  /// The `ReadingAnswer` that says so, one line of JSON with its keys in order.
  package var answer: [UInt8] {
    // "pages" is the last key of a document, and an empty list until now.
    let end = Array("]}".utf8)
    var line = Array(#"{"read":{"_0":"#.utf8) + frame.dropLast(end.count)
    line.reserveCapacity(line.count + pages.reduce(8) { $0 + $1.json.count + 1 })
    for (index, page) in pages.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line += page.json
    }
    line += end
    line += "}}".utf8
    return line
  }
}

/// One page that was read.
struct EncodedPage: Sendable {
  /// How many words it has.
  let words: Int
  let findings: [Finding]
  let codes: [PageCode]
  /// The page itself.
  let json: [UInt8]

  init(words: Int, findings: [Finding], codes: [PageCode], json: [UInt8]) {
    self.words = words
    self.findings = findings
    self.codes = codes
    self.json = json
  }

  init(_ read: ReadPage) {
    self.init(
      words: read.page.words.count,
      findings: read.findings,
      codes: read.codes,
      json: encoded(read.page)
    )
  }
}

/// A value as JSON with its keys in order: the same value is the same bytes.
///
/// Texts and whole numbers can always be written. Were it not so, no bytes make an answer that nobody
/// can read, and the document is tried again.
private func encoded(_ value: some Encodable) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return (try? encoder.encode(value)).map(Array.init) ?? []
}
