// PageLayoutTests.swift — rows rebuilt from boxes that recognition got wrong.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Extraction

@Suite struct PageLayoutTests {
  private func word(_ text: String, _ left: Int32, _ top: Int32, height: Int32 = 50) -> Word {
    Word(
      text: text,
      box: Box(left: left, top: top, right: left + 90, bottom: top + height),
      confidence: Confidence(permille: 950)
    )
  }

  private func rows(_ words: [Word]) -> [String] {
    let page = Page(number: 1, width: 5950, height: 8420, origin: .recognised, words: words)
    return PageLayout(page).rows.map { $0.map(\.text).joined(separator: " ") }
  }

  private let lines =
    ["VAT", "Reg.", "No.", "GB"].enumerated().map { (Int32($0), 100, $1) }
    + ["Bank:", "IBAN", "GB09", "NRMR", "1372", "0714", "8994"].enumerated()
    // No scanned line is quite level.
    .map { (Int32($0), 180 + $0 % 2 * 6, $1) }

  @Test func `a word as high as two lines joins one of them and tears none`() {
    let level = lines.map { word($0.2, $0.0 * 110, Int32($0.1)) }
    let upper = "VAT Reg. No. GB"
    let lower = "Bank: IBAN GB09 NRMR 1372 0714 8994"
    #expect(rows(level) == [upper, lower])
    let found = rows(level + [word("&", 480, 100, height: 140)])
    #expect(found.map { $0.replacing(" &", with: "") } == [upper, lower])
  }

  @Test func `a tall word alone stands where it is, from top to bottom`() {
    let level = lines.map { word($0.2, $0.0 * 110, Int32($0.1)) }
    #expect(rows(level + [word("FACTURE", 0, 600, height: 160)]).last == "FACTURE")
    #expect(
      rows(
        level.map { word($0.text, $0.box.left, $0.box.top + 300) }
          + [word("FACTURE", 0, 0, height: 160)]
      ).first == "FACTURE"
    )
  }
}
