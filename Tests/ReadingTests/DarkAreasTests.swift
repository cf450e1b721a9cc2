// DarkAreasTests.swift — bands with light text are inverted, shadows are not.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLeptonica
import Testing

@testable import Reading

@Suite struct DarkAreasTests {
  /// Paper with a dark area of 300 × 60 pixels and strokes of a brightness on it.
  private func page(strokes: UInt8) throws -> GreyImage {
    let (width, height) = (600, 400)
    var pixels = [UInt8](repeating: 230, count: width * height * 4)
    for y in 100..<160 {
      for x in 100..<400 {
        let isStroke = (110..<150).contains(y) && x % 20 < 3
        for channel in 0..<4 { pixels[(y * width + x) * 4 + channel] = isStroke ? strokes : 90 }
      }
    }
    let image = pixels.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap {
        GreyImage(cairo: $0, width: width, height: height, stride: width * 4)
      }
    }
    return try #require(image)
  }

  private func brightness(_ image: GreyImage, _ x: Int32, _ y: Int32) -> UInt32 {
    var value: UInt32 = 0
    pixGetPixel(image.pix, x, y, &value)
    return value
  }

  @Test func `inverts an area with light strokes`() throws {
    let image = try page(strokes: 250).darkAreasInverted(dotsPerInch: 200)
    #expect(brightness(image, 200, 105) == 165)
    #expect(brightness(image, 50, 50) == 230)
  }

  @Test func `leaves a shadow with dark text as it is`() throws {
    let image = try page(strokes: 20).darkAreasInverted(dotsPerInch: 200)
    #expect(brightness(image, 210, 105) == 90)
  }
}
