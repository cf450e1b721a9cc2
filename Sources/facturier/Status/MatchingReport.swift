// MatchingReport.swift — what people made of proposed matches: facturier status --matching.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Invoicing
import Matching
import Service

/// How reliable proposals are, by the kind of their entries, and whether sure ones are relied on.
struct MatchingReport: Equatable, Sendable {
  /// What is known about one kind.
  struct Row: Equatable, Sendable {
    let reliability: Reliability
    let standing: AutomaticLinks
  }

  /// One for each kind.
  let rows: [Row]

  /// - Throws: faults of the register.
  static func gathered(_ session: Session) async throws(Problem) -> MatchingReport {
    let register = try await session.existingRegister()
    let judgements = try await register?.linkJudgements() ?? []
    let standings = try await standings(in: register, trial: session.configuration.trial)
    return MatchingReport(
      rows: LedgerEntry.Kind.allCases.map { kind in
        let standing = standings[kind] ?? AutomaticLinks(LinkRecord(verdicts: []), needed: 0)
        return Row(reliability: Reliability(of: judgements, kind: kind), standing: standing)
      }
    )
  }

  /// How sure links stand; of a home without a register as at its beginning.
  static func standings(
    in register: Register?,
    trial: Int
  ) async throws(Problem) -> [LedgerEntry.Kind: AutomaticLinks] {
    guard let register else {
      let start = AutomaticLinks(LinkRecord(verdicts: []), needed: trial)
      return Dictionary(uniqueKeysWithValues: LedgerEntry.Kind.allCases.map { ($0, start) })
    }
    return try await register.automaticLinks(trial: trial)
  }
}

extension MatchingReport {
  func lines(_ phrases: Phrases) -> [String] {
    rows.enumerated().flatMap { index, row -> [String] in
      let head =
        phrases.state(named: row.reliability.kind.rawValue) + "  "
        + phrases.standing(row.standing, of: row.reliability.kind)
      return (index == 0 ? [] : [""]) + [head] + table(row.reliability, phrases)
    }
  }

  /// What was promised, how many proposals there were, how many were kept.
  private func table(_ reliability: Reliability, _ phrases: Phrases) -> [String] {
    guard !reliability.classes.isEmpty else { return [] }
    var table = Table([.left, .right, .right, .left])
    table.add([
      "", phrases.say("matches"), phrases.say("promised"), phrases.say("kept"),
    ])
    let classes = reliability.classes.map { ("≥ " + phrases.tenths($0.from), $0) }
    let sure = reliability.automatic
    let all = classes + (sure.count == 0 ? [] : [(phrases.say("sure-matches"), sure)])
    for (name, row) in all {
      table.add([
        name, String(row.count), phrases.tenths(row.promised), phrases.tenths(row.observed),
      ])
    }
    return table.lines(indent: 2)
  }

  var json: JSON {
    [
      "schema": 1,
      "matching": .array(
        rows.map { row in
          let reliability = row.reliability
          return [
            "kind": .text(reliability.kind.rawValue), "standing": .text(row.standing.name),
            "automatic": Self.json(reliability.automatic),
            "classes": .array(reliability.classes.map(Self.json)),
          ]
        }
      ),
    ]
  }

  private static func json(_ row: Reliability.Class) -> JSON {
    [
      "from": InvoiceJSON.confidence(row.from), "count": .int(row.count), "kept": .int(row.kept),
      "promised": InvoiceJSON.confidence(row.promised),
      "observed": InvoiceJSON.confidence(row.observed),
      "lower_bound": InvoiceJSON.confidence(
        AutomaticLinks.lowerBound(kept: row.kept, of: row.count)
      ),
    ]
  }
}

extension Phrases {
  /// How sure matches stand, in a sentence.
  func standing(_ links: AutomaticLinks, of kind: LedgerEntry.Kind) -> String {
    switch links {
    case .inForce: say("links-in-force")
    case .trial(let kept, let needed):
      say("links-in-trial", ["kept": String(kept), "needed": String(needed)])
    case .switchedOff(let replaced, let count):
      say(
        "links-switched-off",
        ["replaced": String(replaced), "count": String(count), "kind": kind.rawValue]
      )
    }
  }

  /// "99.7 %", in the language's way.
  func tenths(_ confidence: Confidence) -> String {
    decimal("\(confidence.permille / 10).\(confidence.permille % 10)") + " %"
  }
}
