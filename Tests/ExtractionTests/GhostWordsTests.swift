// GhostWordsTests.swift — what recognition sees twice is read once.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Extraction

@Suite struct GhostWordsTests {
  private func word(_ text: String, _ left: Int32, _ right: Int32, _ permille: Int) -> Word {
    Word(
      text: text,
      box: Box(left: left, top: 100, right: right, bottom: 180),
      confidence: Confidence(permille: permille)
    )
  }

  @Test func `drops a doubtful word where another is sure`() {
    let words = [word("of", 0, 80, 970), word("oe", 90, 300, 503), word("issue", 110, 300, 964)]
    #expect(GhostWords.dropped(from: words).map(\.text) == ["of", "issue"])
  }

  @Test func `drops the weaker of two at one place`() {
    let words = [word("m", 100, 190, 866), word("20", 100, 190, 966)]
    #expect(GhostWords.dropped(from: words).map(\.text) == ["20"])
  }

  @Test func `keeps a doubtful word that stands alone or only touches`() {
    let words = [word("2025", 0, 200, 560), word("Total", 195, 400, 960)]
    #expect(GhostWords.dropped(from: words).map(\.text) == ["2025", "Total"])
  }
}
