// PatternTests.swift — what patterns find, where, and at what cost.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Patterns

@Suite struct PatternTests {
  @Test func `finds named and numbered groups`() throws {
    let pattern = try Pattern(#"(?P<day>\d\d)/(?<month>\d\d)(/\d{4})?"#)
    let text = "du 03/02 au"
    let match = try #require(try pattern.firstMatch(in: text))
    #expect(match.range == 3..<8)
    #expect(match.group(1) == match.group("day"))
    #expect(match.group("month") == 6..<8)
    #expect(match.group(3) == nil)
    #expect(match.group("year") == nil)
    #expect(match.namedTexts(in: text) == ["day": "03", "month": "02"])
    #expect(pattern.groupNames == ["day": 1, "month": 2])
  }

  @Test func `gives UTF-8 offsets beyond ASCII`() throws {
    let text = "Échéance : 12 €, à régler"
    let match = try #require(try Pattern(#"\d+ €"#).firstMatch(in: text))
    #expect(match.range == 13..<19)
    #expect(text.slice(match.range) == "12 €")
    #expect(try Pattern("ÉCHÉANCE", caseless: true).firstMatch(in: text)?.range == 0..<10)
    #expect(try Pattern("^\\w+").firstMatch(in: text)?.range == 0..<10)
  }

  @Test func `starts at an offset and never inside a character`() throws {
    let pattern = try Pattern("[a-zé]")
    #expect(try pattern.firstMatch(in: "aéb", from: 1)?.range == 1..<3)
    #expect(try pattern.firstMatch(in: "aéb", from: 2)?.range == 3..<4)
    #expect(try pattern.firstMatch(in: "aéb", from: 9) == nil)
  }

  @Test func `lists matches left to right up to the limit`() throws {
    let pattern = try Pattern(#"\d+"#)
    #expect(try pattern.matches(in: "1 22 333").map(\.range) == [0..<1, 2..<4, 5..<8])
    #expect(try pattern.matches(in: "1 22 333", limit: 2).count == 2)
    #expect(try Pattern("a*").matches(in: "baa").map(\.range) == [0..<0, 1..<3, 3..<3])
  }

  @Test func `gives up on a catastrophic pattern instead of saying no match`() throws {
    let pattern = try Pattern("^(a+)+$")
    let text = String(repeating: "a", count: 40) + "!"
    let start = ContinuousClock.now
    #expect(throws: PatternLimit.steps) { try pattern.firstMatch(in: text) }
    #expect(start.duration(to: .now) < .seconds(1))
  }

  @Test(arguments: ["a*a*a*a*b", "(a+)+$!", #"(\S+\s+)+z"#, "(a|aa)+b"])
  func `one budget holds over a whole page, wherever a match may begin`(source: String) throws {
    let line = String(repeating: "a", count: 59) + "\n"
    let text = String(repeating: line, count: 66) + "b\n-z!"
    let pattern = try Pattern(source)
    let start = ContinuousClock.now
    #expect(throws: PatternLimit.self) { try pattern.matches(in: text) }
    // A few milliseconds; the bound leaves room for a busy machine.
    #expect(start.duration(to: .now) < .milliseconds(100))
  }

  @Test func `a long page of usual text is within the budget`() throws {
    let text = String(repeating: "Prestation de conseil 12 jours 1 234,56 EUR\n", count: 700)
    #expect(try Pattern(#"\w+ total"#).firstMatch(in: text) == nil)
    #expect(try Pattern(#"(?<amount>[\d ]+,\d\d) EUR"#).matches(in: text).count == 700)
  }

  @Test func `gives up on deep nesting`() throws {
    let text = String(repeating: "ab", count: 3_000)
    #expect(throws: PatternLimit.memory) { try Pattern("^(a|b)*c").firstMatch(in: text) }
  }

  @Test(arguments: [("(abc", 4), ("a[b", 3), (#"x\C"#, 3), ("(?<é>a)(?<1>b)", 11)])
  func `tells where a pattern is wrong`(source: String, offset: Int) {
    let problem = #expect(throws: PatternProblem.self) { try Pattern(source) }
    #expect(problem?.offset == offset)
    #expect(problem?.message.isEmpty == false)
  }

  @Test func `refuses a pattern beyond the length limit`() {
    let source = String(repeating: "a", count: Pattern.lengthLimit + 1)
    #expect(throws: PatternProblem.self) { try Pattern(source) }
  }

  @Test func `is shared by several tasks`() async throws {
    let pattern = try Pattern(#"(?<n>\d+)"#)
    let total = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 1...50 {
        group.addTask { try pattern.firstMatch(in: "n° \(number)!")?.range.count ?? 0 }
      }
      return try await group.reduce(0, +)
    }
    #expect(total == 9 + 41 * 2)
  }
}
