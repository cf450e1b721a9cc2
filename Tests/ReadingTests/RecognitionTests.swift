// RecognitionTests.swift — pictures of pages, drawn from a sample whose text is known.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct RecognitionTests {
  private func texts(_ picture: Picture) throws -> String {
    let session = ReadingSession(
      plan: ReadingPlan(languages: ["fra", "eng"]),
      limits: ReadingLimits()
    )
    let page = try PageRecognition(picture, number: 1).page(using: session)
    return page.words.map(\.text).joined(separator: " ")
  }

  @Test func `reads a page whose lines slope, and light headings on a dark band`() throws {
    let drawn = try DrawnPage("bertholet-FC202501268.pdf", dotsPerInch: 150)
    let sloping = Picture(drawn.picture.image.turned(degrees: 2), dotsPerInch: 150)
    let text = try texts(sloping)
    for word in ["FC202501268", "04/03/2025", "CF25-49720", "Désignation", "Montant"] {
      #expect(text.contains(word), "\(word) is not in: \(text)")
    }
  }

  @Test(arguments: 1..<4)
  func `reads a page however it lies`(quarters: Int) throws {
    let lying = try DrawnPage("bertholet-FC202501268.pdf", dotsPerInch: 150).picture
      .turned(quarters: quarters)
    #expect(lying.image.hasLinesAcross == quarters.isMultiple(of: 2))
    let text = try texts(lying)
    for word in ["FC202501268", "04/03/2025", "CF25-49720"] {
      #expect(text.contains(word), "\(word) is not in: \(text)")
    }
  }

  @Test func `finds text that the first look passed over`() throws {
    let drawn = try DrawnPage("bertholet-FC202501268.pdf", dotsPerInch: 200)
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
    let drawn = try DrawnPage("bertholet-FC202501268.pdf", dotsPerInch: 200)
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
