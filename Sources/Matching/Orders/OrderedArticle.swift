// OrderedArticle.swift — an article of an order, wherever it stands in it.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// An article of an order: all lines of one code, or of one description.
struct OrderedArticle {
  let description: String
  let lineNumbers: Set<String>
  /// Nil where a line tells none.
  let quantity: DecimalNumber?
  private let code: String?
  private let words: Set<String>
  private let prices: [DecimalNumber]

  private init?(_ lines: [OrderLine]) {
    guard let first = lines.first else { return nil }
    description = first.description
    lineNumbers = Set(lines.map(\.number))
    quantity = lines.reduce(DecimalNumber.zero as DecimalNumber?) { sum, line in
      line.quantity.flatMap { quantity in sum?.adding(quantity) }
    }
    code = first.item.map(Self.compact).flatMap { $0.isEmpty ? nil : $0 }
    words = Self.words(of: first.description)
    prices = lines.compactMap(\.unitPrice)
  }

  /// The articles of an order in the order of their first lines.
  static func articles(of order: LedgerEntry) -> [OrderedArticle] {
    var keys: [String] = []
    var lines: [String: [OrderLine]] = [:]
    for line in order.lines {
      let key =
        line.item.map(compact) ?? words(of: line.description).sorted().joined(separator: " ")
      if lines[key] == nil { keys.append(key) }
      lines[key, default: []].append(line)
    }
    return keys.compactMap { lines[$0].flatMap(OrderedArticle.init) }
  }

  /// The index of the article that a line of an invoice is most likely of, or nil.
  static func index(of line: InvoiceLine, among articles: [OrderedArticle]) -> Int? {
    let words = words(of: line.description)
    let scored = articles.indices.map { (likeness: articles[$0].likeness(line, words), place: $0) }
    // Between equals the first: the order of the order.
    let best = scored.max { ($0.likeness, -$0.place) < ($1.likeness, -$1.place) }
    return best.flatMap { $0.likeness >= 500 ? $0.place : nil }
  }

  /// The price of the order that is nearest to what the line charges for one.
  func price(nearest line: InvoiceLine) -> DecimalNumber? {
    guard prices.count > 1, let charged = line.unitPrice else { return prices.first }
    return prices.min { Self.distance($0, charged) < Self.distance($1, charged) }
  }

  /// In permille: the share of common words; a printed code settles it, and so does the same price
  /// with half of the words.
  private func likeness(_ line: InvoiceLine, _ its: Set<String>) -> Int {
    if let code, code.utf8.count >= 4, Self.compact(line.description).contains(code) { return 2000 }
    let smaller = min(words.count, its.count)
    guard smaller > 0 else { return 0 }
    let common = words.intersection(its).count
    let isSamePrice = line.unitPrice.map(prices.contains) ?? false
    return 1000 * common / smaller + (isSamePrice ? 250 : 0)
  }

  private static func distance(_ left: DecimalNumber, _ right: DecimalNumber) -> DecimalNumber {
    let opposite = Int64(clamping: -Int128(right.mantissa))
    return left.adding(DecimalNumber(mantissa: opposite, scale: right.scale))?.magnitude
      ?? DecimalNumber(mantissa: .max)
  }

  private static func compact(_ text: String) -> String { asciiLettersAndDigits(text) }

  /// Words of three letters or more, and numbers.
  private static func words(of text: String) -> Set<String> {
    let words = folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set(words.filter { $0.count >= 3 || $0.allSatisfy(\.isNumber) })
  }
}
