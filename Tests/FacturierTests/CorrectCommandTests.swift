// CorrectCommandTests.swift — what a correction is answered with.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Service
import Testing

@testable import facturier

@Suite struct CorrectCommandTests {
  @Test func `tells what is wrong with the values that were typed, and nothing else`() {
    let iban = Field.iban.name
    let findings = [
      Finding(.blocking, "iban-invalid", field: iban, ["iban": "FR76"]),
      Finding(.info, "already-paid", field: Field.businessProcess.name),
      Finding(.warning, "missing-field", field: Field.dueDate.name),
    ]
    let assessment = Assessment(
      pages: [1],
      language: nil,
      documentType: .invoice,
      draft: Draft(),
      findings: findings
    )
    let typed = FieldChange(field: iban, value: .text("FR76"))
    let emptied = FieldChange(field: Field.dueDate.name, value: nil)
    let doubts = CorrectCommand.doubts(about: [typed, emptied], in: assessment)
    #expect(doubts.map(\.code) == ["iban-invalid"])
  }
}
