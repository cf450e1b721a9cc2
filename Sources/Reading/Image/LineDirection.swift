// LineDirection.swift — whether the lines of a page run across it or down.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica

extension GreyImage {
  /// Whether the lines of a page probably run across it, and not up or down; 5 ms.
  ///
  /// For a page that slopes little. Told by how much the ink changes from row to row and from column to
  /// column, as leptonica measures slopes: between lines of text it changes most.
  var hasLinesAcross: Bool {
    var ink = darkPixels()
    defer { pixDestroy(&ink) }
    var turned = pixRotate90(ink, 1)
    defer { pixDestroy(&turned) }
    var (across, down): (Float, Float) = (0, 0)
    guard pixFindDifferentialSquareSum(ink, &across) == 0,
      pixFindDifferentialSquareSum(turned, &down) == 0
    else { return true }
    return across >= down
  }
}
