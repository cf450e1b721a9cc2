// MendedCharacterTests.swift — which character was set right.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@Suite struct MendedCharacterTests {
  private func mended(_ text: String, _ value: String, rule: RuleID) -> MendedCharacter? {
    let evidence = Evidence(
      origin: .printed(page: 1, box: Box(left: 0, top: 0, right: 1, bottom: 1)),
      text: text,
      rule: rule,
      confidence: .promise
    )
    return MendedCharacter(in: evidence, of: .text(value))
  }

  @Test func `names the character that was read for another`() throws {
    let found = try #require(
      mended(
        "FR76 1391 7693 5O90 8458 8210 763",
        "FR7613917693509084588210763",
        rule: "printed/iban+repaired"
      )
    )
    #expect(found.read == "O" && found.meant == "0")
    let sign = try #require(mended("FR 44 73282932!", "FR44732829321", rule: "x+repaired"))
    #expect(sign.read == "!" && sign.meant == "1")
  }

  @Test func `names none where none or several differ`() {
    #expect(mended("FR44732829320", "FR44732829320", rule: "x+repaired") == nil)
    #expect(mended("FR44732829O2O", "FR44732829020", rule: "x+repaired") == nil)
    #expect(mended("FR4473282932O", "FR44732829320", rule: "x") == nil)
  }
}
