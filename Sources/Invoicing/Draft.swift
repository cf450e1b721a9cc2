// Draft.swift — the fields of an invoice, each with its evidence.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The fields found on an invoice, each with its evidence.
///
/// A field that was not found is absent.
package struct Draft: Hashable, Sendable, Codable {
  package private(set) var values: [FieldName: Extracted<FieldValue>]

  package init(values: [FieldName: Extracted<FieldValue>] = [:]) { self.values = values }

  /// The value of a field, or nil when it was not found.
  package subscript<Value: FieldContent>(field: Field<Value>) -> Value? {
    values[field.name].flatMap { Value($0.value) }
  }

  package subscript(name name: FieldName) -> Extracted<FieldValue>? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Sets a field's value with its evidence.
  package mutating func set<Value: FieldContent>(
    _ field: Field<Value>,
    to value: Value,
    evidence: Evidence,
    alternatives: [Extracted<FieldValue>] = []
  ) {
    values[field.name] = Extracted(
      value: value.fieldValue,
      evidence: evidence,
      alternatives: alternatives
    )
  }

  /// How sure we are of a field; none when it is absent.
  package func confidence(of name: FieldName) -> Confidence {
    values[name]?.evidence.confidence ?? .none
  }

  package var currency: Currency? { self[.currency].flatMap(Currency.init(code:)) }

  /// Whether it is a credit note (EN 16931-1 BT-3 = 381); its amounts are positive.
  package var isCreditNote: Bool { self[.invoiceType] == "381" }

  /// Whether it says that nothing is left to pay: BT-23 is B2, S2 or M2, or BT-115 is zero of a total
  /// that is not.
  package var isPaidAlready: Bool {
    isCodedPaid
      || self[.amountDue]?.minorUnits == 0 && (self[.totalWithVAT]?.minorUnits ?? 0) != 0
  }

  /// Whether BT-23 says so.
  package var isCodedPaid: Bool {
    self[.businessProcess].map { ["B2", "S2", "M2"].contains($0) } ?? false
  }

  /// Every field with its value, in the order of `FieldDefinition.all`.
  package var ordered: [(FieldDefinition, Extracted<FieldValue>)] {
    FieldDefinition.all.compactMap { definition in
      values[definition.name].map { (definition, $0) }
    }
  }
}
