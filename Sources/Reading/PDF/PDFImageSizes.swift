// PDFImageSizes.swift — the sizes of a PDF's images, without decoding them.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The sizes of a PDF's images in pixels, as their dictionaries tell them.
///
/// Poppler tells an image's size only by decoding it: 70 ms for a page at 300 dpi. The dictionary of
/// an image stands in the open, since no stream is kept in an object stream (ISO 32000-1 section
/// 7.5.7); a size that it only refers to is not found.
struct PDFImageSizes {
  private let sizes: [(width: Double, height: Double)]

  init(in source: SourceBytes) {
    var sizes: [(Double, Double)] = []
    var place = 0
    while let found = source.firstIndex(of: "/Image", from: place) {
      place = found + 6
      let text = Self.dictionary(around: found, in: source.buffer)
      if let width = Self.number(after: "/Width", in: text),
        let height = Self.number(after: "/Height", in: text)
      {
        sizes.append((width, height))
      }
    }
    self.sizes = sizes
  }

  /// Dots per inch of an image that fills so many points; nil unless all images of its shape agree.
  func resolution(ofImageFilling size: (width: Double, height: Double)) -> Double? {
    let inches = [size.width, size.height].map { $0 / 72 }.sorted()
    guard inches[0] > 0 else { return nil }
    // A turned page shows the width of its image as a height: the longer sides belong together.
    let dots = sizes.map { [$0.width, $0.height].sorted() }
      .map { (x: $0[0] / inches[0], y: $0[1] / inches[1]) }
      .filter { abs($0.x - $0.y) < 0.03 * $0.y }.map { max($0.x, $0.y) }
    guard let least = dots.min(), let most = dots.max(), least > 0, most < least * 1.05 else {
      return nil
    }
    return most
  }

  /// From the last object's beginning before a place to the data of the stream after it.
  private static func dictionary(around place: Int, in bytes: UnsafeRawBufferPointer) -> Substring {
    let reach = 600
    let start = max(0, place - reach)
    let part = bytes[start..<min(place + reach, bytes.count)]
    let text = String(decoding: part, as: Unicode.ASCII.self)
    let middle = text.index(text.startIndex, offsetBy: place - start)
    let from = text[..<middle].ranges(of: " obj").last?.upperBound ?? text.startIndex
    let to = text[middle...].firstRange(of: "stream")?.lowerBound ?? text.endIndex
    return text[from..<to]
  }

  private static func number(after name: String, in text: Substring) -> Double? {
    guard let end = text.firstRange(of: name)?.upperBound else { return nil }
    let rest = text[end...].drop { $0.isWhitespace }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let following = rest[digits.endIndex...].drop { $0.isWhitespace }
    // "12 0 R" refers to a number that stands elsewhere.
    guard following.first?.isNumber != true else { return nil }
    return Double(digits).flatMap { $0 > 0 ? $0 : nil }
  }
}
