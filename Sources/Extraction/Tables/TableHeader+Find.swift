// TableHeader+Find.swift — headings found by their labels, or inferred from rows that agree.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension TableHeader {
  /// The header of a page: the row with the most different headings, the last of equals.
  ///
  /// A table has a text and two numbers, or three numbers with the line total among them.
  static func find(on page: Int, in scene: Scene) -> TableHeader? {
    let hits = Dictionary(grouping: scene.columnHits.filter { $0.place.page == page }) {
      $0.place.row
    }
    var best: TableHeader?
    for row in hits.keys.sorted() {
      guard let header = header(at: row, hits: hits, page: page, in: scene) else { continue }
      if header.columns.count >= best?.columns.count ?? 0 { best = header }
    }
    return best
  }

  private static func header(
    at row: Int,
    hits: [Int: [LabelHit]],
    page: Int,
    in scene: Scene
  ) -> TableHeader? {
    let rows = scene.pages[page].rows
    var columns: [TableColumn: Box] = [:]
    var texts: [Box] = []
    var lastRow = row
    for next in row...(row + 1) where next < rows.count {
      // A heading of two lines, or one row torn in two.
      if next > row, !continuesHeading(rows[next], below: rows[row], page: page, in: scene) {
        break
      }
      for hit in hits[next] ?? [] {
        let box = scene.segment(hit.place).box(of: hit.words)
        for case .column(let column) in hit.owners
        where column != .end && (columns[column] == nil || column == .description) {
          if column == .description { texts.append(box) }
          columns[column] = box
          lastRow = next
          break
        }
      }
    }
    // "Article  Description": the texts stand where there is most room.
    columns[.description] = texts.max { left, right in
      room(after: left, in: rows[row]) < room(after: right, in: rows[row])
    }
    let numbers = columns.keys.count { $0 != .description && $0 != .lineVATRate }
    guard columns.count >= 3, numbers >= 1, columns[.description] ?? columns[.lineNet] != nil
    else { return nil }
    let known = Array(columns.values)
    let others = rows[row].filter { segment in
      known.allSatisfy { $0.horizontalOverlap(segment.box) == 0 }
        && !segment.text.contains(where: \.isASCIIDigit)
        && !continues(segment.box, columns[.description])
    }.map(\.box)
    return TableHeader(page: page, lastRow: lastRow, columns: columns, others: others)
  }

  /// Whether a run of words goes on with the heading of the texts: "Details  of your order".
  private static func continues(_ box: Box, _ heading: Box?) -> Bool {
    guard let heading else { return false }
    return box.left >= heading.right && box.left - heading.right < heading.height * 3
  }

  /// How far it is from the start of a heading to the next one.
  private static func room(after heading: Box, in row: [Segment]) -> Int32 {
    let next = row.map(\.box.left).filter { $0 >= heading.right }.min() ?? heading.right
    return next - heading.left
  }

  /// Whether a row close below a heading is a part of it: no amount stands in it.
  private static func continuesHeading(
    _ row: [Segment],
    below above: [Segment],
    page: Int,
    in scene: Scene
  ) -> Bool {
    guard let upper = above.first?.box, let lower = row.first?.box,
      lower.top - upper.bottom < scene.pages[page].textHeight / 2
    else { return false }
    return row.allSatisfy { segment in
      scene.values.amounts(in: segment, words: segment.words.indices).isEmpty
    }
  }

  /// A header made up from at least two rows that agree, for a page whose headings cannot be read.
  static func inferred(from lines: [(row: Int, line: LineRow)], page: Int) -> TableHeader? {
    func union(_ part: (LineRow) -> PlacedNumber?) -> Box? {
      let boxes = lines.compactMap { part($0.line)?.box }
      return boxes.first.map { first in boxes.dropFirst().reduce(first) { $0.union($1) } }
    }
    guard lines.count >= 2, let first = lines.first?.row, let quantity = union(\.quantity),
      let price = union(\.price), let net = union(\.net), quantity.right < price.right,
      price.right < net.left
    else { return nil }
    return TableHeader(
      page: page,
      lastRow: first - 1,
      columns: [.quantity: quantity, .unitPrice: price, .lineNet: net],
      others: []
    )
  }
}
