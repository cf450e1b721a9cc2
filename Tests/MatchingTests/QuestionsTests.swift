// QuestionsTests.swift — what an invoice asks, and what a ledger in memory answers.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Matching

@Suite struct QuestionsTests {
  @Test func `asks for amounts with the sign of the books`() throws {
    let query = try #require(questions(assessment(invoice(order: "CF25-7712")), supplier: zoe))
    #expect(query.amounts == [-12_000, -10_000])
    #expect(query.skeletons == ["F2025118", "CF257712"])
    #expect(query.digits == ["2025118", "257712"])
    #expect(query.partyCode == "F1")
    #expect(query.dates == day("2024-08-15")...day("2025-07-31"))
    let credit = try #require(questions(assessment(invoice(type: "381")), supplier: nil))
    #expect(credit.amounts == [12_000, 10_000])
  }

  @Test func `asks nothing when there is nothing to ask with`() {
    #expect(questions(assessment(draft()), supplier: nil) == nil)
    #expect(questions(assessment(draft()), supplier: zoe)?.partyCode == "F1")
  }

  @Test func `answers by amount, number and party, inside the dates`() throws {
    let other = (code: "F7", name: "Autre")
    let entries = [
      entry("1", cents: -12_000, party: other),
      entry("2", cents: -1, reference: "f2025/118", dated: "2020-01-01", party: other),
      entry("3", cents: -2),
      entry("4", cents: -3, dated: "2020-01-01"),
      entry("5", cents: -4, party: other),
    ]
    let query = try #require(questions(assessment(invoice()), supplier: zoe))
    let answers = LedgerIndex(entries.reversed()).answers(to: query)
    #expect(answers.candidates.map(\.id.id) == ["1", "2", "3"])
    #expect(answers.entryCount == 5)
    #expect(answers.amountFrequency == [-12_000: 1, -10_000: 0])
    #expect(answers.skeletonFrequency == ["F2025118": 1])
    #expect(answers.partyFrequency == 2)
  }

  @Test func `keeps the newest of many`() throws {
    let many = (0..<250).map { number in
      let date = day("2025-03-03").adding(days: -number % 150)
      return entry("E\(number)", cents: -12_000, dated: date.description)
    }
    let query = try #require(questions(assessment(invoice()), supplier: nil))
    let answers = LedgerIndex(many).answers(to: query)
    #expect(answers.candidates.count == LedgerIndex.limit)
    #expect(answers.amountFrequency[-12_000] == 250)
    #expect(answers.candidates.contains { $0.id.id == "E0" })
    #expect(!answers.candidates.contains { $0.id.id == "E149" })
  }
}
