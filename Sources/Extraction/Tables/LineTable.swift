// LineTable.swift — the lines of an invoice, by headings and by arithmetic.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads the table of lines: columns by their headings, rows by their numbers.
struct LineTable {
  let scene: Scene
  private let reader: LineRowReader

  init(scene: Scene) {
    self.scene = scene
    reader = LineRowReader(scene: scene)
  }

  /// The lines of every page, in reading order; empty when no table was found.
  func rows() -> [LineRow] {
    let underHeadings = scene.pages.indices.compactMap {
      TableHeader.find(on: $0, in: scene)
    }.flatMap(rows)
    guard underHeadings.isEmpty else { return underHeadings }
    return scene.pages.indices.flatMap { page in
      let lines = rowsThatAgree(page: page)
      let inferred = TableHeader.inferred(from: lines, page: page).map(rows) ?? []
      return inferred.count > lines.count ? inferred : lines.map(\.line)
    }
  }

  private func rows(under header: TableHeader) -> [LineRow] {
    let page = scene.pages[header.page]
    var lines: [LineRow] = []
    // A text row belongs to the line above, unless numbers without a text of their own follow it.
    var loose: (text: String, before: String?)?
    for index in page.rows.indices.dropFirst(header.lastRow + 1) {
      let segments = page.rows[index].filter { $0.box.right > header.left }
      let row = reader.row(segments, under: header)
      if isCarriedForward(page: header.page, row: index) {
        guard lines.isEmpty else { break }
        continue
      }
      let endsTable = !row.agrees && isEnd(page: header.page, row: index, from: header.left)
      if endsTable {
        guard !lines.isEmpty, hasAmount(segments) else { continue }
        break
      }
      if isLine(row) {
        var line = row
        if line.text.isEmpty, let claimed = loose {
          line.text = claimed.text
          if let before = claimed.before { lines[lines.count - 1].text = before }
        }
        loose = nil
        if !line.text.isEmpty { lines.append(line) }
      } else if !row.text.isEmpty, !row.hasNumbers {
        loose = (row.text, nil)
        guard let last = lines.indices.last, isClose(page, above: index) else { continue }
        loose?.before = lines[last].text
        lines[last].text += " " + row.text
      }
    }
    return lines
  }

  /// A line has a net, or a quantity with a price.
  private func isLine(_ row: LineRow) -> Bool {
    row.net != nil || row.quantity != nil && row.price != nil
  }

  /// The rows of a page without headings whose numbers agree, their texts perhaps in the row above.
  private func rowsThatAgree(page index: Int) -> [(row: Int, line: LineRow)] {
    let page = scene.pages[index]
    return page.rows.indices.compactMap { row in
      guard var line = reader.row(page.rows[row]) else { return nil }
      if !line.text.contains(where: \.isLetter), row > 0 {
        line.text = page.rows[row - 1].map(\.text).joined(separator: " ")
      }
      return line.text.contains(where: \.isLetter) ? (row, line) : nil
    }
  }

  /// Whether a label of totals, or what ends a table, begins a run of words of the row.
  private func isEnd(page: Int, row: Int, from left: Int32) -> Bool {
    func begins(_ hit: LabelHit) -> Bool {
      hit.words.lowerBound == 0 && scene.segment(hit.place).box.right > left
    }
    let ends = scene.columnHits.contains { hit in
      hit.place.page == page && hit.place.row == row && begins(hit)
        && hit.owners.contains(.column(.end))
    }
    guard !ends else { return true }
    return scene.pages[page].rows[row].indices.contains { position in
      let place = SegmentPlace(page: page, row: row, position: position)
      return scene.hits(at: place).contains { begins($0) && $0.owners.contains(where: isTotal) }
    }
  }

  private func hasAmount(_ segments: [Segment]) -> Bool {
    segments.contains { !scene.values.amounts(in: $0, words: $0.words.indices).isEmpty }
  }

  private func isTotal(_ owner: LabelOwner) -> Bool {
    guard case .rule(let index) = owner else { return false }
    return scene.rules[index].field.kind == .amount
  }

  private func isCarriedForward(page: Int, row: Int) -> Bool {
    scene.pages[page].rows[row].indices.contains { position in
      let place = SegmentPlace(page: page, row: row, position: position)
      return scene.hits(at: place).contains { $0.owners.contains(.phrase(.carriedForward)) }
    }
  }

  private func isClose(_ page: PageLayout, above row: Int) -> Bool {
    guard row > 0, let above = page.rows[row - 1].first, let here = page.rows[row].first else {
      return false
    }
    return here.box.top - above.box.bottom < page.textHeight
  }
}

extension InvoiceLine {
  /// The line that a row of the page says, its rate given.
  init(_ row: LineRow, rate: VATRate?, currency: Currency) {
    self.init(
      description: row.text,
      quantity: row.quantity?.number.value,
      unitPrice: row.price?.number.value,
      lineNet: row.net.flatMap { Money($0.number.value, currency: currency) },
      vatRate: rate
    )
  }

  /// The same line as a credit note tells it: positive.
  var positive: InvoiceLine {
    InvoiceLine(
      description: description,
      quantity: quantity?.magnitude,
      unitPrice: unitPrice?.magnitude,
      lineNet: lineNet?.magnitude,
      vatRate: vatRate
    )
  }

  /// The same line without prices: those printed have VAT in them.
  var withoutPrices: InvoiceLine {
    InvoiceLine(description: description, quantity: quantity, vatRate: vatRate)
  }
}
