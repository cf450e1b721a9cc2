// TableFinder.swift — the value in a column of a table, by the column's heading.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Finds values in the column under a heading, down to a row that ends the table.
struct TableFinder: Sendable {
  let headings: [LabelText]
  /// Which row below the heading: from 1; −1 is the last of the column.
  let row: Int

  static let kind = FinderKind(key: "column", options: ["row"]) { node throws(RuleMistake) in
    let headings = try node.texts("column").compactMap(LabelText.init)
    guard !headings.isEmpty else { throw node.mistake("column", "no heading") }
    let row = try node.numbers("row")?.first ?? 1
    guard row >= 1 || row == -1 else {
      throw node.mistake("row", "a number from 1, or -1 for the last")
    }
    return .table(TableFinder(headings: headings, row: row))
  }

  /// The value of the wanted row under each place where the heading stands.
  func candidates(for rule: Rule, in scene: Scene) -> [Candidate] {
    let scanner = LabelScanner(headings.map { ($0, .column(.description)) })
    return scene.places.flatMap { place, segment -> [Candidate] in
      let tokens = segment.tokens.compactMap { token in
        LabelText.canonical(token.text).map {
          LabelToken(text: $0, word: token.word, isMended: false)
        }
      }
      return scanner.hits(in: tokens, at: place).compactMap { hit in
        column(under: segment.box(of: hit.words), rule: rule, at: place, in: scene)
      }
    }
  }

  private func column(
    under heading: Box,
    rule: Rule,
    at place: SegmentPlace,
    in scene: Scene
  ) -> Candidate? {
    let page = scene.pages[place.page]
    var values: [Candidate] = []
    var bottom = heading.bottom
    for row in page.rows.dropFirst(place.row + 1) {
      guard let top = row.first?.box.top, top - bottom < page.textHeight * 6 else { break }
      for segment in row where segment.box.horizontalOverlap(heading) > 0 {
        guard
          let read = scene.values.values(of: rule, in: segment, words: segment.words.indices).last
        else { continue }
        values.append(Candidate(read, in: segment, rule: rule, weight: rule.weight))
        bottom = segment.box.bottom
      }
    }
    return row == -1 ? values.last : values.dropFirst(row - 1).first
  }
}
