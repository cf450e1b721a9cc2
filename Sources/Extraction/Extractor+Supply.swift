// Extractor+Supply.swift — when and what was supplied, and when its VAT is due.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Extractor {
  /// Date and period of the supply, goods or services, VAT on debits.
  func addSupply(to draft: inout Draft) {
    let issue = draft[.issueDate]
    let supply = FieldChoice.best(of: proposed(Field.supplyDate.name)) { candidate in
      guard case .date(let date) = candidate.value, let issue else { return true }
      // What is supplied long after its invoice was a misread date.
      return date <= issue.adding(days: 400) && date >= issue.adding(days: -800)
    }
    set(Field.supplyDate.name, supply, in: &draft)
    addPeriod(to: &draft)
    addNature(to: &draft)
    if let hit = scene.hits(for: .vatOnDebits).first {
      draft.set(.vatOnDebits, to: true, evidence: evidence(of: hit, rule: "phrase/vat_on_debits"))
    }
  }

  /// Two dates behind a label, or joined by a word that says from when to when.
  private func addPeriod(to draft: inout Draft) {
    for hit in scene.hits(for: .period) {
      let line = scene.pages[hit.place.page].lines[hit.place.row]
      let start = scene.segment(hit.place).box(of: hit.words).right
      let dates = scene.values.dates.dates(in: line).filter { line.box(of: $0.words).left >= start }
      guard dates.count >= 2, dates[0].date <= dates[1].date,
        dates[1].words.lowerBound - dates[0].words.upperBound <= 2
      else { continue }
      for (name, date) in zip([Field.periodStart.name, Field.periodEnd.name], dates) {
        draft[name: name] = Extracted(
          value: .date(date.date),
          evidence: Evidence(
            origin: .printed(page: line.page, box: line.box(of: date.words)),
            text: line.text(of: date.words),
            rule: date.isRepaired ? RuleID("period").repaired : "period",
            confidence: Confidence(permille: 960)
          )
        )
      }
      return
    }
  }

  /// What stands behind "Nature de l'opération".
  private func addNature(to draft: inout Draft) {
    let kinds: [(PhrasePurpose, String)] = [
      (.mixed, "mixed"), (.services, "services"), (.goods, "goods"),
    ]
    let rows = Set(scene.hits(for: .nature).map { [$0.place.page, $0.place.row] })
    for (purpose, nature) in kinds {
      let hit = scene.hits(for: purpose).first { rows.contains([$0.place.page, $0.place.row]) }
      guard let hit else { continue }
      return draft.set(.nature, to: nature, evidence: evidence(of: hit, rule: "phrase/nature"))
    }
  }

  private func evidence(of hit: LabelHit, rule: RuleID) -> Evidence {
    let segment = scene.segment(hit.place)
    return Evidence(
      origin: .printed(page: segment.page, box: segment.box(of: hit.words)),
      text: segment.text(of: hit.words),
      rule: rule,
      confidence: Confidence(permille: hit.isMended ? 900 : 970)
    )
  }
}
