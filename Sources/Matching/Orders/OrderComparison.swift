// OrderComparison.swift — lines of an invoice beside the articles of an order.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The lines of an invoice beside the articles of its order.
///
/// An order often has an article on several lines, and an invoice gathers or splits them: quantities
/// are compared by article, never line by line.
struct OrderComparison {
  private let order: String
  private let currency: Currency
  private let articles: [OrderedArticle]
  private let lines: [InvoiceLine]
  /// The index of each line's article.
  private let places: [Int?]
  private let standing: OrderStanding

  /// Nil where the order tells no lines, or the invoice's do not add up to its total: what was read
  /// wrongly is no reproach.
  init?(_ draft: Draft, _ standing: OrderStanding) {
    let articles = OrderedArticle.articles(of: standing.order)
    guard !articles.isEmpty, let lines = Self.soundLines(of: draft),
      draft[.totalWithoutVAT]?.currency == standing.order.amount.currency
    else { return nil }
    self.order = standing.order.reference ?? standing.order.id.id
    self.currency = standing.order.amount.currency
    self.articles = articles
    self.lines = lines
    self.standing = standing
    places = lines.map { line in OrderedArticle.index(of: line, among: articles) }
  }

  /// What is odd, article by article in the order's order.
  var findings: [Finding] {
    let perArticle = articles.indices.flatMap { place in
      [quantityFinding(place) ?? receiptFinding(place), priceFinding(place)].compactMap { $0 }
    }
    let strange = zip(lines, places).first { $0.1 == nil }?.0
    let unknown = strange.map { line in
      Finding(
        .info,
        "order-line-unknown",
        field: Field.lines.name,
        ["order": order, "description": line.description]
      )
    }
    return perArticle + [unknown].compactMap { $0 }
  }

  /// The lines of an invoice, each with quantity and net, that add up to its total without VAT.
  private static func soundLines(of draft: Draft) -> [InvoiceLine]? {
    guard let lines = draft[.lines], !lines.isEmpty, let total = draft[.totalWithoutVAT],
      lines.allSatisfy({ ($0.quantity?.mantissa ?? 0) > 0 && $0.lineNet != nil })
    else { return nil }
    let sum = lines.reduce(Int128(0)) { $0 + Int128($1.lineNet?.minorUnits ?? 0) }
    return abs(sum - Int128(total.minorUnits)) <= 2 * Int128(lines.count) ? lines : nil
  }

  // MARK: Quantities

  private func quantityFinding(_ place: Int) -> Finding? {
    let article = articles[place]
    guard let ordered = article.quantity, let now = quantity(of: place, on: lines, places),
      let before = invoicedBefore(place), let all = now.adding(before), all > ordered
    else { return nil }
    return quantityFinding("order-quantity-exceeded", article, ordered, before: before, now: now)
  }

  private func receiptFinding(_ place: Int) -> Finding? {
    let article = articles[place]
    guard !standing.receipts.isEmpty, let now = quantity(of: place, on: lines, places),
      let before = invoicedBefore(place), let all = now.adding(before)
    else { return nil }
    let came = standing.receipts.filter { article.lineNumbers.contains($0.line) }
      .reduce(DecimalNumber.zero as DecimalNumber?) { $0?.adding($1.quantity) }
    guard let came, all > came else { return nil }
    return quantityFinding("order-not-received", article, came, before: before, now: now)
  }

  private func quantityFinding(
    _ code: String,
    _ article: OrderedArticle,
    _ limit: DecimalNumber,
    before: DecimalNumber,
    now: DecimalNumber
  ) -> Finding {
    Finding(
      .blocking,
      code,
      field: Field.lines.name,
      [
        "order": order, "description": article.description, "limit": limit.description,
        "before": before.description, "invoiced": now.description,
      ]
    )
  }

  /// Zero where the invoices before have none of it; nil where their lines cannot be relied on.
  private func invoicedBefore(_ place: Int) -> DecimalNumber? {
    var sum: DecimalNumber? = .zero
    for draft in standing.invoiced where !draft.isCreditNote {
      guard let lines = Self.soundLines(of: draft) else { return nil }
      let places = lines.map { OrderedArticle.index(of: $0, among: articles) }
      sum = sum.flatMap { sum in quantity(of: place, on: lines, places).flatMap(sum.adding) }
    }
    return sum
  }

  private func quantity(
    of place: Int,
    on lines: [InvoiceLine],
    _ places: [Int?]
  ) -> DecimalNumber? {
    zip(lines, places).filter { $0.1 == place }.compactMap(\.0.quantity)
      .reduce(DecimalNumber.zero as DecimalNumber?) { $0?.adding($1) }
  }

  // MARK: Prices

  private func priceFinding(_ place: Int) -> Finding? {
    let article = articles[place]
    let own = zip(lines, places).filter { $0.1 == place }.map(\.0)
    var (excess, expected) = (Int128(0), Int128(0))
    for line in own {
      guard let net = line.lineNet?.minorUnits, let quantity = line.quantity,
        let price = article.price(nearest: line),
        let due = quantity.multiplied(by: price)?.rounded(toPlaces: currency.exponent)
      else { return nil }
      excess += Int128(net) - Int128(due)
      expected += Int128(due)
    }
    let unit = Int128(powerOfTen(currency.exponent) ?? 1)
    let tolerance = max(unit / 2 * Int128(own.count), expected / 50)
    guard expected > 0, excess > tolerance else { return nil }
    let isGrave = excess * 20 > expected || excess > 25 * unit
    return Finding(
      isGrave ? .blocking : .warning,
      "order-price-differs",
      field: Field.lines.name,
      [
        "order": order, "description": article.description, "currency": currency.code,
        "excess": money(excess, currency).plainText,
        "ordered": money(expected, currency).plainText,
      ]
    )
  }
}
