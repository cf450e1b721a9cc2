// TypingTests.swift — what people type is understood as they mean it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import facturier

@Suite struct TypingTests {
  @Test(
    arguments: [
      ("119,88", 11_988), ("1 234,56", 123_456), ("1.234,56", 123_456), ("1,234.56", 123_456),
      ("-12", -1_200), ("119.88", 11_988),
    ] as [(String, Int64)]
  )
  func `understands amounts of both sides of the Channel`(text: String, cents: Int64) {
    #expect(TypedAmount.amount(text, currency: .euro)?.minorUnits == cents)
  }

  @Test(arguments: ["", "abc", "1,2,3"])
  func `takes no amount for what is none`(text: String) {
    #expect(TypedAmount.amount(text, currency: .euro) == nil)
  }

  @Test(arguments: ["20/11/2026", "20.11.2026", "2026-11-20", "20 novembre 2026"])
  func `understands dates`(text: String) {
    #expect(TypedDate.date(text) == CalendarDate(year: 2026, month: 11, day: 20))
  }

  @Test func `knows the French names of fields`() throws {
    #expect(try FieldAliases.field("ttc").name == Field<Money>.totalWithVAT.name)
    #expect(try FieldAliases.field("echeance").name == Field<CalendarDate>.dueDate.name)
    #expect(throws: Problem.self) { try FieldAliases.field("nonsense") }
  }

  @Test func `writes and reads durations`() {
    #expect(DurationText.duration("2s") == .seconds(2))
    #expect(DurationText.duration("10min") == .seconds(600))
    #expect(DurationText.duration("soon") == nil)
  }
}
