// MatchingReportTests.swift — what status --matching shows.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Matching
import Testing

@testable import facturier

@Suite struct MatchingReportTests {
  private static let report: MatchingReport = {
    let judgements = [(999, true), (997, true), (996, false)].map { permille, agrees in
      LinkJudgement(
        kind: .openItem,
        confidence: Confidence(permille: permille),
        wasAutomatic: true,
        agrees: agrees
      )
    }
    let record = LinkRecord(verdicts: judgements.map(\.agrees))
    return MatchingReport(rows: [
      .init(
        reliability: Reliability(of: judgements, kind: .openItem),
        standing: AutomaticLinks(record, needed: 50)
      ),
      .init(
        reliability: Reliability(of: judgements, kind: .bankLine),
        standing: AutomaticLinks(LinkRecord(verdicts: []), needed: 50)
      ),
    ])
  }()

  @Test func `a table for each kind, and how its sure matches stand`() {
    #expect(
      Self.report.lines(Phrases(.english)) == [
        "entry of the books  sure matches are switched off, people replaced 1 of the last 3; once the "
          + "cause is found: facturier match --resume open_item",
        "            matches  promised  kept",
        "  ≥ 99.5 %        3    99.7 %  66.6 %",
        "  sure            3    99.7 %  66.6 %",
        "",
        "bank line  sure matches are on trial: people kept 0 of the 50 needed",
      ]
    )
  }

  @Test func `so does the JSON`() {
    let json = Self.report.json.line
    let automatic =
      #""standing":"switched_off","automatic":{"from":0.000,"count":3,"kept":2,"promised":0.997,"#
      + #""observed":0.666,"lower_bound":0.207}"#
    #expect(json.contains(automatic))
  }
}
