// MottledPlaces.swift — where a picture may hold codes.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

extension GreyImage {
  /// Places, in pixels, that hold all codes of a picture: where somewhere in a place as large as a small
  /// code as much is inked as in codes, with 0.6 inches around for their ends and the white beside them.
  ///
  /// Codes are half ink, text is an eighth. Looking for bars on the whole page costs several times as
  /// much as this does.
  func mottledPlaces(dotsPerInch: Double) -> [Invoicing.Box] {
    let side: Int32 = 16
    let columns = Int32(dotsPerInch * 0.5) / side
    let rows = Int32(dotsPerInch * 0.3) / side
    let whole = Invoicing.Box(left: 0, top: 0, right: Int32(width), bottom: Int32(height))
    var ink = darkPixels()
    defer { pixDestroy(&ink) }
    // A code alone may be as small as a place.
    guard columns > 0, rows > 0, let cells = GreyImage(taking: pixScaleToGray16(ink)),
      cells.width > columns * 2, cells.height > rows * 2
    else { return [whole] }
    // The mean of the places that begin at each cell.
    let means = pixBlockconv(cells.pix, columns / 2, rows / 2)
    guard let means = GreyImage(taking: means) else { return [whole] }
    var mottled = pixThresholdToBinary(means.pix, 180)
    defer { pixDestroy(&mottled) }
    let reach = Int32(dotsPerInch * 0.6) / side * 2 + 1
    var places = pixDilateBrick(nil, mottled, reach, reach)
    defer { pixDestroy(&places) }
    // What does not fill a cell at the right and at the bottom belongs to the last one.
    let boxes = connectedBoxes(of: places).map { place in
      Invoicing.Box(
        left: place.left * side,
        top: place.top * side,
        right: place.right < cells.width ? place.right * side : whole.right,
        bottom: place.bottom < cells.height ? place.bottom * side : whole.bottom
      )
    }
    // Places around places are together larger than the picture.
    let area = boxes.reduce(0) { $0 + Int($1.width) * Int($1.height) }
    return area < width * height ? boxes : [whole]
  }
}
