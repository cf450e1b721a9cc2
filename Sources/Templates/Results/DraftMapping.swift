// DraftMapping.swift — the vocabulary of invoice2data mapped to EN 16931.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Maps what a template found to the fields of an invoice, each with its place on a page.
struct DraftMapping {
  let record: TemplateRecord
  let template: String
  let grid: TextGrid

  /// What a template finds is believed so much: a person is asked unless checks agree.
  private static let trust = 930
  private static let doubt = 500

  /// Names of invoice2data by field, the first that is there counts.
  private static let texts: [(Field<String>, [String])] = [
    (.invoiceNumber, ["invoice_number"]), (.sellerName, ["partner_name", "issuer"]),
    (.sellerLegalID, ["siren", "partner_coc"]), (.sellerVATID, ["vat"]),
    (.buyerVATID, ["company_vat"]), (.paymentReference, ["payment_reference"]),
    (.iban, ["iban"]),
  ]
  private static let dates: [(Field<CalendarDate>, String)] = [
    (.issueDate, "date"), (.dueDate, "date_due"), (.periodStart, "date_start"),
    (.periodEnd, "date_end"),
  ]
  private static let amounts: [(Field<Money>, String)] = [
    (.totalWithoutVAT, "amount_untaxed"), (.totalVAT, "amount_tax"), (.totalWithVAT, "amount"),
  ]

  private var currency: Currency? {
    guard case .text(let code) = record["currency"]?.value else { return nil }
    return Currency(code: code)
  }

  /// Credit notes are printed with negative totals; in a draft their amounts are positive.
  private var isCreditNote: Bool { record["amount"]?.number.map { $0 < .zero } ?? false }

  func draft() -> Draft {
    var draft = Draft()
    for (field, names) in Self.texts { set(field, from: names, of: &draft) }
    for (field, name) in Self.dates {
      guard let found = single(name), case .date(let date) = found.value else { continue }
      draft.set(field, to: date, evidence: evidence(of: found, name))
    }
    if let currency {
      // Without a sign on the page it is what the template assumes.
      let found = record["currency"] ?? TracedValue(.null)
      draft.set(.currency, to: currency.code, evidence: evidence(of: found, "currency"))
      addAmounts(in: currency, to: &draft)
    }
    return draft
  }

  private func set(_ field: Field<String>, from names: [String], of draft: inout Draft) {
    for name in names {
      guard let found = single(name), let text = text(of: found) else { continue }
      let (value, isSound) = Self.normalised(text, for: field)
      guard !value.isEmpty else { continue }
      let evidence = evidence(of: found, name)
      let doubt = min(evidence.confidence, Confidence(permille: Self.doubt))
      draft.set(
        field,
        to: value,
        evidence: isSound ? evidence : evidence.with(confidence: doubt)
      )
      return
    }
  }

  /// The value of a name; of several different ones the first, and doubtful.
  private func single(_ name: String) -> TracedValue? {
    guard let found = record[name] else { return nil }
    guard case .list(let list) = found.value else { return found }
    return list.first { $0.value != .null }.map {
      TracedValue($0.value, words: $0.words, isDoubtful: true)
    }
  }

  private func text(of found: TracedValue) -> String? {
    switch found.value {
    case .text(let text): TracedText(text).stripped.text
    case .whole(let number): String(number)
    default: nil
    }
  }

  /// The value as fields hold it, and whether its check digits, where it has any, agree.
  private static func normalised(_ text: String, for field: Field<String>) -> (String, Bool) {
    switch field {
    case .sellerVATID, .buyerVATID:
      if let id = VATIdentifier(text) { return (id.compact, true) }
      return (asciiLettersAndDigits(text), false)
    case .iban:
      if let iban = IBAN(text) { return (iban.compact, true) }
      return (asciiLettersAndDigits(text), false)
    case .sellerLegalID: return (asciiLettersAndDigits(text), true)
    default:
      return (text.split(whereSeparator: \.isWhitespace).joined(separator: " "), true)
    }
  }

