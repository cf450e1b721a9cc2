// Field.swift — typed keys into a draft.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The typed name of a business term of EN 16931-1: `draft[.totalWithVAT]` is a `Money?` (BT-112).
package struct Field<Value: FieldContent>: Hashable, Sendable {
  package let name: FieldName

  init(_ name: String) { self.name = FieldName(name) }
}

/// A field as rules, register and exports see it: its name, its kind and its term.
package struct FieldDefinition: Hashable, Sendable {
  package let name: FieldName
  package let kind: FieldKind
  /// The business term, "BT-112"; empty for terms of our own.
  package let term: String

  init(_ name: FieldName, _ kind: FieldKind, _ term: String) {
    self.name = name
    self.kind = kind
    self.term = term
  }
}
