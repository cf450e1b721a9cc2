// Stationery.swift — text printed on a page-wide image, told from hidden text under a scan.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import CPoppler
internal import Invoicing

/// Compares a page with its images alone, to tell letter paper with text printed on it from a scan
/// whose text another machine has guessed and hidden.
///
/// Decodes the images and draws the page: 100 ms, a tenth of what recognition costs.
struct Stationery {
  private let page: GreyImage
  private let images: GreyImage
  private let scale: Double

  /// Nil when the page or its images cannot be drawn.
  init?(_ picture: PagePicture) {
    let (width, height) = picture.handle.size
    let whole = PointArea(left: 0, top: 0, right: width, bottom: height)
    // A page of any size at less than four million pixels.
    let dotsPerInch = min(100, (4e6 / max(1, whole.size)).squareRoot() * 72)
    // A scan in more strips than that is no letter paper.
    guard picture.images.count <= 40,
      let page = picture.handle.drawn(dotsPerInch: dotsPerInch),
      let images = GreyImage.drawn(
        whole,
        dotsPerInch: dotsPerInch,
        by: { context in
          for image in picture.images { picture.handle.draw(image, on: context) }
        }
      )
    else { return nil }
    (self.page, self.images, scale) = (page, images, dotsPerInch / 720)
  }

  /// Whether words are seen on the page where its images have nothing.
  func carries(_ words: [Word]) -> Bool {
    var (pageInk, imageInk) = (page.ink, images.ink)
    defer {
      pixDestroy(&pageInk)
      pixDestroy(&imageInk)
    }
    guard let pageInk, let imageInk, isPart(imageInk, of: pageInk) else { return false }
    let looked = words.prefix(300)
    let seen = looked.count { word in
      let (onPage, onImages) = (count(pageInk, in: word.box), count(imageInk, in: word.box))
      return onPage > 0 && onImages * 5 <= onPage
    }
    return seen * 10 >= looked.count * 9
  }

  /// Whether the images stand on the page as they were drawn here: they may be mirrored or masked.
  private func isPart(
    _ images: UnsafeMutablePointer<Pix>,
    of page: UnsafeMutablePointer<Pix>
  ) -> Bool {
    var thick = pixDilateBrick(nil, page, 3, 3)
    var rest = pixSubtract(nil, images, thick)
    defer {
      pixDestroy(&thick)
      pixDestroy(&rest)
    }
    return count(rest) * 20 <= count(images)
  }

  private func count(_ ink: UnsafeMutablePointer<Pix>?, in area: Invoicing.Box? = nil) -> Int {
    var count: Int32 = 0
    guard let area else { return pixCountPixels(ink, &count, nil) == 0 ? Int(count) : 0 }
    func pixels(_ tenths: Int32) -> Int32 { Int32(Double(tenths) * scale) }
    let (left, top) = (pixels(area.left), pixels(area.top))
    var box = boxCreate(left, top, pixels(area.right) - left + 1, pixels(area.bottom) - top + 1)
    defer { boxDestroy(&box) }
    var part = pixClipRectangle(ink, box, nil)
    defer { pixDestroy(&part) }
    return pixCountPixels(part, &count, nil) == 0 ? Int(count) : 0
  }
}

extension GreyImage {
  /// What is darker than a middle grey; a new reference.
  fileprivate var ink: UnsafeMutablePointer<Pix>? { pixThresholdToBinary(pix, 140) }
}
