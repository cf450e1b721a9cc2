// AutomaticLinksTests.swift — people's decisions switch sure links on and off.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Matching

@Suite struct AutomaticLinksTests {
  /// So many kept links, and these replaced ones after them.
  private func record(kept: Int, replaced: Int = 0, isResumed: Bool = false) -> LinkRecord {
    let verdicts =
      [Bool](repeating: false, count: replaced) + [Bool](repeating: true, count: kept)
    return LinkRecord(verdicts: verdicts, isResumed: isResumed)
  }

  @Test func `are on trial until enough were kept`() {
    #expect(AutomaticLinks(record(kept: 0), needed: 50) == .trial(kept: 0, needed: 50))
    #expect(AutomaticLinks(record(kept: 49), needed: 50) == .trial(kept: 49, needed: 50))
    #expect(AutomaticLinks(record(kept: 50), needed: 50) == .inForce)
    #expect(AutomaticLinks(record(kept: 0), needed: 0) == .inForce)
  }

  @Test func `a longer trial than the window is counted in full`() {
    #expect(AutomaticLinks(record(kept: 299), needed: 300) == .trial(kept: 299, needed: 300))
    #expect(AutomaticLinks(record(kept: 300), needed: 300) == .inForce)
  }

  @Test func `are switched off when people replace more than five of a thousand`() {
    #expect(
      AutomaticLinks(record(kept: 59, replaced: 1), needed: 50) == .switchedOff(replaced: 1, of: 60)
    )
    #expect(AutomaticLinks(record(kept: 199, replaced: 1), needed: 50) == .inForce)
    #expect(
      AutomaticLinks(record(kept: 198, replaced: 2), needed: 50)
        == .switchedOff(replaced: 2, of: 200)
    )
  }

  @Test func `a trial that fails says so at once`() {
    #expect(
      AutomaticLinks(record(kept: 3, replaced: 1), needed: 50) == .switchedOff(replaced: 1, of: 4)
    )
  }

  @Test func `switched on again they need no second trial`() {
    #expect(AutomaticLinks(record(kept: 0, isResumed: true), needed: 50) == .inForce)
    #expect(
      AutomaticLinks(record(kept: 9, replaced: 1, isResumed: true), needed: 50)
        == .switchedOff(replaced: 1, of: 10)
    )
  }

  @Test func `the lower bound is Wilson's`() {
    #expect(AutomaticLinks.lowerBound(kept: 0, of: 0) == .none)
    #expect(AutomaticLinks.lowerBound(kept: 50, of: 50) == Confidence(permille: 928))
    #expect(AutomaticLinks.lowerBound(kept: 199, of: 200) == Confidence(permille: 972))
  }

  @Test func `proposals are counted by what they promised`() {
    func judgement(_ permille: Int, _ agrees: Bool, automatic: Bool = false) -> LinkJudgement {
      LinkJudgement(
        kind: .openItem,
        confidence: Confidence(permille: permille),
        wasAutomatic: automatic,
        agrees: agrees
      )
    }
    let other = LinkJudgement(
      kind: .bankLine,
      confidence: .certain,
      wasAutomatic: true,
      agrees: false
    )
    let table = Reliability(
      of: [
        judgement(999, true, automatic: true), judgement(995, false, automatic: true),
        judgement(760, true), judgement(700, false), other,
      ],
      kind: .openItem
    )
    #expect(table.classes.map(\.from.permille) == [995, 700])
    #expect(table.classes.map(\.count) == [2, 2] && table.classes.map(\.kept) == [1, 1])
    #expect(table.classes.map(\.promised.permille) == [997, 730])
    #expect(table.classes.map(\.observed.permille) == [500, 500])
    #expect(table.automatic.count == 2 && table.automatic.kept == 1)
  }
}
