// AcceptedWarningTests.swift — which warnings become notes, and when.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Invoicing

@Suite struct AcceptedWarningTests {
  private let odd = Finding(.warning, "vat-id-invalid", ["vat_id": "FR12"])

  @Test func `a warning accepted three times is a note, and a warning again when forgotten`() {
    let key = WarningKey(code: "vat-id-invalid", detail: "FR12")
    #expect(odd.weighed(by: [key: 2]) == odd)
    let note = odd.weighed(by: [key: 3])
    #expect(note.severity == .info && note.isNoteOnly)
    #expect(note.warningKey == key)
    #expect(note.weighed(by: [:]) == odd)
    #expect(note.weighed(by: [key: 4]).arguments["accepted"] == "4")
  }

  @Test func `another identifier is another warning`() {
    let other = WarningKey(code: "vat-id-invalid", detail: "FR13")
    #expect(odd.weighed(by: [other: 9]) == odd)
  }

  @Test func `another approval limit is another warning`() {
    func split(_ limit: String) -> WarningKey? {
      let arguments = ["total": "950.00", "currency": "EUR", "limit": limit, "id": "7"]
      return Finding(.warning, "split-below-approval-limit", arguments).warningKey
    }
    #expect(split("1000.00") != nil && split("1000.00") != split("5000.00"))
  }

  @Test(arguments: [
    "doubtful-field", "sender-lookalike", "wrong-addressee", "vat-mismatch", "amount-unusual",
    "same-as-other-seller",
  ])
  func `what is doubtful or dangerous stays a warning`(code: String) {
    let finding = Finding(.warning, code)
    #expect(finding.warningKey == nil)
    #expect(finding.weighed(by: [WarningKey(code: code, detail: ""): 9]) == finding)
  }

  @Test func `what blocks, blocks`() {
    let finding = Finding(.blocking, "order-price-differs")
    let key = WarningKey(code: "order-price-differs", detail: "")
    #expect(finding.weighed(by: [key: 9]) == finding)
  }
}
