// ConsensusTests.swift — what most of three readings of a line say.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Reading

@Suite struct ConsensusTests {
  private func reading(_ text: String, permille: Int = 900) -> [RecognisedWord] {
    text.split(separator: " ").enumerated().map { index, word in
      let left = Int32(index) * 100
      return RecognisedWord(
        text: String(word),
        box: Box(left: left, top: 0, right: left + 90, bottom: 20),
        confidence: Confidence(permille: permille)
      )
    }
  }

  private func agreed(_ first: String, _ second: String, _ third: String) -> [String]? {
    Consensus(reading(first), reading(second), reading(third))?.words(doubt: 600).map {
      $0.text + ($0.confidence.permille <= 600 ? "?" : "")
    }
  }

  @Test func `doubts only the words that no two readings share`() {
    let words = agreed("RCS Lyon 889 B14 190", "ACS Lyon 889 814 190", "RGS Lyon 889 814 190")
    #expect(words == ["RCS?", "Lyon", "889", "814", "190"])
  }

  @Test func `takes what two have for a word, or have not`() {
    #expect(
      agreed("F2025 | 30 jours", "FC2025 30 jours", "FC2025 30 jours")?.joined(separator: " ")
        == "FC2025 30 jours"
    )
    #expect(agreed("FR7618459|", "FR76184S9", "FR7618A59") == ["FR7618459|?"])
  }

  @Test func `keeps where the words stand`() {
    let surest = reading("TVA 20%")
    let consensus = Consensus(surest, reading("TVA 2O%"), reading("TVA 20°"))
    #expect(consensus?.words(doubt: 600).map(\.box) == surest.map(\.box))
  }

  @Test func `says nothing where the readings are of different lines`() {
    #expect(agreed("abcdef", "123456", "ABCDEF") == nil)
  }
}
