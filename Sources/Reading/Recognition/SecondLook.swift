// SecondLook.swift — numbers that were read badly are read again, closer.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads runs of words anew, closer, where a number among them was read badly.
struct SecondLook {
  let closeUp: CloseUp
  let recogniser: Recogniser
  /// Of another language: it makes other mistakes.
  let other: Recogniser

  /// Thousandths from which a number is left as it was read: of those up to 930, which were looked at
  /// before, a closer look changed one in forty, and a digit in one of a hundred.
  private static let sure = 915

  /// The words of a line, bad runs replaced where the closer look is surer.
  func improved(_ line: [RecognisedWord]) -> [RecognisedWord] {
    runs(of: line).flatMap { run -> [RecognisedWord] in
      var words: [RecognisedWord] = []
      var next = 0
      for part in doubtfulParts(of: run) {
        words += run[next..<part.lowerBound] + better(Array(run[part]))
        next = part.upperBound
      }
      return words + run[next...]
    }
  }

  /// Where doubtful numbers stand, each with a neighbour on either side, which shows where it begins
  /// and ends.
  private func doubtfulParts(of run: [RecognisedWord]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    for index in run.indices where isDoubtful(run[index]) {
      let part = max(0, index - 1)..<min(run.count, index + 2)
      if let last = parts.last, part.lowerBound <= last.upperBound {
        parts[parts.count - 1] = last.lowerBound..<part.upperBound
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  /// A number, or part of one, that tesseract is not sure of.
  private func isDoubtful(_ word: RecognisedWord) -> Bool {
    word.hasDigit && word.confidence.permille < Self.sure
  }

  /// What two of three readings say; where all differ, what most say of each word.
  private func better(_ run: [RecognisedWord]) -> [RecognisedWord] {
    guard let first = run.first else { return run }
    let area = run.dropFirst().reduce(first.box) { $0.union($1.box) }
    guard let part = closeUp.part(area) else { return run }
    let second = words(of: part, in: area, by: other)
    if Self.text(second) == Self.text(run) { return Self.surer(second, run) }
    let third = words(of: part, in: area, by: recogniser)
    let readings = Self.ordered([run, second, third])
    if let consensus = Consensus(readings[0], readings[1], readings[2]) {
      return consensus.words(doubt: RecognisedWord.doubt)
    }
    // Two that are the same need no third; else nobody knows, and whoever uses it must doubt it.
    return Self.text(readings[0]) == Self.text(readings[1])
      ? readings[0] : readings[0].map { $0.doubted(at: RecognisedWord.doubt) }
  }

  /// Those with the same text first, then the surer.
  private static func ordered(_ readings: [[RecognisedWord]]) -> [[RecognisedWord]] {
    let texts = readings.map(text)
    return readings.indices.sorted { left, right in
      let counts = [left, right].map { index in texts.count { $0 == texts[index] } }
      return counts[0] == counts[1]
        ? sureness(readings[left]) > sureness(readings[right]) : counts[0] > counts[1]
    }.map { readings[$0] }
  }

  /// Words of a part, none of them higher than the line was at the first look: specks in the margin
  /// would make a label as large as a title.
  private func words(
    of part: CloseUp.Shown,
    in area: Box,
    by recogniser: Recogniser
  ) -> [RecognisedWord] {
    let words = recogniser.lines(in: part.picture, layout: .line).flatMap { $0 }
    let boxes = words.map { part.place($0.box) }
    return words.indices.map { index in
      let box = boxes[index]
      // In a single line tesseract sometimes gives a word all that follows it.
      let next = index + 1 < boxes.count ? boxes[index + 1].left : box.right
      let place = Box(
        left: box.left,
        top: min(max(box.top, area.top), area.bottom),
        right: next > box.left ? min(box.right, next) : box.right,
        bottom: max(min(box.bottom, area.bottom), area.top)
      )
      return RecognisedWord(
        text: words[index].text,
        box: place,
        confidence: words[index].confidence
      )
    }
  }

  private static func text(_ words: [RecognisedWord]) -> String { words.map(\.text).joined() }

  private static func surer(
    _ first: [RecognisedWord],
    _ second: [RecognisedWord]
  ) -> [RecognisedWord] {
    sureness(second) > sureness(first) ? second : first
  }

  /// The mean confidence over characters.
  private static func sureness(_ words: [RecognisedWord]) -> Int {
    let characters = words.reduce(0) { $0 + $1.text.count }
    let sum = words.reduce(0) { $0 + $1.text.count * Int($1.confidence.permille) }
    return characters == 0 ? 0 : sum / characters
  }

  /// The words parted where a gap is wider than the line is high.
  private func runs(of line: [RecognisedWord]) -> [[RecognisedWord]] {
    var runs: [[RecognisedWord]] = []
    for word in line {
      if let last = runs.last?.last, word.box.left - last.box.right <= word.box.height {
        runs[runs.count - 1].append(word)
      } else {
        runs.append([word])
      }
    }
    return runs
  }
}
