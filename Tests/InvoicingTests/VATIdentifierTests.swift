// VATIdentifierTests.swift — VAT ids of every country, right and wrong.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@Suite struct VATIdentifierTests {
  private static let valid = [
    "ATU13585627", "BE0428759497", "BG175074752", "CHE107787577IVA", "CY10259033P", "CZ25123891",
    "CZ640903926", "DE136695976", "DK13585628", "EE100931558", "EL094259216", "ESB58378431",
    "ES54362315K", "FI20774740", "FR40303265045", "FR23334175221", "FR83404833048",
    "FR4Z123456782", "GB980780684", "XI980780684", "HR33392005961", "HU12892312", "IE6433435F",
    "IE6433435OA", "IE8D79739I", "IT00743110157", "LT119511515", "LU15027442", "LV40003521600",
    "MT11679112", "NL004495445B01", "NO995525828MVA", "PL8567346215", "PT501964843", "RO18547290",
    "SE123456789701", "SI50223054", "SK2022749619", "GBGD001", "GBHA599",
  ]

  @Test(arguments: valid)
  func `accepts each country's number`(text: String) {
    #expect(VATIdentifier(text)?.description == text)
    #expect(VATIdentifier.isValid(text))
  }

  @Test(arguments: valid.filter { !$0.hasPrefix("GBGD") && !$0.hasPrefix("GBHA") })
  func `refuses it with one digit more or another`(text: String) throws {
    // Ten Czech digits are a birth number by their shape alone.
    #expect(!VATIdentifier.isValid(text + "7") || text.hasPrefix("CZ6"))
    let place = try #require(text.dropFirst(4).lastIndex { $0.isNumber && $0 != "0" })
    // The suffixes of SE and NL are no check digits: the digit before them is changed.
    let index =
      text.hasPrefix("SE") || text.hasPrefix("NL") ? text.index(place, offsetBy: -3) : place
    let digit = try #require(text[index].wholeNumberValue)
    let changed = text[..<index] + "\((digit + 1) % 10)" + text[text.index(after: index)...]
    #expect(!VATIdentifier.isValid(String(changed)))
  }

  @Test(arguments: [
    "FR41303265045", "FR40303265046", "DE136695979", "BE2428759497", "ITX0743110157", "US123456789",
    "GBGD500", "GBHA499", "GBXX123", "FI00000000", "AT13585627", "CY12000000X", "SE123456789702",
    "CHE107787577XYZ", "", "FR", "F", "FRIO303265045", "Ꮖ40303265045", "fr40303265045é",
  ])
  func `refuses what is none`(text: String) {
    #expect(!VATIdentifier.isValid(text))
  }

  @Test func `drops blanks and punctuation`() {
    #expect(VATIdentifier("fr 40 303-265.045")?.compact == "FR40303265045")
    #expect(VATIdentifier("CHE-107.787.577 IVA")?.compact == "CHE107787577IVA")
    #expect(VATIdentifier("BE 428.759.497")?.compact == "BE0428759497")
    #expect(VATIdentifier("GR094259216")?.compact == "EL094259216")
    #expect(VATIdentifier("NO 995 525 828")?.number == "995525828")
  }

  @Test(arguments: [
    ("B-58378431", "ES", "ESB58378431"), ("00743110157", "IT", "IT00743110157"),
    ("0428.759.497", "BE", "BE0428759497"), ("094259216", "GR", "EL094259216"),
    ("ESB58378431", "ES", "ESB58378431"), ("CHE-107.787.577 MWST", "CH", "CHE107787577MWST"),
    ("E107787577", "LI", "CHE107787577"), ("980 7806 84", "GB", "GB980780684"),
    ("40303265045", "FR", "FR40303265045"),
  ])
  func `reads numbers printed without prefix`(text: String, country: String, id: String) {
    #expect(VATIdentifier(text, country: country)?.compact == id)
  }

  @Test func `does not take one country's number for another's`() {
    #expect(VATIdentifier("DE136695976", country: "FR") == nil)
    #expect(VATIdentifier("136695976", country: "US") == nil)
  }

  @Test func `derives the French id from a SIREN`() throws {
    let siren = try #require(SIREN("404833048"))
    let id = VATIdentifier(siren)
    #expect(id.compact == "FR83404833048")
    #expect(VATIdentifier(id.compact) == id)
    #expect(id.siren == siren)
    let poste = try #require(SIREN("356000000"))
    #expect(VATIdentifier.isValid(VATIdentifier(poste).compact))
  }

  @Test func `tells the country behind a prefix`() {
    #expect(VATIdentifier("EL094259216")?.country == "GR")
    #expect(VATIdentifier("XI980780684")?.country == "GB")
    let monaco = VATIdentifier("FR53000004605")
    #expect(monaco?.country == "MC")
    #expect(monaco?.siren == nil)
    #expect(VATIdentifier("IT00743110157")?.country == "IT")
  }
}
