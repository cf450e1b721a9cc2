// RecognitionTests.swift — pictures of pages, drawn from a sample whose text is known.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct RecognitionTests {
  /// A page with its words in pixels of the picture.
  private struct Drawn {
    let picture: Picture
    let words: [RecognisedWord]
  }

  /// The first page of a born-digital sample.
  private func drawn(_ name: String, dotsPerInch: Double) throws -> Drawn {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../watch/samples/" + name)
    let file = try PopplerFile(SourceBytes([UInt8](Data(contentsOf: path))))
    let handle = try #require(file.page(at: 0))
    let image = try #require(handle.drawn(dotsPerInch: dotsPerInch))
    let scale = dotsPerInch / 720
    let words = TextLayer(handle.characters()).words.map { word in
      RecognisedWord(
        text: word.text,
        box: Box(
          left: Int32(Double(word.box.left) * scale),
          top: Int32(Double(word.box.top) * scale),
          right: Int32((Double(word.box.right) * scale).rounded(.up)),
          bottom: Int32((Double(word.box.bottom) * scale).rounded(.up))
        ),
        confidence: .certain
      )
    }
    return Drawn(picture: Picture(image, dotsPerInch: dotsPerInch), words: words)
  }

  private func texts(_ picture: Picture) throws -> String {
    let session = ReadingSession(
      plan: ReadingPlan(languages: ["fra", "eng"]),
      limits: ReadingLimits()
    )
    let page = try PageRecognition(picture, number: 1).page(using: session)
    return page.words.map(\.text).joined(separator: " ")
  }

  @Test func `reads a page whose lines slope, and light headings on a dark band`() throws {
    let drawn = try drawn("bertholet-FC202501268.pdf", dotsPerInch: 150)
    let sloping = Picture(drawn.picture.image.turned(degrees: 2), dotsPerInch: 150)
    let text = try texts(sloping)
    for word in ["FC202501268", "04/03/2025", "CF25-49720", "Désignation", "Montant"] {
      #expect(text.contains(word), "\(word) is not in: \(text)")
    }
  }

  @Test(arguments: 1..<4)
  func `reads a page however it lies`(quarters: Int) throws {
    let lying = try drawn("bertholet-FC202501268.pdf", dotsPerInch: 150).picture
      .turned(quarters: quarters)
    #expect(lying.image.hasLinesAcross == quarters.isMultiple(of: 2))
    let text = try texts(lying)
    for word in ["FC202501268", "04/03/2025", "CF25-49720"] {
      #expect(text.contains(word), "\(word) is not in: \(text)")
    }
  }

  @Test func `tells zeros from letters by the other characters of the page`() throws {
    let drawn = try drawn("bertholet-FC202501268.pdf", dotsPerInch: 200)
    let words = drawn.words.map { word in
      word.text == "FC202501268"
        ? RecognisedWord(text: "FC2O25O1268", box: word.box, confidence: word.confidence) : word
    }
    let checked = GlyphCheck(words, on: drawn.picture.image).checked()
    #expect(checked.contains { $0.text == "FC202501268" })
    #expect(
      checked.map(\.text).filter { $0 != "FC202501268" }
        == drawn.words.map(\.text)
        .filter { $0 != "FC202501268" }
    )
  }

  @Test(arguments: ["FC20250l268", "FC202$01268", "FCu02501268"])
  func `spells odd signs in numbers by the digits of the page`(misread: String) throws {
    let drawn = try drawn("bertholet-FC202501268.pdf", dotsPerInch: 200)
    let words = drawn.words.map { word in
      word.text == "FC202501268"
        ? RecognisedWord(text: misread, box: word.box, confidence: Confidence(permille: 500))
        : word
    }
    let checked = GlyphCheck(words, on: drawn.picture.image).checked()
    #expect(checked.contains { $0.text == "FC202501268" })
  }

  @Test func `finds text that the first look passed over`() throws {
    let drawn = try drawn("bertholet-FC202501268.pdf", dotsPerInch: 200)
    let page = StraightPage(drawn.picture)
    let session = ReadingSession(plan: ReadingPlan(languages: ["fra"]), limits: ReadingLimits())
    let missed = MissedText(
      closeUp: CloseUp(of: drawn.picture, on: page),
      recogniser: try session.recogniser()
    )
    let known = drawn.words.filter { $0.text != "CF25-49720" }
    let found = missed.words(besides: known, on: page.picture.image)
    #expect(found.map(\.text).joined().contains("CF25-49720"))
    let kept = missed.words(besides: drawn.words, on: page.picture.image)
    #expect(!kept.contains { $0.text.contains("CF25") })
  }

  @Test func `shows a part of a straightened page where it stood`() throws {
    let drawn = try drawn("bertholet-FC202501268.pdf", dotsPerInch: 200)
    let sloping = Picture(drawn.picture.image.turned(degrees: -3), dotsPerInch: 200)
    let page = StraightPage(sloping)
    #expect(abs(page.degrees - 3) < 0.3)
    let number = try #require(drawn.words.first { $0.text == "FC202501268" })
    let part = try #require(CloseUp(of: sloping, on: page).part(number.box))
    let session = ReadingSession(plan: ReadingPlan(languages: ["eng"]), limits: ReadingLimits())
    let seen = try session.recogniser().lines(in: part.picture, layout: .line).flatMap { $0 }
    let word = try #require(seen.first { $0.text.contains("FC202501268") })
    let place = part.place(word.box)
    #expect(abs(place.left - number.box.left) < 12 && abs(place.top - number.box.top) < 12)
  }
}
