// Picture.swift — a picture whose pixels are square and whose size on paper is known.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A picture with square pixels and its size on paper.
struct Picture {
  let image: GreyImage
  let dotsPerInch: Double

  init(_ image: GreyImage, dotsPerInch: Double) {
    self.image = image
    self.dotsPerInch = dotsPerInch
  }

  /// Takes the resolution that the file tells, zero when it tells none.
  ///
  /// Fax pages, which are finer across than down, are squared up. Where the resolution is missing
  /// or would make no sheet of paper, the page is taken for an A4 sheet, a long strip for a till
  /// receipt 80 mm wide.
  init(_ source: GreyImage, dotsPerInch told: (x: Double, y: Double)) {
    let size = (width: Double(source.width), height: Double(source.height))
    let believed = Self.isSheet(size, told) ? told : Self.assumed(size)
    dotsPerInch = max(believed.x, believed.y)
    let isSquare = abs(believed.x - believed.y) < 0.02 * dotsPerInch
    image =
      isSquare
      ? source : source.scaled(x: dotsPerInch / believed.x, y: dotsPerInch / believed.y)
  }

  /// The same at another resolution; at most four times as fine, more pixels hold no more text.
  func at(dotsPerInch wanted: Double) -> Picture {
    let reachable = min(wanted, dotsPerInch * 4)
    let factor = reachable / dotsPerInch
    guard abs(factor - 1) > 0.02 else { return self }
    return Picture(image.scaled(x: factor, y: factor), dotsPerInch: reachable)
  }

  /// Only these rows of pixels.
  func rows(_ rows: Range<Int>) -> Picture {
    let (top, bottom) = (Int32(rows.lowerBound), Int32(rows.upperBound))
    let area = Box(left: 0, top: top, right: Int32(image.width), bottom: bottom)
    return Picture(image.cropped(to: area) ?? image, dotsPerInch: dotsPerInch)
  }

  /// With so many pixels of white around it.
  func framed(by margin: Int32) -> Picture {
    Picture(image.framed(by: margin), dotsPerInch: dotsPerInch)
  }

  /// Turned clockwise by so many quarters.
  func turned(quarters: Int) -> Picture {
    quarters == 0 ? self : Picture(image.turned(quarters: quarters), dotsPerInch: dotsPerInch)
  }

  /// Whether the longer side is between 3.5 and 17 inches, and both directions agree by half.
  private static func isSheet(
    _ size: (width: Double, height: Double),
    _ told: (x: Double, y: Double)
  ) -> Bool {
    guard told.x > 0, told.y > 0, told.x / told.y < 2.6, told.y / told.x < 2.6 else {
      return false
    }
    return (3.5...17).contains(max(size.width / told.x, size.height / told.y))
  }

  private static func assumed(_ size: (width: Double, height: Double)) -> (x: Double, y: Double) {
    let (short, long) = (min(size.width, size.height), max(size.width, size.height))
    let dots = long > 2.2 * short ? short / 3.15 : long / 11.7
    return (max(1, dots), max(1, dots))
  }
}
