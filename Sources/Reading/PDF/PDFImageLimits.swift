// PDFImageLimits.swift — images that say they are larger than any page are not decoded.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// How large the images of a PDF say they are, before any is decoded.
///
/// The dictionary of an image stands in the open in every file: it heads a stream (ISO 32000-1
/// section 7.5.7), and only strings and streams are encrypted (section 7.6).
enum PDFImageLimits {
  /// Looks at every image that tells its size by numbers.
  ///
  /// - Throws: refusal `image-too-large` {width, height}.
  static func check(_ source: SourceBytes, _ limits: ReadingLimits) throws(Problem) {
    var next = 0
    while let place = source.firstIndex(of: "/Width", from: next) {
      next = place + 6
      guard let width = number(in: source, at: next), let height = height(in: source, near: place)
      else { continue }
      try ImageHeader(index: 0, width: width, height: height, samples: 1).check(limits)
    }
  }

  /// How far the entries of one dictionary may stand apart.
  private static let reach = 1024

  /// The height that stands in the same dictionary.
  private static func height(in source: SourceBytes, near place: Int) -> Int? {
    let window = max(0, place - reach)
    let start = source.lastIndex(of: "obj", from: window, to: place) ?? window
    let last = min(source.buffer.count, place + reach)
    let end = source.firstIndex(of: "stream", from: place, to: last) ?? last
    return source.firstIndex(of: "/Height", from: start, to: end).flatMap {
      number(in: source, at: $0 + 7)
    }
  }

  private static func number(in source: SourceBytes, at place: Int) -> Int? {
    var tokens = PDFTokens(source.buffer, at: place)
    return tokens.number()
  }
}
