// PictureText.swift — what the images of a written page say: a logo, a stamp, a pasted total.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads the images of pages whose text is written; one for each file.
///
/// Only images that may hold lines of text are looked at, and only where nothing is written over
/// them. A picture that comes again, as a letterhead does, is not read again.
final class PictureText {
  private let session: ReadingSession
  /// What was looked at, and what it says in its own pixels.
  private var seen: [(image: GreyImage, words: [RecognisedWord])] = []

  init(_ session: ReadingSession) { self.session = session }

  /// As fine as numbers are read when they are looked at closer.
  private static let dotsPerInch = 300.0
  /// Pages after these are not searched: a picture costs 5 ms, and 50 ms when it must be read.
  private static let mostPages = 10
  /// As many rows are read one by one, for 10 ms each.
  private static let mostRows = 12
  /// On a page: more are a drawing, or a page cut into tiles.
  private static let mostImages = 12

  /// Square points of one image: half a page of A4, five million pixels.
  private static let mostPoints = 260_000.0
  /// As many pictures are kept to be known again.
  private static let mostKept = 8

  /// The words in the images of a page that has these words already, surely less than certain.
  func words(in picture: PagePicture, number: Int, besides written: [Word]) -> [Word] {
    guard number <= Self.mostPages else { return [] }
    return Self.areas(of: picture, besides: written).flatMap {
      words(in: $0, of: picture.handle, besides: written)
    }
  }

  /// The words of a page that are shown around those that it has already.
  func words(around written: [Word], on page: PopplerPageHandle, number: Int) -> [Word] {
    guard number <= Self.mostPages else { return [] }
    let whole = PointArea(left: 0, top: 0, right: page.size.width, bottom: page.size.height)
    return whole.size <= Self.mostPoints * 4 ? words(in: whole, of: page, besides: written) : []
  }

  private func words(
    in area: PointArea,
    of page: PopplerPageHandle,
    besides written: [Word]
  ) -> [Word] {
    guard let image = page.drawn(area, dotsPerInch: Self.dotsPerInch) else { return [] }
    let bare = image.blanked(written.compactMap { Self.pixels(of: $0.box, in: area) })
    return words(in: bare).map { Self.word($0, in: area) }
  }

  private func words(in image: GreyImage) -> [RecognisedWord] {
    if let known = seen.first(where: { $0.image.equals(image) }) { return known.words }
    let source = Picture(
      image.framed(by: Self.frame).darkAreasInverted(dotsPerInch: Self.dotsPerInch),
      dotsPerInch: Self.dotsPerInch
    )
    let rows = source.image.letterRows
    let lines = rows.isEmpty ? [] : lines(of: source, in: rows)
    let words = lines.flatMap { $0 }.filter(Self.isSure).map {
      $0.moved(right: -Self.frame, down: -Self.frame)
    }
    seen = seen.suffix(Self.mostKept - 1) + [(image, words)]
    return words
  }

  /// The lines of a picture; a few rows are read one by one, so that drawings beside them do not
  /// disturb.
  private func lines(
    of source: Picture,
    in rows: [Box]
  ) -> [[RecognisedWord]] {
    // Without recognition data what is written can still be read.
    guard let recogniser = try? session.recogniser() else { return [] }
    let page = StraightPage(level: source)
    let closeUp = CloseUp(of: source, on: page)
    let lines =
      rows.count > Self.mostRows
      ? recogniser.lines(in: source)
      : rows.map { closeUp.words(in: $0, by: recogniser) }
    let isDoubtful = lines.contains { $0.contains(where: Self.isDoubtfulNumber) }
    guard isDoubtful, let other = try? session.otherRecogniser() else { return lines }
    let look = SecondLook(closeUp: closeUp, recogniser: recogniser, other: other)
    return lines.map(look.improved)
  }

  /// White around the picture: tesseract passes over what stands at the edge.
  private static let frame: Int32 = 24

  /// Worth loading a second language for: more than a letter that looks like a digit.
  private static func isDoubtfulNumber(_ word: RecognisedWord) -> Bool {
    word.confidence.permille < 930 && word.text.utf8.count { (48...57).contains($0) } > 1
  }

  /// Drawings give short words of little confidence.
  private static func isSure(_ word: RecognisedWord) -> Bool {
    word.isMeant && word.confidence.permille >= (word.text.count > 2 ? 700 : 850)
  }

  /// The images that may hold text of their own, those that touch taken together.
  private static func areas(of picture: PagePicture, besides written: [Word]) -> [PointArea] {
    let (width, height) = picture.handle.size
    let page = PointArea(left: 0, top: 0, right: width, bottom: height)
    let areas = PointArea.joined(picture.images.map { PointArea($0).intersection(page) })
    guard areas.count <= mostImages else { return [] }
    return areas.filter { area in
      // A line of six points, three letters wide; half a page is a background.
      guard area.width >= 15, area.height >= 6 else { return false }
      guard area.size <= min(page.size / 2, mostPoints) else { return false }
      return !isWritten(area, written)
    }
  }

  /// Whether the text layer speaks for an area: a twentieth of it is covered by words.
  private static func isWritten(_ area: PointArea, _ written: [Word]) -> Bool {
    let covered = written.reduce(0.0) { sum, word in
      sum + PointArea(word.box).intersection(area).size
    }
    return covered * 20 >= area.size
  }

  private static func pixels(of box: Box, in area: PointArea) -> Box? {
    let part = PointArea(box).intersection(area)
    guard part.size > 0 else { return nil }
    let scale = dotsPerInch / 72
    return Box(
      left: Int32((part.left - area.left) * scale),
      top: Int32((part.top - area.top) * scale),
      right: Int32(((part.right - area.left) * scale).rounded(.up)),
      bottom: Int32(((part.bottom - area.top) * scale).rounded(.up))
    )
  }

  private static func word(_ word: RecognisedWord, in area: PointArea) -> Word {
    func place(_ pixels: Int32, _ start: Double) -> Int32 {
      tenths(start + Double(pixels) * 72 / dotsPerInch)
    }
    return Word(
      text: WordCharacters.normalised(word.text.unicodeScalars),
      box: Box(
        left: place(word.box.left, area.left),
        top: place(word.box.top, area.top),
        right: place(word.box.right, area.left),
        bottom: place(word.box.bottom, area.top)
      ),
      confidence: word.confidence
    )
  }
}

extension CloseUp {
  /// What stands on one row.
  fileprivate func words(in row: Box, by recogniser: Recogniser) -> [RecognisedWord] {
    guard let part = part(row) else { return [] }
    return recogniser.lines(in: part.picture, layout: .line).flatMap { $0 }.map {
      RecognisedWord(text: $0.text, box: part.place($0.box), confidence: $0.confidence)
    }
  }
}

extension StraightPage {
  /// A picture that is level and evenly lit, as a drawn one is.
  fileprivate init(level picture: Picture) {
    self.picture = picture
    degrees = 0
  }
}
