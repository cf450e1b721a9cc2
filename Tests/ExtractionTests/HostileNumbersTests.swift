// HostileNumbersTests.swift — numbers that no invoice has, on every case of the folder Cases.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Extraction

/// Arithmetic that leaves its type ends the process, and the daemon with it.
@Suite struct HostileNumbersTests {
  private static let numbers = [
    "9223372036854775807", "-9223372036854775808", "99999999999999999999",
    "92233720368547758,07", "-92233720368547758.08", "9999999999999,99", "9.999.999.999.999,99",
    "999999999999999", "0", "0,00", "-0,00", "0,000001", "9999999999999999 %", "100 %",
    "31/12/9999", "00/00/0000", "2147483648", "99999999999999999999 jours", "9999 jours",
  ]

  /// The document with many of its numbers replaced, each time the same.
  private func hostile(_ document: Document, seed: Int) -> Document {
    var state = UInt64(seed)
    func next(below bound: Int) -> Int {
      // Knuth's MMIX generator.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func words(of page: Page) -> [Word] {
      page.words.map { word in
        guard word.text.contains(where: \.isASCIIDigit), next(below: 3) < 1 + seed % 3 else {
          return word
        }
        let text =
          next(below: 2) == 0
          ? Self.numbers[next(below: Self.numbers.count)]
          : String(word.text.map { $0.isASCIIDigit ? "9" : $0 })
        return Word(text: text, box: word.box, confidence: Confidence(permille: 900))
      }
    }
    return Document(
      id: document.id,
      format: document.format,
      pages: document.pages.map { page in
        Page(
          number: page.number,
          width: page.width,
          height: page.height,
          origin: .recognised,
          words: words(of: page)
        )
      }
    )
  }

  @Test(arguments: CaseTests.names)
  func `no number ends the process`(name: String) throws {
    let url = CaseTests.folder.appending(path: name)
    let marked = try MarkedText(String(contentsOf: url, encoding: .utf8))
    for seed in 0..<6 {
      let document = hostile(marked.document, seed: seed)
      let result = extract(
        document,
        rules: ShippedRules.book,
        company: nil,
        receivedOn: CalendarDate(dayNumber: 20_484)
      )
      let amounts = result.draft[.totalWithVAT].map { [$0] } ?? []
      #expect(amounts.allSatisfy { $0.minorUnits.magnitude < 2 * Money.absurdMinorUnits })
    }
  }
}
