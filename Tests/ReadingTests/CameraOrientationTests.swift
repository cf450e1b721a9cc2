// CameraOrientationTests.swift — pictures stand upright whatever way the camera was held.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLeptonica
import Invoicing
import Testing

@testable import Reading

@Suite struct CameraOrientationTests {
  /// A picture of these rows of greys.
  private func image(_ rows: [[UInt8]]) throws -> GreyImage {
    let width = try #require(rows.first?.count)
    let pix = try #require(pixCreate(Int32(width), Int32(rows.count), 8))
    for (y, row) in rows.enumerated() {
      for (x, grey) in row.enumerated() { pixSetPixel(pix, Int32(x), Int32(y), UInt32(grey)) }
    }
    return try #require(GreyImage(taking: pix))
  }

  private func rows(_ image: GreyImage) -> [[UInt8]] {
    (0..<image.height).map { y in
      (0..<image.width).map { x in
        var value: UInt32 = 0
        pixGetPixel(image.pix, Int32(x), Int32(y), &value)
        return UInt8(value)
      }
    }
  }

  /// The start of a JPEG with this tag, in the order of bytes of most cameras or the other one.
  private func head(_ value: UInt8, isLittle: Bool) -> [UInt8] {
    let order: [UInt8] =
      isLittle ? [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0] : [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8]
    let entry: [UInt8] =
      isLittle
      ? [1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, value, 0, 0, 0]
      : [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0]
    let exif = Array("Exif\0\0".utf8) + order + entry
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + [0xFF, 0xDA, 0, 2]
  }

  /// What is stored of the upright picture 1 2 3 over 4 5 6: the tag names the sides of the upright
  /// picture at which the stored first row and first column stand.
  @Test(
    arguments: [
      (1, [[1, 2, 3], [4, 5, 6]]), (2, [[3, 2, 1], [6, 5, 4]]), (3, [[6, 5, 4], [3, 2, 1]]),
      (4, [[4, 5, 6], [1, 2, 3]]), (5, [[1, 4], [2, 5], [3, 6]]), (6, [[3, 6], [2, 5], [1, 4]]),
      (7, [[6, 3], [5, 2], [4, 1]]), (8, [[4, 1], [5, 2], [6, 3]]),
    ] as [(UInt8, [[UInt8]])]
  )
  func `turns and mirrors what is stored`(value: UInt8, stored: [[UInt8]]) throws {
    for isLittle in [true, false] {
      let orientation = CameraOrientation(of: head(value, isLittle: isLittle), as: .jpeg)
      #expect(orientation.value == Int(value))
      #expect(rows(orientation.applied(to: try image(stored))) == [[1, 2, 3], [4, 5, 6]])
    }
  }

  @Test func `leaves a picture alone that says nothing, or nonsense`() {
    #expect(CameraOrientation(of: [0xFF, 0xD8, 0xFF, 0xE1, 0xFF], as: .jpeg).value == 1)
    #expect(CameraOrientation(of: head(9, isLittle: true), as: .jpeg).value == 1)
    #expect(CameraOrientation(of: Array(head(6, isLittle: true).prefix(20)), as: .jpeg).value == 1)
  }
}
