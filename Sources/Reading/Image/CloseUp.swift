// CloseUp.swift — small parts of a page as fine as the source has them.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Invoicing

/// Shows parts of a straightened page as fine as its source has them.
struct CloseUp {
  private let source: Picture
  private let page: StraightPage
  /// Pixels of the source for one of the page.
  private let scale: Double

  /// `page` is a straightened copy of the source at another resolution.
  init(of source: Picture, on page: StraightPage) {
    self.source = source
    self.page = page
    scale = source.dotsPerInch / page.picture.dotsPerInch
  }

  /// A part of the page, level, with a margin of white, at 300 dpi; nil when it lies outside.
  ///
  /// `area` is in pixels of the page.
  func part(_ area: Box) -> Shown? {
    let margin = max(4, area.height / 5)
    let wanted = Box(
      left: area.left - margin,
      top: area.top - margin,
      right: area.right + margin,
      bottom: area.bottom + margin
    )
    let radians = page.degrees * .pi / 180
    let (sine, cosine) = (sin(radians), cos(radians))
    let middle = (
      x: Double(page.picture.image.width) / 2, y: Double(page.picture.image.height) / 2
    )
    // Where the middle of the part stood before the page was turned clockwise.
    let x = Double(wanted.left + wanted.right) / 2 - middle.x
    let y = Double(wanted.top + wanted.bottom) / 2 - middle.y
    let before = (
      x: (x * cosine + y * sine + middle.x) * scale, y: (y * cosine - x * sine + middle.y) * scale
    )
    let half = (
      x: Double(wanted.width) / 2 * scale, y: Double(wanted.height) / 2 * scale
    )
    let reach = (x: half.x * cosine + half.y * abs(sine), y: half.y * cosine + half.x * abs(sine))
    guard let cut = source.image.cropped(to: box(around: before, reach)) else { return nil }
    let level = page.degrees == 0 ? cut : cut.turned(degrees: page.degrees)
    let center = (x: Double(cut.width) / 2, y: Double(cut.height) / 2)
    guard let part = level.cropped(to: box(around: center, half)) else { return nil }
    let shown = Picture(part.darkOnWhite(), dotsPerInch: source.dotsPerInch)
    return Shown(
      picture: shown.at(dotsPerInch: max(300, min(400, source.dotsPerInch))),
      area: wanted
    )
  }

  private func box(around middle: (x: Double, y: Double), _ half: (x: Double, y: Double)) -> Box {
    Box(
      left: Int32((middle.x - half.x).rounded()),
      top: Int32((middle.y - half.y).rounded()),
      right: Int32((middle.x + half.x).rounded()),
      bottom: Int32((middle.y + half.y).rounded())
    )
  }

  /// A part of a page.
  struct Shown {
    let picture: Picture
    /// What of the page is seen, in pixels of the page.
    let area: Box

    /// A place of the picture as a place of the page.
    func place(_ box: Box) -> Box {
      let factor = Double(area.width) / Double(max(1, picture.image.width))
      func moved(_ value: Int32, _ start: Int32) -> Int32 {
        start + Int32((Double(value) * factor).rounded())
      }
      return Box(
        left: moved(box.left, area.left),
        top: moved(box.top, area.top),
        right: moved(box.right, area.left),
        bottom: moved(box.bottom, area.top)
      )
    }
  }
}
