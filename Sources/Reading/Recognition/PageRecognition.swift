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
    let lit = image.evenlyLit()
    let straight = lit.straightened()
    let first = recogniser.words(in: straight, dotsPerInch: dotsPerInch)
    let quarters = RecognitionQuality(first).isDoubtful ? bestTurn(of: lit, with: recogniser) : 0
    guard quarters != 0 else {
      return page(of: completed(first, on: straight, by: recogniser), on: straight, quarters: 0)
    }
    let turned = lit.turned(quarters: quarters).straightened()
    let words = recogniser.words(in: turned, dotsPerInch: dotsPerInch)
    return page(of: completed(words, on: turned, by: recogniser), on: turned, quarters: quarters)
  }

  /// Adds the words that a second look finds where the first found none, or was unsure.
  ///
  /// The first look takes the page for one column and passes over what stands apart: amounts in a
  /// far column, cells between rules. The second looks for text anywhere on what is left once the
  /// sure words are painted over, so that it costs little.
  private func completed(
    _ words: [RecognisedWord],
    on image: GreyImage,
    by recogniser: Recogniser
  ) -> [RecognisedWord] {
    let sure = words.filter { $0.confidence.permille >= 600 && $0.isMeant }
    let rest = image.blanked(sure.map(\.box))
    let found = recogniser.words(in: rest, dotsPerInch: dotsPerInch, layout: .sparse)
    let added = found.filter { $0.confidence.permille >= 500 && $0.isMeant }
    let unsure = words.filter { $0.confidence.permille < 600 }
    let kept = unsure.filter { old in
      !added.contains { $0.covers(old) && $0.confidence > old.confidence }
    }
    let new = added.filter { new in
      !kept.contains { $0.covers(new) || new.covers($0) }
    }
    return sure + kept + new
  }

  /// The clockwise quarters that give the best reading of a coarse copy.
  private func bestTurn(of image: GreyImage, with recogniser: Recogniser) -> Int {
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
