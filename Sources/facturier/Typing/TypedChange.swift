// TypedChange.swift — FIELD=VALUE as people type it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Service

/// What one FIELD=VALUE of `correct` says.
enum TypedChange: Equatable {
  case field(FieldChange)
  /// `document_type=…`
  case declaration(DocumentType)

  /// Reads FIELD=VALUE arguments, in their order; amounts are in the currency that one of them names,
  /// else in `currency`.
  ///
  /// - Throws: usage `assignment-expected` {argument}, `field-unknown` {field, nearest},
  ///   `value-not-understood` {field, value, expected}.
  static func changes(_ arguments: [String], currency: Currency) throws(Problem) -> [TypedChange] {
    var parts: [(name: String, value: String)] = []
    for argument in arguments {
      guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
        throw Problem(.usage, "assignment-expected", ["argument": argument])
      }
      let value = String(argument[argument.index(after: equals)...])
      parts.append((String(argument[..<equals]), value.trimmingBlanks()))
    }
    var currency = currency
    for part in parts where !isDocumentType(part.name) {
      guard try FieldAliases.field(part.name).name == Field.currency.name else { continue }
      currency = Currency(code: part.value) ?? currency
    }
    var changes: [TypedChange] = []
    for part in parts { changes.append(try change(part.name, part.value, currency)) }
    return changes
  }

  private static func isDocumentType(_ name: String) -> Bool {
    ["document_type", "type_document"].contains(name.lowercased())
  }

  private static func change(
    _ name: String,
    _ value: String,
    _ currency: Currency
  ) throws(Problem) -> TypedChange {
    if isDocumentType(name) {
      guard let type = DocumentType(rawValue: value.lowercased()) else {
        let expected = DocumentType.allCases.map(\.rawValue).joined(separator: ", ")
        throw notUnderstood("document_type", value, expected)
      }
      return .declaration(type)
    }
    let definition = try FieldAliases.field(name)
    guard !value.isEmpty else {
      return .field(FieldChange(field: definition.name, value: nil))
    }
    let typed = try TypedValue.value(value, of: definition, currency: currency)
    return .field(FieldChange(field: definition.name, value: typed))
  }
}

/// The problem of a value that cannot be read.
func notUnderstood(_ field: String, _ value: String, _ expected: String) -> Problem {
  Problem(
    .usage,
    "value-not-understood",
    ["field": field, "value": value, "expected": expected]
  )
}
