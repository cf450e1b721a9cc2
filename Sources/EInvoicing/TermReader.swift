// TermReader.swift — reads business terms at their places in a tree.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads the business terms of one invoice at the places that its syntax gives them.
struct TermReader {
  let syntax: EInvoiceSyntax
  let root: MarkupElement

  func draft() -> Draft {
    var draft = Draft()
    let code = text(at: syntax.currency)
    let currency = code.flatMap { Currency(code: $0) } ?? .euro
    if code != nil { set(.currency, currency.code, syntax.currency, code ?? "", in: &draft) }
    for (name, path) in syntax.texts {
      guard let found = text(at: path), let value = IdentifierForm.value(found, of: name) else {
        continue
      }
      draft[name: name] = extracted(.text(value), at: path, found)
    }
    for (name, path) in syntax.dates {
      guard let found = text(at: path), let date = DateForm.date(found) else { continue }
      draft[name: name] = extracted(.date(date), at: path, found)
    }
    for (name, path) in syntax.amounts {
      guard let found = text(at: path), let amount = amount(found, currency) else { continue }
      draft[name: name] = extracted(.amount(amount), at: path, found)
    }
    // Nothing was paid before: the term is written all the same by many.
    if draft[.prepaid]?.minorUnits == 0 { draft[name: Field.prepaid.name] = nil }
    setTotalVAT(currency, in: &draft)
    let breakdown = breakdown(currency)
    if !breakdown.isEmpty { set(.vatBreakdown, breakdown, syntax.breakdown, "", in: &draft) }
    let lines = lines(currency)
    if !lines.isEmpty { set(.lines, lines, syntax.lines, "", in: &draft) }
    return draft
  }

  /// BT-110 is the total in the invoice's currency; BT-111 stands beside it in the seller's.
  private func setTotalVAT(_ currency: Currency, in draft: inout Draft) {
    let totals = syntax.totalVAT.elements(from: root)
    let own = totals.first { $0.attributes["currencyID"] == currency.code } ?? totals.first
    guard let own, let total = amount(own.text, currency) else { return }
    set(.totalVAT, total, syntax.totalVAT, own.text, in: &draft)
  }

  private func breakdown(_ currency: Currency) -> [VATBreakdownLine] {
    syntax.breakdown.elements(from: root).compactMap { row in
      func text(_ path: MarkupPath) -> String? { path.first(from: row)?.text }
      guard let base = text(syntax.breakdownRow.taxableAmount).flatMap({ amount($0, currency) }),
        let tax = text(syntax.breakdownRow.vatAmount).flatMap({ amount($0, currency) })
      else { return nil }
      // Categories without tax need no rate.
      let rate =
        text(syntax.breakdownRow.rate).flatMap(self.rate) ?? VATRate(hundredthsOfPercent: 0)
      let category = text(syntax.breakdownRow.category)
      return VATBreakdownLine(
        taxableAmount: base,
        vatAmount: tax,
        vatRate: rate,
        category: category
      )
    }
  }

  private func lines(_ currency: Currency) -> [InvoiceLine] {
    syntax.lines.elements(from: root).map { line in
      func text(_ path: MarkupPath) -> String? { path.first(from: line)?.text }
      func number(_ path: MarkupPath) -> DecimalNumber? { text(path).flatMap(DecimalNumber.init) }
      let price = number(syntax.line.price)
      let units = number(syntax.line.priceQuantity)
      return InvoiceLine(
        description: text(syntax.line.name) ?? "",
        quantity: number(syntax.line.quantity),
        unitPrice: price.map { price in units.flatMap { price.divided(by: $0) } ?? price },
        lineNet: text(syntax.line.net).flatMap { amount($0, currency) },
        vatRate: text(syntax.line.rate).flatMap(rate)
      )
    }
  }

  private func amount(_ text: String, _ currency: Currency) -> Money? {
    DecimalNumber(text).flatMap { Money($0, currency: currency) }
  }

  private func rate(_ text: String) -> VATRate? {
    DecimalNumber(text).flatMap { VATRate(percent: $0) }
  }

  private func text(at path: MarkupPath) -> String? {
    path.firstText(from: root)
  }

  private func set<Value: FieldContent>(
    _ field: Field<Value>,
    _ value: Value,
    _ path: MarkupPath,
    _ text: String,
    in draft: inout Draft
  ) {
    draft[name: field.name] = extracted(value.fieldValue, at: path, text)
  }

  private func extracted(
    _ value: FieldValue,
    at path: MarkupPath,
    _ text: String
  ) -> Extracted<FieldValue> {
    Extracted(
      value: value,
      evidence: Evidence(
        origin: .structured(path: path.text),
        text: text,
        rule: RuleID("e-invoice/" + syntax.name),
        confidence: .certain
      )
    )
  }
}

extension DecimalNumber {
  /// The quotient to six decimals; nil for zero or beyond 64 bits.
  fileprivate func divided(by other: DecimalNumber) -> DecimalNumber? {
    guard other.mantissa != 0, let left = rounded(toPlaces: 6),
      let right = other.rounded(toPlaces: 6), right != 0
    else { return nil }
    let product = Int128(left) * 1_000_000
    let half = Int128(right.magnitude) / 2
    let quotient = (product + (product < 0 ? -half : half)) / Int128(right)
    return Int64(exactly: quotient).map { DecimalNumber(mantissa: $0, scale: 6) }
  }
}
