// FieldName.swift — the business terms of an invoice, by name.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The name of a business term: EN 16931 in snake_case, as the JSON of the contract writes it.
package struct FieldName: Hashable, Comparable, Sendable, Codable {
  package let name: String

  package init(_ name: String) { self.name = name }

  package static func < (left: FieldName, right: FieldName) -> Bool { left.name < right.name }

  package init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

extension FieldName: CodingKeyRepresentable {
  package var codingKey: any CodingKey { TextKey(stringValue: name) }

  package init?<Key: CodingKey>(codingKey: Key) { self.init(codingKey.stringValue) }
}

/// A key of a JSON object that is known only at run time.
package struct TextKey: CodingKey {
  package let stringValue: String
  package var intValue: Int? { nil }

  package init(stringValue: String) { self.stringValue = stringValue }
  package init?(intValue: Int) { nil }
}
