// CalibrationTruth.swift — what really stands on a document, for telling right from wrong.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing

/// The true values of a document and who sold.
///
/// A JSON object: "supplier_id" and "fields", whose values are texts, lists of texts (each is right),
/// or lists of rows. A field that is absent is not printed; null says that it is not known.
struct CalibrationTruth {
  let supplier: String
  private let fields: [String: Any]

  /// The truth in a file, or nil when there is none.
  init?(file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard let object, let fields = object["fields"] as? [String: Any] else { return nil }
    supplier = object["supplier_id"] as? String ?? ""
    self.fields = fields
  }

  /// Whether a value is right; nil when the truth does not say.
  func isRight(_ value: FieldValue, of field: FieldDefinition) -> Bool? {
    let isKnown = Self.judged.contains(field.name.name)
    guard isKnown else { return nil }
    guard let expected = fields[field.name.name] else { return false }
    if expected is NSNull { return nil }
    if let rows = expected as? [[String: Any]] { return Self.equal(rows, value) }
    let texts = expected as? [String] ?? [expected as? String ?? "\(expected)"]
    return texts.contains { Self.equal($0, value, field.kind) }
  }

  private static let judged: Set<String> = [
    "invoice_number", "issue_date", "invoice_type", "currency", "due_date", "purchase_order",
    "seller_name", "seller_legal_id", "seller_vat_id", "buyer_name", "buyer_vat_id",
    "payment_reference", "iban", "total_without_vat", "total_vat", "total_with_vat", "prepaid",
    "amount_due", "vat_breakdown", "lines",
  ]

  private static func equal(_ expected: String, _ value: FieldValue, _ kind: FieldKind) -> Bool {
    switch value {
    case .amount(let amount):
      DecimalNumber(expected)?.magnitude == DecimalNumber(amount.plainText)?.magnitude
    case .date(let date): date.description == expected
    case .text(let text) where kind == .text: similarity(expected, text) >= 0.8
    case .text(let text): lettersAndDigits(text) == lettersAndDigits(expected)
    case .flag(let flag): "\(flag)" == expected
    case .vatBreakdown, .lines: false
    }
  }

  private static func equal(_ expected: [[String: Any]], _ value: FieldValue) -> Bool {
    let found: [[String: String]] =
      switch value {
      case .vatBreakdown(let rows):
        rows.map { row in
          [
            "taxable_amount": row.taxableAmount.plainText, "vat_rate": row.vatRate.plainText,
            "vat_amount": row.vatAmount.plainText,
          ]
        }
      case .lines(let rows):
        rows.map { row in
          [
            "description": row.description, "quantity": row.quantity?.description,
            "unit_price": row.unitPrice?.description, "line_net": row.lineNet?.plainText,
            "vat_rate": row.vatRate?.plainText,
          ].compactMapValues { $0 }
        }
      default: []
      }
    guard expected.count == found.count else { return false }
    if case .vatBreakdown = value {
      return expected.allSatisfy { row in found.contains { equal(row, $0) } }
    }
    return zip(expected, found).allSatisfy { equal($0, $1) }
  }

  private static func equal(_ expected: [String: Any], _ found: [String: String]) -> Bool {
    expected.allSatisfy { key, value in
      guard let text = value as? String else { return true }
      guard let other = found[key] else { return false }
      if key == "description" { return similarity(text, other) >= 0.6 }
      return DecimalNumber(text)?.magnitude == DecimalNumber(other)?.magnitude
    }
  }

  /// How much two texts share, 0...1: by their words, or by their letters when blanks differ.
  private static func similarity(_ left: String, _ right: String) -> Double {
    let (a, b) = (words(left), words(right))
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var pool = b
    var shared = 0
    for word in a {
      let near = pool.firstIndex { editDistance(word, $0) * 5 <= max(word.count, $0.count) }
      if let near { shared += word.count + pool.remove(at: near).count }
    }
    let letters = (a.joined(), b.joined())
    let whole = max(letters.0.count, letters.1.count)
    let byWords = Double(shared) / Double((a + b).reduce(0) { $0 + $1.count })
    let byLetters = 1 - Double(editDistance(letters.0, letters.1)) / Double(whole)
    return max(byWords, byLetters)
  }

  private static func words(_ text: String) -> [String] {
    folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
