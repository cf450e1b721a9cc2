// PagePicture.swift — how much of a page is a picture.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// How much of a page its images cover.
struct PagePicture {
  let handle: PopplerPageHandle
  let images: [PopplerPageHandle.PlacedImage]
  /// Percent of the page's area.
  let coverage: Int

  /// `mayShowImages`: false where it is known that images do not matter on this page.
  init(of handle: PopplerPageHandle, mayShowImages: Bool = true) {
    self.handle = handle
    images = mayShowImages ? handle.images() : []
    coverage = Self.coverage(of: images, on: handle.size)
  }

  /// Whether the page is one scan, alone or cut into strips.
  var isScan: Bool { coverage >= 85 }

  /// Whether the picture, and not the text layer, tells what the page says.
  ///
  /// The hidden text under a scan is another machine's guess, of unknown worth.
  func mustBeRecognised(insteadOf layer: TextLayer) -> Bool {
    if isScan || layer.quality.isGarbage { return true }
    // A stamp or a page number printed over a scan is not the page's text.
    return layer.quality.characters < (coverage >= 50 ? 200 : 10)
  }

  /// The share of the middles of a grid of squares, 40 by 40, that lie in some image.
  private static func coverage(
    of images: [PopplerPageHandle.PlacedImage],
    on size: (width: Double, height: Double)
  ) -> Int {
    guard !images.isEmpty else { return 0 }
    var covered = 0
    for row in 0..<40 {
      for column in 0..<40 {
        let x = (Double(column) + 0.5) * size.width / 40
        let y = (Double(row) + 0.5) * size.height / 40
        let isInside = images.contains {
          $0.left <= x && x <= $0.right && $0.top <= y && y <= $0.bottom
        }
        if isInside { covered += 1 }
      }
    }
    return covered * 100 / 1600
  }
}
