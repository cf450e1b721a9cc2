// RepairTests.swift — one misread character, told by check digits.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Extraction

@Suite struct RepairTests {
  private func segment(_ text: String) -> Segment {
    let words = text.split(separator: " ").enumerated().map { index, word in
      Word(
        text: String(word),
        box: Box(left: Int32(index) * 400, top: 0, right: Int32(index) * 400 + 350, bottom: 80),
        confidence: Confidence(permille: 950)
      )
    }
    return Segment(page: 1, row: 0, words: words)
  }

  private func iban(_ text: String) -> ReadValue? {
    let segment = segment(text)
    return IBANReader.values(in: segment, words: segment.words.indices).first
  }

  private func vatID(_ text: String) -> ReadValue? {
    let segment = segment(text)
    return VATIDReader.values(in: segment, words: segment.words.indices).first
  }

  @Test func `reads a letter for a digit where the account must have a digit`() {
    let read = iban("IBAN GBO9 NRMR 1372 0714 8994 77 BIC NRMRGB21")
    #expect(read?.value == .text("GB09NRMR13720714899477"))
    #expect(read?.isRepaired == true)
  }

  @Test func `reads a digit for a letter of the country`() {
    #expect(iban("1E51 LIFC 9404 4160 6347 67")?.value == .text("IE51LIFC94044160634767"))
  }

  @Test func `leaves letters of the account alone and says so`() {
    let read = iban("IE51 LIFC 9404 4160 6347 67")
    #expect(read?.value == .text("IE51LIFC94044160634767"))
    #expect(read?.isRepaired == false)
  }

  @Test func `does not repair two characters, nor a digit`() {
    #expect(iban("GBO9 NRMR l372 O714 8994 77") == nil)
    #expect(iban("GB09 NRMR 1372 0714 8994 78") == nil)
  }

  @Test func `repairs one character of a VAT id`() {
    let read = vatID("FRO9897125936")
    #expect(read?.value == .text("FR09897125936"))
    #expect(read?.isRepaired == true)
    #expect(vatID("1E2952250GH")?.value == .text("IE2952250GH"))
    #expect(vatID("FRO989712593G") == nil)
  }

  @Test(arguments: ["PTCO6092/25", "PTC06092/25", "A1B"])
  func `knows where letters and digits may be confused`(text: String) {
    #expect(Misreading.isAmbiguous(text))
  }

  @Test(arguments: ["FC202501268", "RE20251126", "2025-0421", "INV-31723"])
  func `and where not`(text: String) {
    #expect(!Misreading.isAmbiguous(text))
  }
}
