// PageRecognition.swift — the words of one picture of a page.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Finds the words of one picture of a page, once it stands upright and straight.
struct PageRecognition {
  private let image: GreyImage
  private let dotsPerInch: Double
  private let number: Int

  init(_ image: GreyImage, dotsPerInch: Double, number: Int) {
    self.image = image
    self.dotsPerInch = dotsPerInch
    self.number = number
  }

  /// The page; boxes are places on the picture after it was turned and straightened.
  ///
  /// - Throws: fault `language-data-missing`.
  func page(using session: ReadingSession) throws(Problem) -> Page {
    // Hundredths of a thousand: a blank sheet with specks.
    guard image.inkShare >= 15 else { return page(of: [], on: image, quarters: 0) }
    let recogniser = try session.recogniser()
    let straight = image.straightened()
    let first = recogniser.words(in: straight, dotsPerInch: dotsPerInch)
    guard RecognitionQuality(first).isDoubtful else {
      return page(of: first, on: straight, quarters: 0)
    }
    let quarters = bestTurn(with: recogniser)
    guard quarters != 0 else { return page(of: first, on: straight, quarters: 0) }
    let turned = image.turned(quarters: quarters).straightened()
    let words = recogniser.words(in: turned, dotsPerInch: dotsPerInch)
    return page(of: words, on: turned, quarters: quarters)
  }

  /// The clockwise quarters that give the best reading of a coarse copy.
  private func bestTurn(with recogniser: Recogniser) -> Int {
    let factor = min(1, 150 / dotsPerInch)
    let coarse = image.scaled(x: factor, y: factor)
    let scores = (0..<4).map { quarters in
      let turned = coarse.turned(quarters: quarters).straightened()
      let words = recogniser.words(in: turned, dotsPerInch: dotsPerInch * factor)
      return RecognitionQuality(words).score
    }
    let best = (1..<4).max { scores[$0] < scores[$1] } ?? 0
    // Turning must pay clearly.
    return scores[best] * 2 > scores[0] * 3 ? best : 0
  }

  private func page(of words: [RecognisedWord], on image: GreyImage, quarters: Int) -> Page {
    let tenthsPerPixel = 720 / dotsPerInch
    func place(_ pixels: Int32) -> Int32 { Int32((Double(pixels) * tenthsPerPixel).rounded()) }
    let placed = words.filter(\.isMeant).map { word in
      Word(
        text: WordCharacters.normalised(word.text.unicodeScalars),
        box: Box(
          left: place(word.box.left),
          top: place(word.box.top),
          right: place(word.box.right),
          bottom: place(word.box.bottom)
        ),
        confidence: word.confidence
      )
    }
    return Page(
      number: number,
      width: place(Int32(image.width)),
      height: place(Int32(image.height)),
      origin: .recognised,
      turned: quarters * 90,
      words: RowOrder.sorted(placed)
    )
  }
}
