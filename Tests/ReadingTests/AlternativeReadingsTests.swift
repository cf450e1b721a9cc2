// AlternativeReadingsTests.swift — check digits choose among what several looks saw.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Reading

@Suite struct AlternativeReadingsTests {
  /// Words side by side; "839|889" is read as 839, and another look saw 889.
  private func words(_ text: String) -> [Word] {
    text.split(separator: " ").enumerated().map { index, word in
      let texts = word.split(separator: "|").map(String.init)
      let left = Int32(index) * 300
      return Word(
        text: texts[0],
        box: Box(left: left, top: 0, right: left + 280, bottom: 60),
        confidence: Confidence(permille: texts.count > 1 ? 700 : 960),
        alternatives: Array(texts.dropFirst())
      )
    }
  }

  private func settled(_ text: String) -> String {
    AlternativeReadings.settled(words(text)).map(\.text).joined(separator: " ")
  }

  @Test(arguments: [
    ("TVA FH|FR 83 404 B33|833 048", "TVA FR 83 404 833 048"),
    ("SIRET 404 833 048 00072|00022 - APE", "SIRET 404 833 048 00022 - APE"),
    ("RCS Lyon 464|404 833 048", "RCS Lyon 404 833 048"),
    ("IBAN FR76 3000 6000 0112 3456 7890 1B9|189", "IBAN FR76 3000 6000 0112 3456 7890 189"),
    ("Référence RF70 CO58|C058 1902 5204 22", "Référence RF70 C058 1902 5204 22"),
    ("N° :FR83404B33048|FR83404833048", "N° FR83404833048"),
  ])
  func `takes the reading that makes a number right`(read: String, expected: String) {
    #expect(settled(read) == expected)
  }

  @Test(arguments: [
    // Right as it was read.
    "SIRET 404 833 048|049 00022",
    // No label says that nine digits are a SIREN.
    "Lyon 464|404 833 048",
    // Nothing helps.
    "TVA FH|FK 83 404 833 048",
    "Total 1208,00|1200,00 EUR",
  ])
  func `leaves what no check digits tell`(read: String) {
    #expect(AlternativeReadings.settled(words(read)) == words(read))
  }

  @Test func `chooses nothing where two numbers would be right`() {
    // 404 833 048 and 404 833 030 are both a SIREN.
    #expect(settled("RCS 404 833 O48|048") == "RCS 404 833 048")
    #expect(settled("RCS 404 833 O48|048|030") == "RCS 404 833 O48")
  }

  @Test func `doubts what it chose`() throws {
    let chosen = AlternativeReadings.settled(words("TVA FR8340483304B|FR83404833048"))
    #expect(try #require(chosen.last).confidence.permille == 600)
  }
}
