// ReferenceKeyTests.swift — what may be references in the text of a payment.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@Suite struct ReferenceKeyTests {
  @Test(arguments: [
    ("FA 2025 118", "FA2025118"), ("VIR F-2025-118,F-2025-119", "F-2025-119"),
    ("(RF18 5390 0754)", "RF18 5390 0754"), ("KL-2025-20781 ACPTE", "KL-2025-20781"),
  ])
  func `finds a number with blanks or marks around it`(text: String, number: String) {
    let named = ReferenceKey.named(in: text).map(ReferenceKey.skeleton)
    #expect(named.contains(ReferenceKey.skeleton(of: number)))
  }

  @Test func `takes words for references that have digits and are no days`() {
    #expect(
      ReferenceKey.words(in: "CARTE 03/04 LE QUAI 3.4.2025 31/12/25 12/2025 F07") == ["12/2025"]
    )
    #expect(ReferenceKey.named(in: "LOYER AVRIL 24") == [])
  }

  @Test func `stays small whatever the text`() {
    let long = String(repeating: "123456 ", count: 10_000)
    #expect(ReferenceKey.named(in: long).count <= 120)
    #expect(ReferenceKey.named(in: String(repeating: "9", count: 100_000)) == [])
  }
}
