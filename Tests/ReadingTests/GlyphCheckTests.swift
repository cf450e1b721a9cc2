// GlyphCheckTests.swift — letters and digits that look alike, in good print and bad.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLeptonica
import Invoicing
import Testing

@testable import Reading

@Suite struct GlyphCheckTests {
  /// A page with zeros, no capital O beside other capitals.
  private static let withoutO = (file: "bertholet-FC202501268.pdf", number: "FC202501268")
  /// A page with zeros, and with an O in AXIOME.
  private static let withO = (file: "castanet-situation.pdf", number: "F2025-036")

  /// How a page is printed.
  enum Print: CaseIterable {
    case black
    /// Hardly darker than a middle grey.
    case pale
    /// So thick that characters touch.
    case thick
  }

  /// The words of a sample, its number read as another text.
  private func checked(
    _ sample: (file: String, number: String),
    misread: String,
    permille: Int = 1000,
    print: Print = .black
  ) throws -> [RecognisedWord] {
    let drawn = try DrawnPage(sample.file, dotsPerInch: print == .thick ? 300 : 200)
    let words = drawn.words.map { word in
      word.text == sample.number
        ? RecognisedWord(text: misread, box: word.box, confidence: Confidence(permille: permille))
        : word
    }
    let checked = GlyphCheck(words, on: try printed(drawn.picture.image, print)).checked()
    let others = checked.map(\.text).filter { $0 != sample.number && $0 != misread }
    #expect(others == drawn.words.map(\.text).filter { $0 != sample.number })
    return checked
  }

  private func printed(_ sharp: GreyImage, _ print: Print) throws -> GreyImage {
    switch print {
    case .black: return sharp
    case .pale:
      let pale = try #require(GreyImage(taking: pixCopy(nil, sharp.pix)))
      pixMultConstantGray(pale.pix, 0.4)
      pixAddConstantGray(pale.pix, 153)
      return pale
    case .thick: return try #require(GreyImage(taking: pixErodeGray(sharp.pix, 3, 1)))
    }
  }

  @Test(arguments: Print.allCases)
  func `tells zeros from letters by the other characters of the page`(print: Print) throws {
    let words = try checked(Self.withO, misread: "F2O25-O36", print: print)
    let number = try #require(words.first { $0.text == Self.withO.number })
    #expect(number.confidence == .certain)
  }

  @Test func `doubts a zero where the page does not show how its O looks`() throws {
    let words = try checked(Self.withoutO, misread: "FC2O25O1268")
    let number = try #require(words.first { $0.text == Self.withoutO.number })
    #expect(number.confidence.permille == 600)
    #expect(number.alternatives.contains("FC2O25O1268"))
  }

  @Test func `leaves look-alikes that hardly differ to check digits`() throws {
    let order = (file: Self.withoutO.file, number: "CF25-49720")
    let words = try checked(order, misread: "CF2S-49720")
    let word = try #require(words.first { $0.text == "CF2S-49720" })
    #expect(word.alternatives == [order.number])
  }

  @Test(arguments: ["FC20250l268", "FC202$01268", "FCu02501268"])
  func `spells odd signs in numbers by the digits of the page`(misread: String) throws {
    let words = try checked(Self.withoutO, misread: misread, permille: 500)
    #expect(words.contains { $0.text == Self.withoutO.number })
  }

  @Test func `parts characters that touch`() throws {
    let drawn = try DrawnPage(Self.withoutO.file, dotsPerInch: 300)
    let number = try #require(drawn.words.first { $0.text == Self.withoutO.number })
    let word = try #require(printed(drawn.picture.image, .thick).cropped(to: number.box))
    let characters = number.text.count
    #expect(word.glyphs().count < characters)
    #expect(word.glyphs(count: characters)?.count == characters)
    #expect(word.glyphs(count: characters * 3) == nil)
  }
}
