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
    // Dark areas are known by their level edges.
    picture =
      abs(degrees) < 1 ? lit.turned(degrees: degrees) : source.turned(degrees: degrees).evenlyLit()
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
