// LineTable.swift — the lines of an invoice, by the headings of their columns.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads the table of lines: columns by their headings, rows by their amounts.
struct LineTable {
  let scene: Scene

  private struct Header {
    let page: Int
    let row: Int
    let columns: [TableColumn: Box]
  }

  /// The lines of every page, in reading order; empty when no table was found.
  func lines() -> [InvoiceLine] {
    scene.pages.indices.flatMap { page -> [InvoiceLine] in
      guard let header = header(on: page) else { return [] }
      return lines(under: header)
    }
  }

  /// The row with the most different headings, at least three, or two with a line total.
  private func header(on page: Int) -> Header? {
    var best: Header?
    for row in scene.pages[page].rows.indices {
      var columns: [TableColumn: Box] = [:]
      for hit in scene.columnHits
      where hit.place.page == page && (row...(row + 1)).contains(hit.place.row) {
        let box = scene.segment(hit.place).box(of: hit.words)
        for case .column(let column) in hit.owners where column != .end && columns[column] == nil {
          columns[column] = box
        }
      }
      guard columns[.description] != nil, columns.count >= 3 else { continue }
      if columns.count >= best?.columns.count ?? 0 {
        best = Header(page: page, row: row, columns: columns)
      }
    }
    return best
  }

  private func lines(under header: Header) -> [InvoiceLine] {
    let page = scene.pages[header.page]
    var lines: [InvoiceLine] = []
    var pendingText = ""
    for row in page.rows.indices.dropFirst(header.row + 1) {
      let segments = page.rows[row]
      let cells = cells(of: segments, header: header)
      if cells.net == nil, lines.isEmpty, cells.text.isEmpty { continue }
      if isEnd(page: header.page, row: row, cells: cells) { break }
      if let net = cells.net, !cells.text.isEmpty || !pendingText.isEmpty {
        let text = cells.text.isEmpty ? pendingText : cells.text
        lines.append(line(text: text, net: net, cells: cells))
        pendingText = ""
      } else if cells.net == nil, cells.quantity == nil, !cells.text.isEmpty {
        if let last = lines.last, isContinuation(segments, page: page, row: row) {
          lines[lines.count - 1] = last.described(as: last.description + " " + cells.text)
        } else {
          pendingText = cells.text
        }
      }
    }
    return lines
  }

  private func line(text: String, net: PrintedNumber, cells: Cells) -> InvoiceLine {
    InvoiceLine(
      description: text,
      quantity: cells.quantity?.value,
      unitPrice: cells.price?.value,
      lineNet: Money(net.value, currency: scene.values.currency),
      vatRate: cells.rate.flatMap { VATRate(percent: $0.value) }
    )
  }

  private struct Cells {
    var text = ""
    var quantity: PrintedNumber?
    var price: PrintedNumber?
    var net: PrintedNumber?
    var rate: PrintedNumber?
  }

  /// The numbers of a row by column; what is left of the first number column is its text.
  private func cells(of segments: [Segment], header: Header) -> Cells {
    var cells = Cells()
    var words: [String] = []
    let description = header.columns[.description]
    let numeric = header.columns.filter { $0.key != .description }
    let leftmost = numeric.values.map(\.left).filter { $0 > description?.left ?? 0 }.min() ?? .max
    for segment in segments {
      for number in scene.values.numbers.numbers(in: segment) {
        let box = segment.box(of: number.words)
        guard box.right > leftmost - box.height * 3,
          let column = nearestColumn(to: box, among: numeric)
        else { continue }
        switch column {
        case .quantity where cells.quantity == nil && !number.isPercent: cells.quantity = number
        case .unitPrice where cells.price == nil && !number.isPercent: cells.price = number
        case .lineNet where !number.isPercent && number.decimals == scene.values.currency.exponent:
          cells.net = number
        case .lineVATRate where cells.rate == nil: cells.rate = number
        default: break
        }
      }
      if let description, segment.box.left < leftmost,
        segment.box.right > description.left - segment.box.height,
        segment.text.contains(where: \.isLetter)
      {
        words.append(segment.text)
      }
    }
    cells.text = words.joined(separator: " ")
    return cells
  }

  private func nearestColumn(to box: Box, among columns: [TableColumn: Box]) -> TableColumn? {
    func distance(_ heading: Box) -> Int32 {
      heading.horizontalOverlap(box) > 0
        ? 0
        : min(
          abs(heading.right - box.right),
          abs(heading.left - box.left),
          abs(heading.middleX - box.middleX)
        )
    }
    let nearest = columns.min {
      (distance($0.value), abs($0.value.right - box.right), $0.key.rawValue)
        < (distance($1.value), abs($1.value.right - box.right), $1.key.rawValue)
    }
    guard let nearest, distance(nearest.value) < box.height * 6 else { return nil }
    return nearest.key
  }

  /// A row that a label of totals begins and that has an amount, or that carries a subtotal forward.
  private func isEnd(page: Int, row: Int, cells: Cells) -> Bool {
    guard cells.quantity == nil, cells.net != nil || cells.price != nil else { return false }
    return scene.columnHits.contains { hit in
      hit.place.page == page && hit.place.row == row && hit.words.lowerBound == 0
        && hit.owners.contains(.column(.end))
    }
      || scene.hits.contains { hit in
        hit.place.page == page && hit.place.row == row
          && hit.owners.contains(.phrase(.carriedForward))
      }
  }

  private func isContinuation(_ segments: [Segment], page: PageLayout, row: Int) -> Bool {
    guard row > 0, let above = page.rows[row - 1].first, let here = segments.first else {
      return false
    }
    return here.box.top - above.box.bottom < page.textHeight
  }
}

extension InvoiceLine {
  /// The same line with a VAT rate.
  func taxed(at rate: VATRate?) -> InvoiceLine {
    InvoiceLine(
      description: description,
      quantity: quantity,
      unitPrice: unitPrice,
      lineNet: lineNet,
      vatRate: rate
    )
  }

  fileprivate func described(as text: String) -> InvoiceLine {
    InvoiceLine(
      description: text,
      quantity: quantity,
      unitPrice: unitPrice,
      lineNet: lineNet,
      vatRate: vatRate
    )
  }
}
