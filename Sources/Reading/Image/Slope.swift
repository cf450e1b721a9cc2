// Slope.swift — how far the lines of a page stand from level.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica

/// How far the lines of a page stand from level.
struct Slope {
  /// To be turned clockwise until they are level; 0 when they are, or when nothing can be told.
  let degrees: Double

  /// Measured on the ink of a page on white paper, up to seven degrees either way.
  init(of page: GreyImage) {
    var ink = pixThresholdToBinary(page.pix, 150)
    defer { pixDestroy(&ink) }
    var angle: Float = 0
    var confidence: Float = 0
    let failed = pixFindSkewSweepAndSearch(ink, &angle, &confidence, 4, 2, 7, 1, 0.01)
    // Leptonica's own bound for a trustworthy angle is 3; sparse pages stay a little below.
    degrees = failed == 0 && confidence > 2 && abs(angle) > 0.1 ? Double(angle) : 0
  }
}
