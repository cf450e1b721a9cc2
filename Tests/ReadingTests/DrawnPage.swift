// DrawnPage.swift — a page of a written sample as a picture whose text is known.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Reading

/// A page with its words in pixels of the picture.
struct DrawnPage {
  let picture: Picture
  let words: [RecognisedWord]

  /// The first page of a born-digital sample.
  init(_ name: String, dotsPerInch: Double) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../watch/samples/" + name)
    let file = try PopplerFile(SourceBytes([UInt8](Data(contentsOf: path))))
    let handle = try #require(file.page(at: 0))
    let image = try #require(handle.drawn(dotsPerInch: dotsPerInch))
    let scale = dotsPerInch / 720
    picture = Picture(image, dotsPerInch: dotsPerInch)
    words = TextLayer(handle.characters()).words.map { word in
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
  }
}
