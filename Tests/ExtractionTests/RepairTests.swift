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

  @Test(arguments: [
    ("TVA FRu839231131", "FR11839231131"), ("TVA FRu1839231131", "FR11839231131"),
    ("TVA FR12839231131", "FR11839231131"),
  ])
  func `computes the key of a French id from its SIREN`(text: String, id: String) {
    let read = vatID(text)
    #expect(read?.value == .text(id))
    #expect(read?.isRepaired == true)
  }

  @Test(arguments: ["FR99839231131", "FRux839231131", "FR u839231132"])
  func `computes no key that is far from the printed one`(text: String) {
    #expect(vatID(text) == nil)
  }

  @Test func `knows an id again that is printed with one wrong digit`() throws {
    let id = VATIdentifier(try #require(SIREN("839231131")))
    let near = segment("TVA FR 11 839 237 131 NAF 6910Z")
    #expect(VATIDReader.misread(id, in: near)?.value == .text("FR11839231131"))
    #expect(VATIDReader.misread(id, in: segment("TVA FR 12 839 237 131")) == nil)
  }

  @Test func `reads a sign of money as the digit it looks like, once`() {
    #expect(
      iban("FR76 3000 6000 0112 34$6 7890 189")?.value == .text("FR7630006000011234567890189")
    )
    #expect(iban("FR76 3000 6000 0112 34$6 7890 18O") == nil)
  }

  @Test func `reads a letter for a digit in a payment reference`() {
    let segment = segment("RF18 5390 O754 7034")
    let read = ReferenceReader.values(in: segment, words: segment.words.indices).first
    #expect(read?.value == .text("RF18539007547034"))
    #expect(read?.isRepaired == true)
  }

  @Test(arguments: [
    ("Lyon, le 7 février 202$", "2025-02-07"), ("le rer novembre 2025", "2025-11-01"),
    ("le Ler novembre 2025", "2025-11-01"), ("O3/02/2025", "2025-02-03"),
  ])
  func `reads a date with one misread sign, and says so`(text: String, date: String) {
    let reader = DateReader(months: ["FEVRIER": 2, "NOVEMBRE": 11], monthFirst: false)
    let read = reader.dates(in: segment(text)).first
    #expect(read?.date.description == date)
    #expect(read?.isRepaired == true)
  }

  @Test(arguments: ["O3/O2/2025", "le 7 février 2O2$"])
  func `reads no date with two misread signs`(text: String) {
    let reader = DateReader(months: ["FEVRIER": 2], monthFirst: false)
    #expect(reader.dates(in: segment(text)).isEmpty)
  }

  @Test func `sees where one sign may have been read twice`() {
    #expect(["PTCO06092/25", "A10I1", "FO0812"].allSatisfy(Misreading.hasTwins))
    #expect(!["FA00812", "PTC06092/25", "FL1234"].contains(where: Misreading.hasTwins))
  }

  @Test func `reads a sign of money in a number as the digit it looks like, and says so`() {
    let dates = DateReader(months: [:], monthFirst: false)
    let number = segment("202$/043-VER")
    let read = IdentifierReader.values(in: number, words: 0..<1, dates: dates).first
    #expect(read?.value == .text("2025/043-VER") && read?.isRepaired == true)
  }

  @Test func `parts the Italian register's name from its number`() {
    let read = LegalIDReader.values(in: segment("REAMI-1756656")).first
    #expect(read?.value == .text("MI-1756656"))
  }

  @Test(arguments: ["0,01", "9223372036854775807", "92233720368547758,07", "999999999999999,99"])
  func `takes numbers of a length that no amount has for none`(text: String) {
    let numbers = NumberReader(mark: .comma).numbers(in: segment(text))
    #expect(numbers.isEmpty == (text != "0,01"))
  }

  @Test func `never promises a repair that nothing proves`() {
    let model = ConfidenceModel(base: [.dates: 600, .checked: 600], weights: [:])
    #expect(model.confidence(of: .dates, [.isRepaired]) < .promise)
    #expect(model.confidence(of: .checked, [.isRepaired]) >= .promise)
  }
}
