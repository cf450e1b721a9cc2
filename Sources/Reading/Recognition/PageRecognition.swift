// PageRecognition.swift — the words of one picture of a page.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Finds the words of one picture of a page, once it stands upright and straight.
struct PageRecognition {
  private let picture: Picture
  private let number: Int

  /// Dots per inch at which the lines of a page are found and read.
  ///
  /// Tesseract brings every line to 36 pixels of height itself: finer pictures cost time in finding
  /// the lines and give little, coarser ones are scaled up for finding them.
  private static let dotsPerInch = 200.0

  /// Pixels of white around a part of the page.
  private static let margin: Int32 = 24

  init(_ picture: Picture, number: Int) {
    self.picture = picture
    self.number = number
  }

  /// The page; boxes are places on the picture after it was turned and straightened.
  ///
  /// - Throws: fault `language-data-missing`.
  func page(using session: ReadingSession) throws(Problem) -> Page {
    // Hundredths of a thousand: a blank sheet with specks.
    guard picture.image.inkShare >= 15 else {
      return page(of: [], on: StraightPage(picture), quarters: 0)
    }
    let coarse = picture.at(dotsPerInch: Self.dotsPerInch)
    let straight = StraightPage(coarse)
    let head = try self.head(of: straight, session)
    let isDoubtful = RecognitionQuality(head.lines.flatMap { $0 }).isDoubtful
    let quarters = isDoubtful ? bestTurn(of: coarse, with: try session.recogniser()) : 0
    guard quarters != 0 else {
      session.noteCodes(of: coarse, page: number)
      let lines = try self.lines(on: straight, after: head, session)
      return page(
        of: try improved(lines, on: straight, picture, session),
        on: straight,
        quarters: 0
      )
    }
    let turned = coarse.turned(quarters: quarters)
    let upright = StraightPage(turned)
    session.noteCodes(of: turned, page: number)
    let lines = try self.lines(on: upright, after: try self.head(of: upright, session), session)
    let words = try improved(lines, on: upright, picture.turned(quarters: quarters), session)
    return page(of: words, on: upright, quarters: quarters)
  }

  /// The page as it was read, once it is known how it was turned: its words' boxes lie on this.
  func straight(quarters: Int) -> StraightPage {
    StraightPage(picture.at(dotsPerInch: Self.dotsPerInch).turned(quarters: quarters))
  }

  /// The upper third of a page.
  private struct Head {
    let lines: [[RecognisedWord]]
    /// The row of pixels where it ends.
    let end: Int
  }

  /// The head of a straight page in its own language, which it mostly tells: then no more than it is
  /// read twice.
  private func head(of page: StraightPage, _ session: ReadingSession) throws(Problem) -> Head {
    let height = page.picture.image.height
    let end = page.picture.image.emptiestRow(in: height * 3 / 10..<height * 4 / 10)
    let lines = try read(0..<end, of: page, session)
    guard isForeign(lines, session) else { return Head(lines: lines, end: end) }
    return Head(lines: try read(0..<end, of: page, session), end: end)
  }

  /// All lines of a page whose head was read.
  private func lines(
    on page: StraightPage,
    after head: Head,
    _ session: ReadingSession
  ) throws(Problem) -> [[RecognisedWord]] {
    let below = head.end..<page.picture.image.height
    let all = head.lines + (try read(below, of: page, session))
    guard isForeign(all, session) else { return all }
    return try read(0..<head.end, of: page, session) + read(below, of: page, session)
  }

  private func read(
    _ rows: Range<Int>,
    of page: StraightPage,
    _ session: ReadingSession
  ) throws(Problem) -> [[RecognisedWord]] {
    // Not by a rectangle of tesseract's: it reads an area as wide as its picture at a wrong height.
    // Nor without a margin, where lines at the edge fall apart.
    let part = page.picture.rows(rows).framed(by: Self.margin)
    return try session.recogniser().lines(in: part).map { line in
      line.map { $0.moved(right: -Self.margin, down: Int32(rows.lowerBound) - Self.margin) }
    }
  }

  /// Whether these lines are in another language than they were read in, which is the session's now.
  private func isForeign(_ lines: [[RecognisedWord]], _ session: ReadingSession) -> Bool {
    session.adoptLanguage(of: lines.flatMap { $0 }.map(\.text))
  }

  private func improved(
    _ lines: [[RecognisedWord]],
    on page: StraightPage,
    _ source: Picture,
    _ session: ReadingSession
  ) throws(Problem) -> [RecognisedWord] {
    let recogniser = try session.recogniser()
    let closeUp = CloseUp(of: source, on: page)
    let look = SecondLook(
      closeUp: closeUp,
      recogniser: recogniser,
      other: try session.otherRecogniser()
    )
    let words = lines.flatMap { look.improved($0) }
    let missed = MissedText(closeUp: closeUp, recogniser: recogniser)
      .words(besides: words, on: page.picture.image)
    return GlyphCheck(words + missed, on: page.picture.image).checked()
  }

  /// The clockwise quarters that give the best reading of a coarse copy.
  private func bestTurn(of picture: Picture, with recogniser: Recogniser) -> Int {
    let coarse = picture.at(dotsPerInch: min(150, picture.dotsPerInch))
    func quality(_ picture: Picture) -> RecognitionQuality {
      RecognitionQuality(recogniser.lines(in: StraightPage(picture).picture).flatMap { $0 })
    }
    // The middle of a page mostly has text enough to tell.
    var scores = [0, 0, 0, 0]
    for quarters in coarse.image.hasLinesAcross ? [2, 0, 1, 3] : [1, 3, 0, 2] {
      let middle = quality(coarse.turned(quarters: quarters).rows(within: 35..<65))
      // No page reads like this that does not stand upright.
      if middle.isSure { return quarters }
      scores[quarters] = middle.score
    }
    if scores.max() ?? 0 < Self.tellingScore {
      scores = (0..<4).map { quality(coarse.turned(quarters: $0)).score }
    }
    let best = (1..<4).max { scores[$0] < scores[$1] } ?? 0
    // Turning must pay clearly.
    return scores[best] * 2 > scores[0] * 3 ? best : 0
  }

  /// What forty characters score that are 90 % sure.
  private static let tellingScore = 16_000

  private func page(of words: [RecognisedWord], on page: StraightPage, quarters: Int) -> Page {
    let tenthsPerPixel = 720 / page.picture.dotsPerInch
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
        confidence: word.confidence,
        alternatives: word.alternatives.map { WordCharacters.normalised($0.unicodeScalars) }
      )
    }
    return Page(
      number: number,
      width: place(Int32(page.picture.image.width)),
      height: place(Int32(page.picture.image.height)),
      origin: .recognised,
      turned: quarters * 90,
      words: AlternativeReadings.settled(RowOrder.sorted(placed))
    )
  }
}

extension Picture {
  /// Only the rows between these percents of the height.
  fileprivate func rows(within percents: Range<Int>) -> Picture {
    rows(image.height * percents.lowerBound / 100..<image.height * percents.upperBound / 100)
  }
}
