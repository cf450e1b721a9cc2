// ReceiptLines.swift — the lines of a till receipt: how many, what, and what it costs with VAT.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads lines without headings and unit prices; that they sum up to the total vouches for them.
struct ReceiptLines {
  let scene: Scene

  /// The lines above the totals whose amounts sum up to `total` (magnitude, minor units); else none.
  func rows(summingTo total: Int64) -> [LineRow] {
    guard let page = scene.pages.first else { return [] }
    var lines: [LineRow] = []
    // A count that stands in a row of its own belongs to the text beside it, a little higher or lower.
    var looseCount: PlacedNumber?
    for (index, segments) in page.rows.enumerated() {
      if isTotal(row: index) {
        guard lines.isEmpty else { break }
        continue
      }
      let words = segments.flatMap(\.words)
      let line = Segment(page: page.page.number, row: index, words: words)
      let numbers = scene.values.numbers.numbers(in: line).map {
        PlacedNumber(number: $0, box: line.box(of: $0.words))
      }
      let hasLetters = line.text.contains(where: \.isLetter)
      guard hasLetters, let net = numbers.last(where: isAmount) else {
        let count = numbers.count == 1 && !hasLetters ? numbers.first.flatMap(asCount) : nil
        if let last = lines.indices.last, lines[last].quantity == nil, looseCount == nil {
          lines[last].quantity = count
        } else {
          looseCount = count
        }
        continue
      }
      var row = LineRow()
      row.net = net
      let first = numbers.first.flatMap(asCount)
      let startsWithCount = first?.number.words.lowerBound == 0
      row.quantity = startsWithCount ? first : looseCount
      looseCount = nil
      let start = startsWithCount ? first?.number.words.upperBound ?? 0 : 0
      let end = net.number.words.lowerBound
      guard start < end else { continue }
      row.text = line.text(of: start..<end)
      lines.append(row)
    }
    let exponent = scene.values.currency.exponent
    let sum = lines.reduce(Int128(0)) { sum, line in
      sum + Int128(line.net?.number.value.rounded(toPlaces: exponent) ?? 0)
    }
    return sum == Int128(total) ? lines : []
  }

  private func isAmount(_ placed: PlacedNumber) -> Bool {
    !placed.number.isPercent && placed.number.decimals == scene.values.currency.exponent
  }

  private func asCount(_ placed: PlacedNumber) -> PlacedNumber? {
    let number = placed.number
    let isCount = number.decimals == 0 && !number.isPercent && number.currency == nil
    return isCount && (1...999).contains(number.value.mantissa) ? placed : nil
  }

  private func isTotal(row: Int) -> Bool {
    scene.hits.contains { hit in
      hit.place.page == 0 && hit.place.row == row && hit.words.lowerBound == 0
        && hit.owners.contains { owner in
          guard case .rule(let index) = owner else { return false }
          return scene.rules[index].field.kind == .amount
        }
    }
  }
}
