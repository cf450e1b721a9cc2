// PageDrawing.swift — a PDF's page drawn to be recognised.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A PDF's page drawn at the resolution that recognition does best with.
struct PageDrawing {
  private let image: GreyImage
  private let dotsPerInch: Double
  private let number: Int

  /// Draws a page: a scan at its own resolution between 150 and 300 dpi, others at 300; less, but
  /// not under 150, where the page is large.
  ///
  /// - Throws: refusal `page-too-large` {page, width, height in inches}.
  init(
    _ picture: PagePicture,
    number: Int,
    sizes: PDFImageSizes,
    limits: ReadingLimits
  ) throws(Problem) {
    let (width, height) = picture.handle.size
    let area = width / 72 * height / 72
    let most = (Double(limits.drawnPixels) / area).squareRoot()
    // Tesseract takes no side over 32,767 pixels.
    let longest = 32_000 / (max(width, height) / 72)
    dotsPerInch = min(Self.wanted(for: picture, sizes), most, longest).rounded(.down)
    self.number = number
    guard dotsPerInch >= 150, let image = picture.handle.drawn(dotsPerInch: dotsPerInch) else {
      throw .pageTooLarge(number, width: width, height: height)
    }
    self.image = image
  }

  private static func wanted(
    for picture: PagePicture,
    _ sizes: PDFImageSizes
  ) -> Double {
    guard picture.isScan, let largest = picture.images.max(by: { $0.area < $1.area }),
      let native = sizes.resolution(ofImageFilling: largest.size)
        ?? picture.handle.resolution(of: largest)
    else { return 300 }
    return max(150, min(300, native))
  }

  var picture: Picture { Picture(image, dotsPerInch: dotsPerInch) }

  func recognised(by session: ReadingSession) throws(Problem) -> Page {
    try PageRecognition(picture, number: number).page(using: session)
  }
}
