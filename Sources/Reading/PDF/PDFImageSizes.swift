// PDFImageSizes.swift — the sizes of a PDF's images, without decoding them.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The sizes of a PDF's images in pixels, as their dictionaries tell them.
///
/// Poppler tells an image's size only by decoding it: 70 ms for a page at 300 dpi. The dictionary of
/// an image stands in the open in every file: it heads a stream (ISO 32000-1 section 7.5.7), and
/// only strings and streams are encrypted (section 7.6).
struct PDFImageSizes {
  private let sizes: [(width: Int, height: Int)]
  /// Images whose size stands elsewhere.
  private let unknown: Int

  init(in source: SourceBytes) {
    var sizes: [(width: Int, height: Int)] = []
    var unknown = 0
    var next = 0
    while let place = source.firstIndex(of: "/Width", from: next) {
      next = place + 6
      // The "/Widths" of a font are none.
      guard next < source.buffer.count, source.buffer[next] != UInt8(ascii: "s") else { continue }
      if let width = Self.number(in: source, at: next),
        let height = Self.height(in: source, near: place)
      {
        sizes.append((width, height))
      } else {
        unknown += 1
      }
    }
    self.sizes = sizes
    self.unknown = unknown
  }

  /// - Throws: refusal `image-too-large` {width, height}.
  func check(_ limits: ReadingLimits) throws(Problem) {
    for size in sizes {
      try ImageHeader(index: 0, width: size.width, height: size.height, samples: 1).check(limits)
    }
  }

  /// Whether some page may be a scan: one large image, strips as wide as the page, or many tiles.
  ///
  /// Logos are none of these, and then nobody need ask poppler where images stand, for which it runs
  /// through the page once more.
  func mayHoldScans(pages: Int) -> Bool {
    unknown > 0 || sizes.count > 12 * pages || stacks.contains(where: Self.mayBeSheet)
  }

  /// The images that follow each other with one width, as strips of a page do, as one.
  private var stacks: [(width: Int, height: Int)] {
    sizes.reduce(into: []) { stacks, size in
      if let last = stacks.last, last.width == size.width, !Self.mayBeSheet(size) {
        stacks[stacks.count - 1].height += size.height
      } else {
        stacks.append(size)
      }
    }
  }

  /// Whether it has the pixels of a page at 50 dpi, and a side as long as its short one at 72.
  private static func mayBeSheet(_ size: (width: Int, height: Int)) -> Bool {
    max(size.width, size.height) >= 600 && size.width * size.height >= 240_000
  }

  /// Whether some image is a square, as that of a QR code is.
  var holdsSquares: Bool { sizes.contains { $0.width == $0.height && $0.width >= 21 } }

  /// Dots per inch of an image that fills so many points; nil unless all images of its shape agree.
  func resolution(ofImageFilling size: (width: Double, height: Double)) -> Double? {
    let inches = [size.width, size.height].map { $0 / 72 }.sorted()
    guard inches[0] > 0 else { return nil }
    // A turned page shows the width of its image as a height: the longer sides belong together.
    let dots = sizes.map { [Double($0.width), Double($0.height)].sorted() }
      .map { (x: $0[0] / inches[0], y: $0[1] / inches[1]) }
      .filter { abs($0.x - $0.y) < 0.03 * $0.y }.map { max($0.x, $0.y) }
    guard let least = dots.min(), let most = dots.max(), least > 0, most < least * 1.05 else {
      return nil
    }
    return most
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

  /// The number itself; nil for "12 0 R", which refers to one that stands elsewhere.
  private static func number(in source: SourceBytes, at place: Int) -> Int? {
    var tokens = PDFTokens(source.buffer, at: place)
    guard let number = tokens.number() else { return nil }
    return tokens.number() != nil && tokens.skip("R") ? nil : number
  }
}
