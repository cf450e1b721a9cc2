// StraightPage.swift — a page in even light whose lines are level.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A page in even light, dark on white, whose lines are level.
struct StraightPage {
  let picture: Picture
  /// How far the source was turned clockwise about its middle.
  let degrees: Double

  init(_ source: Picture) {
    let lit = source.evenlyLit()
    degrees = Slope(of: lit.image).degrees
    guard abs(degrees) >= 1 else {
      picture = lit.turned(degrees: degrees)
      return
    }
    // Dark areas are known by their level edges. On a photograph the table around the sheet and its
    // shadows go first: beside the white of the new corners they would be dark areas themselves.
    let even = source.image.isUnevenlyLit ? source.image.evenlyLit() : source.image
    picture = Picture(even, dotsPerInch: source.dotsPerInch).turned(degrees: degrees).evenlyLit()
  }
}

extension Picture {
  /// Turned clockwise by some degrees about its middle.
  fileprivate func turned(degrees: Double) -> Picture {
    degrees == 0 ? self : Picture(image.turned(degrees: degrees), dotsPerInch: dotsPerInch)
  }

  /// Dark on white paper everywhere.
  fileprivate func evenlyLit() -> Picture {
    let even = image.darkAreasInverted(dotsPerInch: dotsPerInch).evenlyLit()
    return Picture(even, dotsPerInch: dotsPerInch)
  }
}
