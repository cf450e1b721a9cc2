// GreyImage.swift — a picture in 256 greys.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

/// Owns one Pix of 8 bits per pixel, 0 black, 255 white.
///
/// Its pixels never change.
final class GreyImage {
  /// Valid as long as this object lives.
  let pix: UnsafeMutablePointer<Pix>

  /// Takes over a Pix; nil for nil.
  ///
  /// Any depth becomes grey, and what is transparent becomes white.
  init?(taking pix: UnsafeMutablePointer<Pix>?) {
    var source = pix
    defer { pixDestroy(&source) }
    guard let source, let grey = Self.grey(of: source) else { return nil }
    self.pix = grey
  }

  deinit {
    var owned: UnsafeMutablePointer<Pix>? = pix
    pixDestroy(&owned)
  }

  /// The picture that cairo drew in its format RGB24.
  init?(cairo data: UnsafeMutablePointer<UInt8>, width: Int, height: Int, stride: Int) {
    guard let grey = pixCreateNoInit(Int32(width), Int32(height), 8), let start = pixGetData(grey)
    else { return nil }
    let line = Int(pixGetWpl(grey)) * 4
    let bytes = UnsafeMutableRawPointer(start).assumingMemoryBound(to: UInt8.self)
    for row in 0..<height {
      let source = UnsafeRawPointer(data + row * stride)
      let target = bytes + row * line
      for column in 0..<width {
        // A word is 0RGB. Two fifths red and three fifths green: without blue, yellow markers turn
        // white and blue ink dark.
        let word = source.load(fromByteOffset: column &* 4, as: UInt32.self)
        let (red, green) = (word &>> 16 & 0xFF, word &>> 8 & 0xFF)
        // 6554 in 65536 is a tenth.
        target[column] = UInt8(truncatingIfNeeded: ((red &* 4 &+ green &* 6 &+ 5) &* 6554) &>> 16)
      }
    }
    // Leptonica keeps four pixels in a word, the first in its highest byte.
    pixEndianByteSwap(grey)
    pix = grey
  }

  var width: Int { Int(pixGetWidth(pix)) }
  var height: Int { Int(pixGetHeight(pix)) }

  /// Scaled by these factors.
  func scaled(x: Double, y: Double) -> GreyImage {
    x < 0.7 && y < 0.7
      ? areaMean(x: x, y: y) ?? self : changed(pixScale(pix, Float(x), Float(y)))
  }

  /// Turned clockwise by so many quarters.
  func turned(quarters: Int) -> GreyImage {
    changed(pixRotateOrth(pix, Int32(quarters & 3)))
  }

  /// The left side to the right.
  func mirrored() -> GreyImage { changed(pixFlipLR(nil, pix)) }

  /// Turned clockwise by some degrees, on a canvas of the same size; white comes in at the corners.
  func turned(degrees: Double) -> GreyImage {
    let radians = Float(degrees * .pi / 180)
    return changed(pixRotate(pix, radians, Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0))
  }

  /// A part of it; nil when it lies outside.
  func cropped(to area: Invoicing.Box) -> GreyImage? {
    var box = boxCreate(area.left, area.top, area.width, area.height)
    defer { boxDestroy(&box) }
    return GreyImage(taking: pixClipRectangle(pix, box, nil))
  }

  /// With even light on white paper: shadows and folds are gone.
  func evenlyLit() -> GreyImage {
    let even = changed(pixBackgroundNormSimple(pix, nil, nil))
    // Leptonica makes paper a light grey. What deskewing brings in is white, and tesseract's one
    // threshold for the page would part the paper from that instead of the ink from the paper.
    return changed(pixGammaTRC(nil, even.pix, 1, 10, 195))
  }

