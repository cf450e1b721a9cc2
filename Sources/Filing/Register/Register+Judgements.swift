// Register+Judgements.swift — what people made of proposed links, to compare with what was promised.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// What people made of every proposed link, the latest decision first.
  package func linkJudgements() async throws(Problem) -> [LinkJudgement] {
    try await read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM link_judgement ORDER BY decision DESC")
        .map(judgement(of:))
    }
  }

  /// What people made of the latest sure links, by kind.
  ///
  /// - `limit`: so many of each kind.
  package func linkRecords(
    limit: Int
  ) async throws(Problem) -> [LedgerEntry.Kind: LinkRecord] {
    try await read { database in
      let pairs = try LedgerEntry.Kind.allCases.map { kind in
        let resumed = try Int64.fetchOne(
          database,
          sql: "SELECT max(after_decision) FROM link_resumption WHERE kind = ?",
          arguments: [kind.rawValue]
        )
        let verdicts = try Bool.fetchAll(
          database,
          sql: """
            SELECT agrees FROM link_judgement WHERE kind = ? AND was_automatic = 1 AND decision > ?
            ORDER BY decision DESC LIMIT ?
            """,
          arguments: [kind.rawValue, resumed ?? 0, limit]
        )
        return (kind, LinkRecord(verdicts: verdicts, isResumed: resumed != nil))
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
  }

  /// Notes that sure links of a kind may be made again: what people decided until now counts no more.
  package func resumeLinks(
    _ kind: LedgerEntry.Kind,
    author: String,
    at: String
  ) async throws(Problem) {
    try await write { database in
      try database.execute(
        sql: """
          INSERT INTO link_resumption (kind, after_decision, author, resumed_at)
          VALUES (?, (SELECT ifnull(max(number), 0) FROM decision), ?, ?)
          """,
        arguments: [kind.rawValue, author, at]
      )
    }
  }
}

private func judgement(of row: Row) throws -> LinkJudgement {
  LinkJudgement(
    kind: try row.known("kind"),
    confidence: Confidence(permille: row["permille"]),
    wasAutomatic: row["was_automatic"],
    agrees: row["agrees"]
  )
}

/// Writes what the standing decisions about an invoice make of the links that were proposed for it, one
/// for each kind of entry.
///
/// Its proposal is the one that the first decision about its link found; the last choice of entries
/// judges it, else its approval does where there was a match.
func judgeLink(of invoice: Int64, in database: Database) throws {
  try database.cachedStatement(sql: "DELETE FROM link_judgement WHERE invoice = ?")
    .execute(arguments: [invoice])
  var proposed: MatchProposal?
  var choice: (number: Int64, entries: [LedgerEntryID])?
  for standing in try StandingDecision.all(of: invoice, in: database)
  where standing.decision.isAboutLink {
    if proposed == nil {
      proposed = try standing.before.match.flatMap { $0.isRuleProposal ? $0 : nil }
    }
    guard let proposed else { continue }
    if case .acceptMatch(let entries) = standing.decision {
      choice = (standing.number, entries)
    } else if choice == nil, proposed.status == .matched || proposed.status == .partial {
      choice = (standing.number, proposed.entries)
    }
  }
  guard let proposed, let choice else { return }
  var isMain = true
  for kind in LedgerEntry.Kind.allCases {
    let own = try entries(proposed.entries, of: kind, in: database)
    if own.isEmpty { continue }
    let chosen = try entries(choice.entries, of: kind, in: database)
    // Of the copies of a booking in several sources, people name one.
    let agrees = !chosen.isEmpty && chosen.isSubset(of: own)
    // Bank lines stand beside the books or an order only where they are sure.
    let permille = isMain ? Int(proposed.confidence.permille) : leastOfSure
    try database.execute(
      sql: """
        INSERT INTO link_judgement (invoice, kind, decision, permille, was_automatic, agrees)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        invoice, kind.rawValue, choice.number, permille, !isMain || proposed.automatic, agrees,
      ]
    )
    isMain = false
  }
}

/// What a sure link promises at least, in permille.
private let leastOfSure = 995

/// Those of these entries that are of a kind.
private func entries(
  _ ids: [LedgerEntryID],
  of kind: LedgerEntry.Kind,
  in database: Database
) throws -> Set<LedgerEntryID> {
  let statement = try database.cachedStatement(
    sql: "SELECT 1 FROM ledger_entry WHERE source = ? AND id = ? AND kind = ? LIMIT 1"
  )
  return Set(
    try ids.filter { id in
      try Int.fetchOne(statement, arguments: [id.source, id.id, kind.rawValue]) != nil
    }
  )
}

extension Decision {
  /// Whether it says anything about the counterpart: of several approved at once nobody looked at any.
  fileprivate var isAboutLink: Bool {
    switch self {
    case .approve(_, let amongOthers): amongOthers != true
    case .acceptMatch: true
    case .correct, .declare, .hold, .discard, .paid, .unpaid: false
    }
  }
}

extension MatchProposal {
  /// Whether the rule proposes entries: neither a person's choice nor those of another invoice.
  fileprivate var isRuleProposal: Bool {
    !isAccepted && !entries.isEmpty && status != .duplicate
  }
}