  private func addAmounts(in currency: Currency, to draft: inout Draft) {
    for (field, name) in Self.amounts {
      guard let found = single(name), let number = found.number,
        let money = Money(number, currency: currency)
      else { continue }
      let amount = isCreditNote ? money.negated : money
      draft.set(field, to: amount, evidence: evidence(of: found, name))
    }
    if isCreditNote, let total = record["amount"] {
      draft.set(.invoiceType, to: "381", evidence: evidence(of: total, "amount"))
    }
    addBreakdown(in: currency, to: &draft)
    addLines(in: currency, to: &draft)
  }

  private func addBreakdown(in currency: Currency, to draft: inout Draft) {
    let rows = record["tax_lines"]?.records ?? []
    let breakdown = rows.compactMap { row -> VATBreakdownLine? in
      guard let base = amount("price_subtotal", of: row, in: currency),
        let tax = amount("line_tax_amount", of: row, in: currency), let rate = rate(of: row)
      else { return nil }
      return VATBreakdownLine(taxableAmount: base, vatAmount: tax, vatRate: rate)
    }
    // Half a breakdown would be a wrong one.
    guard !rows.isEmpty, breakdown.count == rows.count else { return }
    draft.set(.vatBreakdown, to: breakdown, evidence: evidence(of: rows, "tax_lines"))
  }

  private func addLines(in currency: Currency, to draft: inout Draft) {
    let rows = record["lines"]?.records ?? []
    let lines = rows.compactMap { row -> InvoiceLine? in
      let line = InvoiceLine(
        description: row["name"].flatMap(text(of:)) ?? "",
        quantity: row["qty"]?.number,
        unitPrice: row["price_unit"]?.number,
        lineNet: amount("price_subtotal", of: row, in: currency),
        vatRate: rate(of: row)
      )
      let isEmpty = line.description.isEmpty && line.lineNet == nil && line.quantity == nil
      return isEmpty ? nil : line
    }
    guard !lines.isEmpty else { return }
    draft.set(.lines, to: lines, evidence: evidence(of: rows, "lines"))
  }

  private func amount(_ name: String, of row: TemplateRecord, in currency: Currency) -> Money? {
    let money = row[name]?.number.flatMap { Money($0, currency: currency) }
    return isCreditNote ? money?.negated : money
  }

  private func rate(of row: TemplateRecord) -> VATRate? {
    row["line_tax_percent"]?.number.flatMap(VATRate.init(percent:))
  }

  private func evidence(of rows: [TemplateRecord], _ name: String) -> Evidence {
    let values = rows.flatMap { row in row.names.compactMap { row[$0] } }
    let words = Set(values.flatMap(\.words)).sorted()
    let isDoubtful = values.contains(where: \.holdsDoubt)
    return evidence(of: TracedValue(.null, words: words, isDoubtful: isDoubtful), name)
  }

  /// The words on the first of their pages; without words it is what the template states.
  private func evidence(of found: TracedValue, _ name: String) -> Evidence {
    let placed = found.words.map { grid.words[Int($0)] }
    let onPage = placed.filter { $0.page == placed.first?.page }.map(\.word)
    let reading = placed.map(\.word.confidence).min() ?? .certain
    let trust = found.isDoubtful ? Self.doubt : Self.trust
    return Evidence(
      origin: onPage.first.map { first in
        .printed(
          page: placed[0].page,
          box: onPage.dropFirst().reduce(first.box) { $0.union($1.box) }
        )
      } ?? .computed(from: []),
      text: onPage.map(\.text).joined(separator: " "),
      rule: RuleID("invoice2data/\(template)/\(name)"),
      confidence: Confidence(permille: trust * Int(reading.permille) / 1000)
    )
  }
}

extension Money {
  fileprivate var negated: Money { Money(minorUnits: 0, currency: currency) - self }
}
