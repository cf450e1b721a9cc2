// DarkAreas.swift — light text on dark areas made dark text on light.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

extension GreyImage {
  /// The brightness of the paper: where the histogram is fullest above a dark grey.
  var paperLevel: Int {
    var histogram = pixGetGrayHistogram(pix, 4)
    defer { numaDestroy(&histogram) }
    let counts = (0..<256).map { level -> Float in
      var count: Float = 0
      numaGetFValue(histogram, Int32(level), &count)
      return count
    }
    let reach = 4
    let levels = 100..<(256 - reach)
    return levels.max { first, second in
      let sums = [first, second].map { counts[($0 - reach)...($0 + reach)].reduce(0, +) }
      return sums[0] < sums[1]
    } ?? 255
  }

  /// What is much darker than the paper, in one bit per pixel; whoever asks destroys it.
  func darkPixels() -> UnsafeMutablePointer<Pix>? {
    pixThresholdToBinary(pix, Int32(paperLevel * 66 / 100))
  }

  /// Bands with light text, as tables have for their headings, become light with dark text.
  ///
  /// Tesseract can do so line by line, for a third more time on every page.
  func darkAreasInverted(dotsPerInch: Double) -> GreyImage {
    var dark = darkPixels()
    defer { pixDestroy(&dark) }
    // Closing fills the letters inside a band; opening drops text and rules outside it.
    let stroke = Int32(dotsPerInch * 0.045) | 1
    var filled = pixCloseCompBrick(nil, dark, stroke, stroke)
    defer { pixDestroy(&filled) }
    var areas = pixOpenCompBrick(nil, filled, Int32(dotsPerInch / 4), Int32(dotsPerInch / 10))
    defer { pixDestroy(&areas) }
    var parts: UnsafeMutablePointer<Pixa>?
    defer { pixaDestroy(&parts) }
    var places = pixConnComp(areas, &parts, 8)
    defer { boxaDestroy(&places) }
    guard boxaGetCount(places) > 0, let result = pixCopy(nil, pix) else { return self }
    for index in 0..<boxaGetCount(places) {
      var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
      boxaGetBoxGeometry(places, index, &x, &y, &width, &height)
      var mask = pixaGetPix(parts, index, Int32(L_CLONE))
      defer { pixDestroy(&mask) }
      guard holdsLightStrokes(mask, x, y) else { continue }
      let place = Invoicing.Box(left: x, top: y, right: x + width, bottom: y + height)
      var inverse = cropped(to: place).flatMap { pixInvert(nil, $0.pix) }
      defer { pixDestroy(&inverse) }
      pixCombineMaskedGeneral(result, inverse, mask, x, y)
    }
    return GreyImage(taking: result) ?? self
  }

  /// Whether what stands in an area is lighter than the area: a shadow has dark text on it.
  private func holdsLightStrokes(_ mask: UnsafeMutablePointer<Pix>?, _ x: Int32, _ y: Int32) -> Bool
  {
    let levels = [Float(0.02), 0.5, 0.98].map { share -> Float in
      var value: Float = 0
      pixGetRankValueMasked(pix, mask, x, y, 2, share, &value, nil)
      return value
    }
    return levels[2] - levels[1] > levels[1] - levels[0]
  }

  /// A small part of a page in full contrast, dark ink on white, also where it was light on dark.
  func darkOnWhite() -> GreyImage {
    let levels = [0.02, 0.5, 0.98].map(brightness)
    let isDark = levels[1] - levels[0] < levels[2] - levels[1]
    let (ink, paper) = isDark ? (255 - levels[2], 255 - levels[1]) : (levels[0], levels[1])
    guard paper - ink > 20 else { return self }
    var image: GreyImage = self
    if isDark, let inverse = inverted { image = inverse }
    let white = paper - (paper - ink) / 10
    return GreyImage(taking: pixGammaTRC(nil, image.pix, 1, Int32(ink), Int32(white))) ?? image
  }

  /// The brightness below which this share of the pixels lies.
  private func brightness(below share: Double) -> Int {
    var value: UInt32 = 0
    guard pixGetRankValue(pix, 1, Float(share), &value) == 0 else { return 0 }
    return Int(value)
  }
}