  /// Whether the paper is much darker in some places than in others, as on a photograph.
  ///
  /// Told by the brightest pixels of squares about 5 mm wide: of scans, stained ones too, the darkest
  /// tenth has nine tenths of the brightness of the lightest; of photographs, two thirds at most.
  var isUnevenlyLit: Bool {
    let side = Int32(max(8, width / 40))
    let squares = pixScaleGrayMinMax(pix, side, side, Int32(L_CHOOSE_MAX))
    guard let brightest = GreyImage(taking: squares) else { return false }
    var (dark, light): (UInt32, UInt32) = (0, 0)
    guard pixGetRankValue(brightest.pix, 1, 0.1, &dark) == 0,
      pixGetRankValue(brightest.pix, 1, 0.9, &light) == 0
    else { return false }
    return dark * 10 < light * 7
  }

  /// With these rectangles painted white; places in pixels.
  func blanked(_ boxes: [Invoicing.Box]) -> GreyImage {
    guard let copy = pixCopy(nil, pix) else { return self }
    for box in boxes {
      var area = boxCreate(box.left, box.top, box.width, box.height)
      pixSetInRect(copy, area)
      boxDestroy(&area)
    }
    return changed(copy)
  }

  /// Dark made light and light dark.
  var inverted: GreyImage? { GreyImage(taking: pixInvert(nil, pix)) }

  /// With a white frame of so many pixels.
  func framed(by pixels: Int32) -> GreyImage {
    changed(pixAddBorder(pix, pixels, 255))
  }

  /// Whether every pixel is the same.
  func equals(_ other: GreyImage) -> Bool {
    var same: Int32 = 0
    guard width == other.width, height == other.height else { return false }
    return pixEqual(pix, other.pix, &same) == 0 && same == 1
  }

  /// Hundred-thousandths of the area that are ink, darker than a middle grey.
  var inkShare: Int {
    var share: Float = 0
    var binary = pixThresholdToBinary(pix, 140)
    defer { pixDestroy(&binary) }
    guard let binary, pixForegroundFraction(binary, &share) == 0 else { return 100_000 }
    return Int(share * 100_000)
  }

  /// Of these rows of pixels, one where a page can be cut without cutting letters.
  func emptiestRow(in rows: Range<Int>) -> Int {
    var box = boxCreate(0, Int32(rows.lowerBound), Int32(width), Int32(rows.count))
    defer { boxDestroy(&box) }
    var part = pixClipRectangle(pix, box, nil)
    defer { pixDestroy(&part) }
    var binary = part.flatMap { pixThresholdToBinary($0, 160) }
    defer { pixDestroy(&binary) }
    var counts = binary.flatMap { pixCountPixelsByRow($0, nil) }
    defer { numaDestroy(&counts) }
    guard let counts else { return rows.upperBound }
    // In the middle of the widest gap: rules that run down and specks count little.
    let ink = (0..<numaGetCount(counts)).map { index in
      var count: Int32 = 0
      return numaGetIValue(counts, index, &count) == 0 ? count : .max
    }
    let least = (ink.min() ?? 0) + Int32(width / 200)
    var best = 0..<0
    var start = 0
    for index in 0...ink.count where index == ink.count || ink[index] > least {
      if index - start > best.count { best = start..<index }
      start = index + 1
    }
    return rows.lowerBound + best.lowerBound + best.count / 2
  }

  /// Wraps what leptonica made; where it could not (memory), the picture stays as it is.
  private func changed(_ result: UnsafeMutablePointer<Pix>?) -> GreyImage {
    GreyImage(taking: result) ?? self
  }

  private static func grey(of pix: UnsafeMutablePointer<Pix>) -> UnsafeMutablePointer<Pix>? {
    if pixGetDepth(pix) == 8, pixGetColormap(pix) == nil { return pixClone(pix) }
    guard pixGetSpp(pix) == 4 else { return pixConvertTo8(pix, 0) }
    var opaque = pixRemoveAlpha(pix)
    defer { pixDestroy(&opaque) }
    return opaque.flatMap { pixConvertTo8($0, 0) }
  }
}
