// IdentifierTests.swift — registration numbers, accounts and references with check digits.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Foundation
import Invoicing
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: ["732829320", "732 829 320", "404.833.048", "356000000"])
  func `accepts a SIREN`(text: String) {
    #expect(SIREN(text) != nil)
  }

  @Test(arguments: ["404833047", "73282932", "7328293200", "000000000", "73282932O", "７32829320"])
  func `refuses a SIREN`(text: String) {
    #expect(SIREN(text) == nil)
  }

  @Test(arguments: ["73282932000074", "732 829 320 00074", "35600000000048", "35600000049837"])
  func `accepts a SIRET, those of La Poste among them`(text: String) {
    #expect(SIRET(text) != nil)
  }

  @Test(arguments: ["73282932000079", "35600000049838", "7328293200007", "40483304700016"])
  func `refuses a SIRET`(text: String) {
    #expect(SIRET(text) == nil)
  }

  @Test func `names the company of an establishment and prints both in groups`() {
    let siret = SIRET("73282932000074")
    #expect(siret?.siren == SIREN("732829320"))
    #expect(siret?.grouped == "732 829 320 00074")
    #expect(siret?.siren.grouped == "732 829 320")
  }

  @Test(arguments: [
    "FR1420041010050500013M02606", "FR14 2004 1010 0505 0001 3M02 606", "DE89370400440532013000",
    "BE68 5390 0754 7034", "gb29nwbk60161331926819", "NL91ABNA0417164300",
    "CH9300762011623852957",
  ])
  func `accepts an IBAN`(text: String) {
    #expect(IBAN(text) != nil)
  }

  @Test(arguments: [
    "FR1420041010050500013M02607", "DE8937040044053201300", "XX89370400440532013000",
    "BE68539007547035", "", "FR", "FR14",
  ])
  func `refuses an IBAN`(text: String) {
    #expect(IBAN(text) == nil)
  }

  @Test func `refuses an account whose national key is wrong although MOD 97 is right`() {
    // The RIB 20041 01005 0500013M026 with key 07 instead of 06, and the IBAN digits for it.
    let candidates = (0...99).map { number in
      "FR" + (number < 10 ? "0" : "") + "\(number)" + "20041010050500013M02607"
    }
    #expect(candidates.allSatisfy { IBAN($0) == nil })
  }

  @Test func `makes an IBAN of a printed RIB`() {
    #expect(IBAN(rib: "20041 01005 0500013M026 06")?.compact == "FR1420041010050500013M02606")
    #expect(IBAN(rib: "30006 00001 12345678901 89")?.compact == "FR7630006000011234567890189")
    #expect(IBAN(rib: "30006 00001 12345678901 88") == nil)
    #expect(IBAN(rib: "30006") == nil)
  }

  @Test func `prints an IBAN by four and masks it`() {
    let iban = IBAN("FR1420041010050500013M02606")
    #expect(iban?.grouped == "FR14 2004 1010 0505 0001 3M02 606")
    #expect(iban?.masked == "FR14…2606")
    #expect(iban?.country == "FR")
  }

  @Test func `knows references of creditors`() {
    #expect(CreditorReference("RF18 5390 0754 7034")?.compact == "RF18539007547034")
    #expect(CreditorReference("RF18539007547034")?.grouped == "RF18 5390 0754 7034")
    #expect(CreditorReference("RF19539007547034") == nil)
    #expect(CreditorReference("RF18") == nil)
    #expect(CreditorReference("18539007547034") == nil)
  }

  @Test(arguments: ["+++010/8068/17183+++", "***010/8068/17183***", "010806817183"])
  func `knows Belgian communications`(text: String) {
    #expect(StructuredCommunication(text)?.grouped == "+++010/8068/17183+++")
  }

  @Test(arguments: ["+++010/8068/17184+++", "01080681718", "+++000/0000/00000+++", "+++"])
  func `refuses Belgian communications`(text: String) {
    #expect(StructuredCommunication(text) == nil)
  }

  @Test func `takes 97 for a remainder of zero`() {
    #expect(StructuredCommunication("000000009797") != nil)
  }

  @Test func `knows Swiss references`() {
    let reference = SwissReference("21 00000 00003 13947 14300 09017")
    #expect(reference?.compact == "210000000003139471430009017")
    #expect(reference?.grouped == "21 00000 00003 13947 14300 09017")
    #expect(SwissReference("210000000003139471430009018") == nil)
    #expect(SwissReference("21000000000313947143000901") == nil)
  }

  @Test func `knows banks, and which accounts they can hold`() throws {
    let french = try #require(IBAN("FR1420041010050500013M02606"))
    #expect(BIC("PSSTFRPPXXX")?.canHold(french) == true)
    #expect(BIC("BNPARERX")?.canHold(french) == true)
    #expect(BIC("DEUTDEFF")?.canHold(french) == false)
    #expect(BIC("DEUTDEF") == nil)
    #expect(BIC("1EUTDEFF") == nil)
    #expect(BIC("DEUTDEFF5") == nil)
  }

  @Test func `keeps only right ones when read from JSON`() throws {
    let siren = try #require(SIREN("732829320"))
    let data = try JSONEncoder().encode([siren])
    #expect(String(decoding: data, as: UTF8.self) == #"["732829320"]"#)
    #expect(try JSONDecoder().decode([SIREN].self, from: data) == [siren])
    let wrong = Data(#"["732829321"]"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([SIREN].self, from: wrong) }
  }

  @Test func `survives any text`() {
    var state: UInt64 = 20_261_120
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let alphabet = Array("0123456789ABEFRUXYZMWGDHNL+*/-. é€\u{301}\u{0}９🎉".unicodeScalars)
    let prefixes = [
      "", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "ES", "FR", "GB", "IE", "IT", "LT", "NL", "NO",
      "RO", "XI", "RF", "MC",
    ]
    var found = 0
    for _ in 0..<4_000 {
      let prefix = prefixes[random(below: prefixes.count)]
      var text = prefix
      for _ in 0..<random(below: 40) {
        text.unicodeScalars.append(alphabet[random(below: alphabet.count)])
      }
      for country in ["FR", "CH", "ES", "IE", "GB", "CZ", "??", ""] {
        found += VATIdentifier(text, country: country) == nil ? 0 : 1
      }
      found += VATIdentifier(text) == nil ? 0 : 1
      found +=
        [
          SIREN(text)?.compact, SIRET(text)?.compact, IBAN(text)?.compact, IBAN(rib: text)?.compact,
          CreditorReference(text)?.compact, StructuredCommunication(text)?.compact,
          SwissReference(text)?.compact, BIC(text)?.compact,
        ].compactMap { $0 }.count
    }
    #expect(found < 400)
  }
}
