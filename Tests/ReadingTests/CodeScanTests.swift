// CodeScanTests.swift — the codes on a page.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLeptonica
import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct CodeScanTests {
  private func sample(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Samples/" + name)))
  }

  private func document(_ bytes: [UInt8]) throws -> Document {
    try Readers.read(SourceBytes(bytes), plan: ReadingPlan(languages: ["fra"])).decoded
  }

  /// A page of 150 dpi with a code of 270 pixels at 900, 1200.
  @Test func `reads a QR code and knows its place`() throws {
    let codes = try document(sample("epc-code.png")).codes
    let code = try #require(codes.first)
    #expect(codes.count == 1 && code.kind == "qr" && code.page == 1)
    #expect(code.text.split(separator: "\n").prefix(2) == ["BCD", "002"])
    #expect(code.text.contains("FR7618459246071146541809941\nEUR120.00"))
    let frame = Invoicing.Box(left: 4320, top: 5760, right: 5616, bottom: 7056)
    #expect(frame.left <= code.box.left && code.box.right <= frame.right)
    #expect(frame.top <= code.box.top && code.box.bottom <= frame.bottom)
    #expect(code.box.width > 800 && code.box.height > 800)
  }

  @Test func `looks for codes only where a picture is mottled`() throws {
    let bytes = try sample("epc-code.png")
    let code = try #require(GreyImage(taking: pixReadMem(bytes, bytes.count)))
    let frame = Invoicing.Box(left: 900, top: 1200, right: 1170, bottom: 1470)
    let places = code.mottledPlaces(dotsPerInch: 150)
    let place = try #require(places.first)
    #expect(places.count == 1 && place.union(frame) == place)
    #expect(Int(place.width) * Int(place.height) * 8 < code.width * code.height)
    let alone = Invoicing.Box(left: 890, top: 1190, right: 1180, bottom: 1480)
    #expect(try #require(code.cropped(to: alone)).mottledPlaces(dotsPerInch: 150).count == 1)
    let text = Invoicing.Box(left: 0, top: 0, right: Int32(code.width), bottom: 800)
    #expect(try #require(code.cropped(to: text)).mottledPlaces(dotsPerInch: 150) == [])
  }

  @Test func `finds no code where none is`() throws {
    #expect(try document(sample("1-bit.png")).codes == [])
  }
}
