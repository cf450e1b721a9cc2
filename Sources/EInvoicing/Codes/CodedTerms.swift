// CodedTerms.swift — the terms that the codes of an invoice's pages tell.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// The terms that bar codes and QR codes tell exactly, each with evidence of origin `code`.
///
/// Of two codes of one kind that differ neither is believed: pages of two invoices lie there.
package func codedTerms(of codes: [PageCode]) -> Draft {
  var draft = Draft()
  var disputed: Set<FieldName> = []
  for code in codes {
    guard let terms = CodeForms.all.lazy.compactMap({ $0.terms(of: code.text) }).first else {
      continue
    }
    for (name, value) in terms {
      if let known = draft[name: name], known.value != value { disputed.insert(name) }
      draft[name: name] = Extracted(
        value: value,
        evidence: Evidence(
          origin: .code(kind: code.kind, page: code.page, box: code.box),
          text: String(code.text.prefix(400)),
          rule: "code",
          confidence: .certain
        )
      )
    }
  }
  for name in disputed { draft[name: name] = nil }
  return draft
}

/// A form of text in a code that tells terms of an invoice.
protocol CodeForm: Sendable {
  /// The terms that it tells; nil when the text is none of this form.
  func terms(of text: String) -> [FieldName: FieldValue]?
}

/// Every form there is; the first that fits is taken.
enum CodeForms {
  static let all: [any CodeForm] = [
    EPCCode(), SwissCode(), PortugueseCode(), SpanishCode(), CzechCode(),
  ]
}

/// Terms on their way into a draft.
struct Terms {
  private(set) var values: [FieldName: FieldValue] = [:]

  /// A text, unless it is empty.
  mutating func set(_ field: Field<String>, _ text: some StringProtocol) {
    let trimmed = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    if !trimmed.isEmpty { values[field.name] = .text(trimmed) }
  }

  /// An account number, if it is one.
  mutating func set(iban text: some StringProtocol) {
    if let iban = IBAN(String(text)) { values[Field.iban.name] = .text(iban.compact) }
  }

  /// An amount written with a point, unless it is no positive one.
  mutating func set(_ field: Field<Money>, _ text: some StringProtocol, _ currency: Currency) {
    if let amount = Money(plainText: text, currency), amount.minorUnits > 0 {
      values[field.name] = .amount(amount)
    }
  }

  mutating func set(_ field: Field<CalendarDate>, _ date: CalendarDate?) {
    if let date { values[field.name] = .date(date) }
  }
}

extension Money {
  /// The amount of digits with a point before at most as many decimals as the currency has.
  fileprivate init?(plainText text: some StringProtocol, _ currency: Currency) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0) }
    guard let whole = parts.first, !whole.isEmpty, whole.utf8.count <= 12,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.count <= currency.exponent else { return nil }
    let padding = String(repeating: "0", count: currency.exponent - decimals.count)
    guard let units = Int64(whole + decimals + padding) else { return nil }
    self.init(minorUnits: units, currency: currency)
  }
}
