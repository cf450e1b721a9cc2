// RenderingTests.swift — pages are drawn so that the boxes of their words fit.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLeptonica
import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct RenderingTests {
  private func file(_ path: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  private func read(_ bytes: [UInt8]) throws -> Document {
    try Readers.read(SourceBytes(bytes), plan: ReadingPlan(languages: ["fra", "deu"])).decoded
  }

  private func searchable(_ bytes: [UInt8], _ document: Document) throws -> PopplerFile {
    let words = [UInt8](try JSONEncoder().encode(document))
    let made = try Rendering.bytes(
      for: .searchablePDF(documentBytes: words.count),
      from: SourceBytes(words + bytes),
      limits: ReadingLimits()
    )
    return try PopplerFile(SourceBytes(made))
  }

  private func preview(_ bytes: [UInt8], _ page: Page, width: Int) throws -> GreyImage {
    let made = try Rendering.bytes(
      for: .preview(PageFrame(page), width: width),
      from: SourceBytes(bytes),
      limits: ReadingLimits()
    )
    return try #require(GreyImage(taking: pixReadMem(made, made.count)))
  }

  /// How many tenths of a point the edges of a word are apart from those of its like, at most.
  private func distance(of word: Word, from others: [Word]) -> Int32? {
    others.filter { $0.text == word.text }.map { other in
      [
        other.box.left - word.box.left, other.box.top - word.box.top,
        other.box.right - word.box.right, other.box.bottom - word.box.bottom,
      ].map(abs).max() ?? 0
    }.min()
  }

  /// How much of the ink of a preview lies inside the boxes, per mille.
  private func inkInside(_ words: [Word], _ page: Page, on image: GreyImage) -> Int {
    let scale = Double(image.width) / Double(page.width)
    let boxes = words.map { word in
      Box(
        left: Int32(Double(word.box.left) * scale) - 1,
        top: Int32(Double(word.box.top) * scale) - 1,
        right: Int32(Double(word.box.right) * scale) + 2,
        bottom: Int32(Double(word.box.bottom) * scale) + 2
      )
    }
    let all = image.inkShare
    return all == 0 ? 0 : (all - image.blanked(boxes).inkShare) * 1000 / all
  }

  @Test(
    arguments: [
      "../../watch/samples/scan-kessler.pdf", "Samples/turned.jpg", "Samples/turned.png",
      "Samples/turned.tif", "Samples/cmyk.jpg", "Samples/fax.tif", "Samples/jbig2.pdf",
    ]
  )
  func `finds every recognised word in the searchable PDF at its box`(path: String) throws {
    let bytes = try file(path)
    let document = try read(bytes)
    let page = try #require(document.pages.first)
    let made = try searchable(bytes, document)
    #expect(made.pageCount == document.pages.count)
    let handle = try #require(made.page(at: 0))
    #expect(abs(tenths(handle.size.width) - page.width) <= 1)
    let found = TextLayer(handle.characters()).words
    // Sizes come in steps, and a scan may slope.
    let far = page.words.filter { distance(of: $0, from: found).map { $0 > 40 } ?? true }
    #expect(far.count * 20 <= page.words.count, "\(far.prefix(3))")
    // The picture shows what the words say.
    let drawn = try #require(handle.drawn(dotsPerInch: 100))
    #expect(inkInside(found, page, on: drawn) > 550)
  }

  @Test func `shows the picture that was read where the file has another view`() throws {
    let bytes = try file("Samples/cmyk.jpg")
    let page = try #require(try read(bytes).pages.first)
    // As if a sheet of another shape had been found on it.
    let sheet = Page(
      number: 1,
      width: page.width,
      height: page.height * 2,
      origin: .recognised,
      words: page.words
    )
    let document = Document(id: SourceBytes(bytes).id, format: .jpeg, pages: [sheet])
    let made = try searchable(bytes, document)
    let handle = try #require(made.page(at: 0))
    #expect(abs(tenths(handle.size.height) - sheet.height) <= 1)
    #expect(try #require(handle.drawn(dotsPerInch: 50)).inkShare > 1000)
  }

  @Test func `keeps the text of a page that was written`() throws {
    let bytes = try file("../../watch/samples/bertholet-FC202501268.pdf")
    let document = try read(bytes)
    let made = try searchable(bytes, document)
    let words = TextLayer(try #require(made.page(at: 0)).characters()).words.map(\.text)
    #expect(Set(words).isSuperset(of: ["FC202501268", "04/03/2025", "CF25-49720"]))
  }

  @Test(
    arguments: [
      "../../watch/samples/scan-kessler.pdf", "../../watch/samples/bertholet-FC202501268.pdf",
      "Samples/turned.jpg", "Samples/fax.tif",
    ]
  )
  func `draws previews on which the boxes fit`(path: String) throws {
    let bytes = try file(path)
    let page = try #require(try read(bytes).pages.first)
    let image = try preview(bytes, page, width: 800)
    #expect(abs(image.width - 800) <= 1)
    let height = 800 * Int(page.height) / Int(page.width)
    #expect(abs(image.height - height) <= 2)
    #expect(inkInside(page.words, page, on: image) > 550)
  }

  @Test func `draws no page that is not there, and none without a picture`() throws {
    let bytes = MadePDF().bytes
    let page = Page(number: 2, width: 5950, height: 8420, origin: .textLayer, words: [])
    #expect(throws: Problem(.refusal, "pdf-damaged")) {
      _ = try preview(bytes, page, width: 100)
    }
    #expect(throws: Problem(.refusal, "format-not-supported", ["format": "text"])) {
      _ = try preview(Array("Facture\n".utf8), page, width: 100)
    }
  }

  @Test func `a page of words is drawn with each word in its box`() throws {
    let boxes = [
      Invoicing.Box(left: 200, top: 200, right: 780, bottom: 300),
      Invoicing.Box(left: 3000, top: 7000, right: 4000, bottom: 7100),
    ]
    let page = Page(
      number: 3,
      width: 5950,
      height: 8420,
      origin: .textLayer,
      words: zip(["FACTURE", "<1234,50>"], boxes).map { Word(text: $0, box: $1) }
    )
    let made = try Rendering.bytes(
      for: .sheet(width: 595),
      from: SourceBytes([UInt8](try JSONEncoder().encode(page))),
      limits: ReadingLimits()
    )
    let image = try #require(GreyImage(taking: pixReadMem(made, made.count)))
    #expect(image.width == 595 && image.height == 842)
    func darkPixels(_ box: Invoicing.Box) -> Int {
      var count = 0
      for row in box.top / 10..<box.bottom / 10 {
        for column in box.left / 10..<box.right / 10 {
          var grey: l_uint32 = 255
          pixGetPixel(image.pix, column, row, &grey)
          if grey < 128 { count += 1 }
        }
      }
      return count
    }
    #expect(boxes.allSatisfy { darkPixels($0) > 60 })
    #expect(darkPixels(Invoicing.Box(left: 0, top: 310, right: 5950, bottom: 6900)) == 0)
  }

  @Test func `what is no page of words is refused`() {
    #expect(throws: Problem(.fault, "rendering-failed", ["reason": "order"])) {
      _ = try Rendering.bytes(
        for: .sheet(width: 595),
        from: SourceBytes(Array("%PDF-1.4".utf8)),
        limits: ReadingLimits()
      )
    }
  }
}
