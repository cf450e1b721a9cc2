// GlyphShape.swift — what a printed character looks like, whatever its size.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

/// What a printed character looks like: its ink in 16 rows of squares, its proportions kept.
struct GlyphShape {
  /// Pixels on the picture.
  let height: Int32
  /// Darkness of the squares, 0...255, row by row, the glyph in the middle.
  private let ink: [UInt8]

  private static let rows = 16
  private static let columns = 24

  /// The shapes of a word's characters from left to right; what overlaps in width is one character.
  ///
  /// `box` is in pixels of `page`, dark on white.
  static func shapes(of box: Invoicing.Box, on page: GreyImage) -> [GlyphShape] {
    guard let word = page.cropped(to: box) else { return [] }
    return word.glyphs().compactMap { GlyphShape($0, in: word) }
  }

  /// The shapes of a word of so many characters; nil where its ink cannot be parted so.
  static func shapes(of box: Invoicing.Box, on page: GreyImage, count: Int) -> [GlyphShape]? {
    guard let word = page.cropped(to: box), let glyphs = word.glyphs(count: count) else {
      return nil
    }
    let shapes = glyphs.compactMap { GlyphShape($0, in: word) }
    return shapes.count == count ? shapes : nil
  }

  private init?(_ box: Invoicing.Box, in word: GreyImage) {
    guard let glyph = word.cropped(to: box) else { return nil }
    let factor = Double(Self.rows) / Double(box.height)
    let width = min(Self.columns, max(1, Int((Double(box.width) * factor).rounded())))
    var scaled = pixScaleToSize(glyph.pix, Int32(width), Int32(Self.rows))
    defer { pixDestroy(&scaled) }
    guard scaled != nil else { return nil }
    var ink = [UInt8](repeating: 0, count: Self.rows * Self.columns)
    let start = (Self.columns - width) / 2
    for row in 0..<Self.rows {
      for column in 0..<width {
        var value: UInt32 = 255
        pixGetPixel(scaled, Int32(column), Int32(row), &value)
        ink[row * Self.columns + start + column] = UInt8(255 - min(255, value))
      }
    }
    height = box.height
    self.ink = ink
  }

  /// How unlike two shapes are: 0 the same, 1000 no ink in common.
  func distance(to other: GlyphShape) -> Int {
    var different = 0
    var sum = 0
    for (first, second) in zip(ink, other.ink) {
      different += abs(Int(first) - Int(second))
      sum += Int(first) + Int(second)
    }
    return sum == 0 ? 0 : different * 1000 / sum
  }
}
