// LineRowReader.swift — rows of a page read as lines, by headings or by arithmetic alone.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads rows of pages as lines of the invoice.
struct LineRowReader {
  let scene: Scene

  private var arithmetic: LineArithmetic {
    LineArithmetic(exponent: scene.values.currency.exponent)
  }

  /// A row under headings: its numbers by their columns, unless arithmetic tells better.
  func row(_ segments: [Segment], under header: TableHeader) -> LineRow {
    var row = LineRow()
    var numbers: [PlacedNumber] = []
    var numbersLeft = Int32.max
    // A line total whose decimal mark was lost, if arithmetic says so.
    var bareNet: PlacedNumber?
    let placed = segments.flatMap { segment in
      placedNumbers(of: [segment]).filter { !header.isPartOfText($0.box, in: segment) }
    }
    for number in placed {
      let column = header.column(of: number.box)
      // Quantities may stand left of the texts.
      let isInside =
        number.box.right > header.numbersLeft && number.box.middleX >= header.textLeft
      guard isInside || column == .quantity && header.isLeftOfTexts(number.box) else { continue }
      if column == .lineVATRate {
        if row.rate == nil { row.rate = number.number }
        continue
      }
      numbers.append(number)
      if column != nil, isInside { numbersLeft = min(numbersLeft, number.box.left) }
      let isAmount = !number.number.isPercent
      switch column {
      case .quantity where row.quantity == nil && isAmount: row.quantity = number
      case .unitPrice where row.price == nil && isAmount: row.price = number
      case .lineNet where isAmount && number.number.decimals == arithmetic.exponent:
        row.net = number
      case .lineNet where isAmount && row.net == nil: bareNet = number
      default: break
      }
    }
    row.rateCode = header.columns[.lineVATRate].flatMap { heading in
      segments.flatMap(\.words).last { $0.box.horizontalOverlap(heading) > 0 }?.text
    }
    settle(&row, numbers: numbers)
    if !row.agrees { complete(&row, bareNet: bareNet) }
    if let first = row.quantity?.box, row.agrees, !header.isLeftOfTexts(first) {
      numbersLeft = min(numbersLeft, first.left)
    }
    row.text = text(of: segments, under: header, before: numbersLeft)
    return row
  }

  /// A row without headings: only one whose numbers agree is a line.
  func row(_ segments: [Segment]) -> LineRow? {
    let numbers = placedNumbers(of: segments)
    guard numbers.count >= 3 else { return nil }
    var row = LineRow()
    settle(&row, numbers: numbers)
    guard row.agrees, !row.isMended, let left = row.quantity?.box.left else { return nil }
    row.text = nearestText(in: segments, before: left)
    return row
  }

  /// The run of words that ends nearest to the left of the numbers, with runs close before it.
  private func nearestText(in segments: [Segment], before left: Int32) -> String {
    var words: [Word] = []
    for word in segments.flatMap(\.words).filter({ $0.box.right <= left }).reversed() {
      if let next = words.last, next.box.left - word.box.right > next.box.height * 2,
        words.contains(where: { $0.text.contains(where: \.isLetter) })
      {
        break
      }
      words.append(word)
    }
    return words.reversed().map(\.text).joined(separator: " ")
  }

  private func placedNumbers(of segments: [Segment]) -> [PlacedNumber] {
    segments.flatMap { segment in
      scene.values.numbers.numbers(in: segment).map {
        PlacedNumber(number: $0, box: segment.box(of: $0.words))
      }
    }
  }

  private func settle(_ row: inout LineRow, numbers: [PlacedNumber]) {
    if let quantity = row.quantity, let price = row.price, let net = row.net,
      arithmetic.agrees(
        LineNumbers(quantity: quantity.number, price: price.number, net: net.number),
        discounts: []
      )
    {
      // What the headings say holds, even where other numbers of the row agree as well.
      row.agrees = true
    } else if let places = arithmetic.places(in: numbers.map(\.number)) {
      row.quantity = numbers[places.quantity]
      row.price = numbers[places.price]
      row.net = numbers[places.net]
      row.agrees = true
    } else if var quantity = row.quantity, var price = row.price, var net = row.net,
      let mended = arithmetic.mended(
        LineNumbers(quantity: quantity.number, price: price.number, net: net.number)
      )
    {
      quantity.number = mended.quantity
      price.number = mended.price
      net.number = mended.net
      (row.quantity, row.price, row.net) = (quantity, price, net)
      row.agrees = true
      row.isMended = true
    }
    let used = [row.quantity, row.price, row.net].compactMap { $0?.box }
    row.others = numbers.filter { !used.contains($0.box) }.map(\.number)
  }

  /// Fills in what could not be read from what could: a lost decimal mark, the third of three numbers.
  private func complete(_ row: inout LineRow, bareNet: PlacedNumber?) {
    if row.net == nil { row.net = bareNet }
    switch (row.quantity, row.price, row.net) {
    case (let quantity?, var price?, var net?):
      let found = LineNumbers(quantity: quantity.number, price: price.number, net: net.number)
      guard let marked = arithmetic.marked(found) else { break }
      price.number = marked.price
      net.number = marked.net
      (row.price, row.net) = (price, net)
      row.agrees = true
      row.isMended = true
    case (nil, let price?, let net?):
      guard let value = arithmetic.quantity(price: price.number, net: net.number) else { break }
      row.quantity = PlacedNumber(
        number: net.number.with(value: DecimalNumber(mantissa: value)),
        box: net.box
      )
      row.agrees = true
      row.isMended = true
    default: break
    }
    if let net = row.net, net.number.decimals != arithmetic.exponent { row.net = nil }
  }

  /// The words in the column of texts: under no foreign heading and left of the first number.
  private func text(
    of segments: [Segment],
    under header: TableHeader,
    before numbersLeft: Int32
  ) -> String {
    let words = segments.filter(header.isText).flatMap(\.words).filter { word in
      word.box.right <= numbersLeft && !header.isForeign(word.box)
    }
    return words.map(\.text).joined(separator: " ")
  }
}
