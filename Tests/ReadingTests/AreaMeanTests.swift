// AreaMeanTests.swift — pictures made smaller, beside what leptonica makes of them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLeptonica
import Testing

@testable import Reading

@Suite struct AreaMeanTests {
  /// Factors, and a width of the source that words of four pixels do not fill.
  @Test(arguments: [(0.5, 0.45), (2.0 / 3, 2.0 / 3), (0.61, 0.4), (0.05, 0.69)])
  func `is what leptonica's area map makes`(x: Double, y: Double) throws {
    let image = try DrawnPage("guillemain-mai.pdf", dotsPerInch: 149).picture.image
    let mean = try #require(image.areaMean(x: x, y: y))
    let map = try #require(GreyImage(taking: pixScaleAreaMap(image.pix, Float(x), Float(y))))
    #expect(mean.equals(map))
  }

  @Test func `is nothing where no pixel is left`() throws {
    let image = try DrawnPage("guillemain-mai.pdf", dotsPerInch: 10).picture.image
    #expect(image.areaMean(x: 0.001, y: 0.5) == nil)
  }
}
