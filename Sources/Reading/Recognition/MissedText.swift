// MissedText.swift — text that the first look at a page passed over.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Finds and reads what the first look passed over: pale print, text beside pictures or far from
/// any other, cells between rules.
struct MissedText {
  let closeUp: CloseUp
  let recogniser: Recogniser

  /// More than this is a picture, a pattern or handwriting, and each run costs 10 ms.
  private static let mostRuns = 40

  /// Words to add to those of a page, which are in its pixels.
  func words(besides words: [RecognisedWord], on page: GreyImage) -> [RecognisedWord] {
    let known = words.filter { $0.isMeant && $0.confidence.permille >= 300 }
    let heights = known.map(\.box.height).sorted()
    guard !heights.isEmpty else { return [] }
    let lineHeight = heights[heights.count / 2]
    let margin = max(2, lineHeight / 6)
    let rest = page.blanked(known.map { $0.box.grown(by: margin) })
    let runs = rest.inkRuns(lineHeight: lineHeight)
    guard runs.count <= Self.mostRuns * 4 else { return [] }
    let largest = runs.sorted { ($1.width, $0.top) < ($0.width, $1.top) }.prefix(Self.mostRuns)
    return largest.sorted { ($0.top, $0.left) < ($1.top, $1.left) }.flatMap(read).filter { new in
      !known.contains { $0.covers(new) || new.covers($0) }
    }
  }

  /// The sure words of a run.
  private func read(_ run: Box) -> [RecognisedWord] {
    guard let part = closeUp.part(run), part.picture.image.mayBeText else { return [] }
    return recogniser.lines(in: part.picture, layout: .line).flatMap { $0 }
      .filter { $0.isMeant && $0.confidence.permille >= ($0.text.count > 2 ? 600 : 800) }
      .map { RecognisedWord(text: $0.text, box: part.place($0.box), confidence: $0.confidence) }
  }
}

extension Box {
  fileprivate func grown(by margin: Int32) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}
