// MottledPlaces.swift — whether a picture may hold a code.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica

extension GreyImage {
  /// Whether somewhere a place as large as a small code is inked as much as codes are.
  ///
  /// Codes are half ink, text is an eighth. Looking for their bars costs several times as much as
  /// this does.
  func isMottled(dotsPerInch: Double) -> Bool {
    let side = 16
    let columns = Int(dotsPerInch * 0.5) / side
    let rows = Int(dotsPerInch * 0.3) / side
    var ink = pixThresholdToBinary(pix, Int32(paperLevel * 66 / 100))
    defer { pixDestroy(&ink) }
    // A code alone may be as small as a place.
    guard columns > 0, rows > 0, let cells = GreyImage(taking: pixScaleToGray16(ink)),
      cells.width > columns * 2, cells.height > rows * 2
    else { return true }
    // The mean of the places that begin at each cell.
    let means = pixBlockconv(cells.pix, Int32(columns / 2), Int32(rows / 2))
    guard let means = GreyImage(taking: means) else { return true }
    return (0..<means.height).contains { row in
      (0..<means.width).contains { column in
        var light: UInt32 = 255
        pixGetPixel(means.pix, Int32(column), Int32(row), &light)
        return light < 180
      }
    }
  }
}
