// StraightPage.swift — a page in even light whose lines are level.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A page in even light, dark on white, whose lines are level.
struct StraightPage {
  let picture: Picture
  /// How far the source was turned clockwise about its middle.
  let degrees: Double

  init(_ source: Picture) {
    let lit = source.image.darkAreasInverted(dotsPerInch: source.dotsPerInch).evenlyLit()
    degrees = Slope(of: lit).degrees
    let image = degrees == 0 ? lit : lit.turned(degrees: degrees)
    picture = Picture(image, dotsPerInch: source.dotsPerInch)
  }
}
