// TrueInvoice.swift — an invoice as its truth tells it, without any reading.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing

/// An invoice whose fields are the true ones, and the entries of each source that are its own.
struct TrueInvoice {
  let id: String
  let draft: Draft
  /// By the name of the source.
  let entries: [String: Set<String>]

  /// The truth in a file; nil where it tells no match, or the document is of another kind.
  init?(file: String, kinds: Set<String>) throws {
    let data = try Data(contentsOf: URL(filePath: file))
    guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any],
      let fields = object["fields"] as? [String: Any],
      let match = object["match"] as? [String: Any],
      let entries = match["entries"] as? [String: [String]],
      let kind = object["kind"] as? String, kinds.contains(kind)
    else { return nil }
    id = object["id"] as? String ?? file
    self.entries = entries.mapValues(Set.init)
    draft = Self.draft(of: fields)
  }

  /// Those fields that matching looks at.
  private static func draft(of fields: [String: Any]) -> Draft {
    let evidence = Evidence(
      origin: .computed(from: []),
      text: "",
      rule: "truth",
      confidence: .certain
    )
    var draft = Draft()
    func text(_ name: FieldName) -> String? {
      fields[name.name] as? String ?? (fields[name.name] as? [String])?.first
    }
    let texts: [Field<String>] = [
      .invoiceNumber, .invoiceType, .currency, .purchaseOrder, .sellerName, .sellerLegalID,
      .sellerVATID, .iban, .paymentReference,
    ]
    for field in texts {
      if let value = text(field.name) { draft.set(field, to: value, evidence: evidence) }
    }
    for field: Field<CalendarDate> in [.issueDate, .dueDate] {
      let day = text(field.name).flatMap { CalendarDate(iso: $0) }
      if let day { draft.set(field, to: day, evidence: evidence) }
    }
    let currency = text(Field<String>.currency.name).flatMap(Currency.init(code:)) ?? .euro
    let amounts: [Field<Money>] = [
      .totalWithoutVAT, .totalVAT, .totalWithVAT, .prepaid, .amountDue,
    ]
    for field in amounts {
      let money = text(field.name).flatMap { DecimalNumber($0) }
        .flatMap { Money($0, currency: currency) }
      if let money { draft.set(field, to: money, evidence: evidence) }
    }
    return draft
  }
}
