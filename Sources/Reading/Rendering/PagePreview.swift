// PagePreview.swift — one page as a small grey picture.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

/// Draws one page for people to look at: boxes of the document's page fit on it once scaled.
struct PagePreview {
  let frame: PageFrame
  /// Pixels.
  let width: Int
  let pages: any DrawnPages
  let limits: ReadingLimits

  /// Pixels that a preview may be wide.
  static let widths = 50...4000

  /// The PNG.
  ///
  /// - Throws: refusals of the format's reader; fault `rendering-failed` {reason}.
  func bytes() throws(Problem) -> [UInt8] {
    guard let image = try image() else { throw Self.failed("memory") }
    var data: UnsafeMutablePointer<l_uint8>?
    var size = 0
    defer { lept_free(data) }
    guard pixWriteMemPng(&data, &size, image.pix, 0) == 0, let data else {
      throw Self.failed("png")
    }
    return Array(UnsafeBufferPointer(start: data, count: size))
  }

  private func image() throws(Problem) -> GreyImage? {
    // A strip is not drawn a mile long.
    let most = Double(limits.drawnPixels)
    let columns = Double(min(max(width, Self.widths.lowerBound), Self.widths.upperBound))
    let wanted = columns * columns * Double(frame.height) / Double(max(1, frame.width))
    let pixels = wanted > most ? columns * (most / wanted).squareRoot() : columns
    guard frame.origin == .recognised else {
      return try drawn(dotsPerInch: pixels * 720 / Double(max(1, frame.width)))
    }
    let image = try pages.straight(frame, limits: limits).picture.image
    let scale = pixels / Double(image.width)
    return image.scaled(x: scale, y: scale)
  }

  private func drawn(dotsPerInch: Double) throws(Problem) -> GreyImage? {
    let size = try pages.size(of: frame.number)
    var problem: Problem?
    let image = GreyImage.drawn(
      PointArea(left: 0, top: 0, right: size.width, bottom: size.height),
      dotsPerInch: dotsPerInch
    ) { context in
      do throws(Problem) { try pages.draw(frame.number, on: context) } catch { problem = error }
    }
    if let problem { throw problem }
    return image
  }

  private static func failed(_ reason: String) -> Problem {
    Problem(.fault, "rendering-failed", ["reason": reason])
  }
}
