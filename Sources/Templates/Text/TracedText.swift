// TracedText.swift — a text that remembers from which words of the document it came.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Patterns

/// A text that remembers for each of its bytes the word of the document it came from.
///
/// Cutting, deleting and replacing keep the trace, so that a value found in a prepared text still has
/// a place on a page.
struct TracedText: Hashable, Sendable {
  private(set) var text = ""
  /// For each UTF-8 byte the index of a word in the grid; `noWord` for blanks.
  private(set) var trace: [Int32] = []

  /// The trace of a byte that no word holds.
  static let noWord: Int32 = -1

  init() {}

  /// A text that stands on no page.
  init(_ text: String) { append(text, from: Self.noWord) }

  var isEmpty: Bool { trace.isEmpty }

  mutating func append(_ more: String, from word: Int32) {
    text += more
    trace += repeatElement(word, count: more.utf8.count)
  }

  mutating func append(_ more: TracedText) {
    text += more.text
    trace += more.trace
  }

  /// The part between two UTF-8 offsets.
  func slice(_ range: Range<Int>) -> TracedText {
    var part = TracedText()
    let bounds = range.clamped(to: 0..<trace.count)
    part.text = text.slice(bounds)
    part.trace = Array(trace[bounds])
    return part
  }

  /// The part behind a UTF-8 offset.
  func suffix(from offset: Int) -> TracedText { slice(min(offset, trace.count)..<trace.count) }

  /// Without white space at its ends.
  var stripped: TracedText {
    let scalars = text.unicodeScalars
    let head = scalars.prefix { $0.properties.isWhitespace }
    guard head.endIndex < scalars.endIndex else { return TracedText() }
    let tail = scalars.reversed().prefix { $0.properties.isWhitespace }
    let start = text.utf8.distance(from: text.startIndex, to: head.endIndex)
    let end = trace.count - tail.reduce(0) { $0 + Unicode.UTF8.width($1) }
    return slice(start..<end)
  }

  /// The words it came from, each once, in ascending order.
  var words: [Int32] { Set(trace).subtracting([Self.noWord]).sorted() }

  /// Each scalar made into another text.
  func mapScalars(_ transform: (Unicode.Scalar) -> String) -> TracedText {
    var result = TracedText()
    var offset = 0
    for scalar in text.unicodeScalars {
      result.append(transform(scalar), from: trace[offset])
      offset += Unicode.UTF8.width(scalar)
    }
    return result
  }
}
