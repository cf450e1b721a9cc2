// PictureTextTests.swift — images on pages whose text is written.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLeptonica
import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct PictureTextTests {
  private static let plan = ReadingPlan(languages: ["fra"], readsPictures: true)

  /// A sample as an image of 480 × 110 pixels, in raw greys.
  private func image() throws -> [UInt8] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Samples/1-bit.png")
    let bytes = [UInt8](try Data(contentsOf: path))
    let grey = try #require(GreyImage(taking: pixReadMem(bytes, bytes.count)))
    return (0..<grey.height).flatMap { y in
      (0..<grey.width).map { x in
        var value: UInt32 = 0
        pixGetPixel(grey.pix, Int32(x), Int32(y), &value)
        return UInt8(value)
      }
    }
  }

  /// A written page with a picture of 160 × 37 points, 72 from the left and 300 from the bottom.
  private func page(_ pixels: [UInt8], besides lines: [UInt8], pages: Int = 1) throws -> Document {
    let entries = """
      /Type /XObject /Subtype /Image /Width 480 /Height 110 /BitsPerComponent 8
      /ColorSpace /DeviceGray
      """
    let file = MadePDF(
      content: lines + Array(" q 160 0 0 37 72 300 cm /I Do Q".utf8),
      pages: pages,
      objects: [MadePDF.stream(entries, pixels)],
      resources: "/XObject << /I 4 0 R >>"
    )
    return try Readers.read(SourceBytes(file.bytes), plan: Self.plan).decoded
  }

  private let lines = MadePDF.writing("Ateliers Exemple SAS", "Net a payer voir ci-dessous")

  @Test func `reads what stands in an image, at its place, on every page`() throws {
    let document = try page(image(), besides: lines, pages: 3)
    for page in document.pages {
      #expect(page.origin == .textLayer)
      let written = page.words.filter { !$0.isRecognised }
      #expect(written.map(\.text).joined(separator: " ").contains("Net a payer voir"))
      let shown = page.words.filter(\.isRecognised)
      #expect(shown.map(\.text) == ["Facture", "20240173"])
      let around = Box(left: 720, top: 8420 - 3370, right: 2320, bottom: 8420 - 3000)
      #expect(
        shown.allSatisfy { around.union($0.box) == around && $0.box.height > 100 },
        "\(shown)"
      )
    }
  }

  @Test func `leaves an image alone that the text layer speaks for`() throws {
    let hidden = Array("BT /F1 20 Tf 3 Tr 75 312 Td (Facture 20240178) Tj ET ".utf8)
    let document = try page(image(), besides: lines + hidden)
    let words = try #require(document.pages.first).words
    #expect(words.filter(\.isRecognised).isEmpty)
  }

  @Test func `passes over photographs and plain shapes`() throws {
    let places = 0..<(480 * 110)
    // Every grey, in no order: multiples of a prime.
    let noise: [UInt8] = places.map { place in UInt8(place * 7919 / 13 % 256) }
    let bars: [UInt8] = places.map { place in place % 480 < 200 ? 40 : 255 }
    for pixels in [noise, bars] {
      let words = try #require(try page(pixels, besides: lines).pages.first).words
      #expect(words.filter(\.isRecognised).isEmpty)
    }
  }
}
