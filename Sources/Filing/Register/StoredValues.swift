// StoredValues.swift — how values become cells of the register and back.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
internal import Invoicing

/// The JSON of a value, keys in order, so that equal values are equal bytes.
func json(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return try encoder.encode(value)
}

/// The JSON of a value as text, for small cells that people look into.
func jsonText(_ value: some Encodable) throws -> String {
  String(decoding: try json(value), as: UTF8.self)
}

/// The value of a JSON cell.
func value<Value: Decodable>(_ type: Value.Type = Value.self, of cell: Data) throws -> Value {
  try JSONDecoder().decode(type, from: cell)
}

/// The value of a JSON cell that is a text.
func value<Value: Decodable>(_ type: Value.Type = Value.self, of cell: String) throws -> Value {
  try value(type, of: Data(cell.utf8))
}

extension Row {
  /// The value whose raw text stands in a cell; a text that this binary does not know is damage.
  func known<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
    guard let text: String = self[column], let value = Value(rawValue: text) else {
      throw Problem(.fault, "register-damaged", ["detail": column])
    }
    return value
  }

  /// The day that stands in a cell, or nil.
  func day(_ column: String) -> CalendarDate? {
    (self[column] as String?).flatMap { CalendarDate(iso: $0) }
  }

  /// The raw bytes of a cell.
  func bytes(_ column: String) -> [UInt8] { (self[column] as Data?).map { Array($0) } ?? [] }

  /// The document that a cell names.
  func documentID(_ column: String) throws -> DocumentID {
    guard let hex: String = self[column], let id = DocumentID(hex: hex) else {
      throw Problem(.fault, "register-damaged", ["detail": column])
    }
    return id
  }
}

/// As many question marks, for `IN (…)`.
func placeholders(_ count: Int) -> String {
  Array(repeating: "?", count: count).joined(separator: ", ")
}

/// The name under which the daemon itself stands in the history.
let ourselves = "facturier"

/// Adds a line to the history of a document or an invoice.
func audit(
  _ item: Int64,
  _ at: String,
  _ action: String,
  _ arguments: [String: String] = [:],
  by actor: String = ourselves,
  in database: Database
) throws {
  let statement = try database.cachedStatement(
    sql: "INSERT INTO audit (item, at, actor, action, arguments) VALUES (?, ?, ?, ?, ?)"
  )
  try statement.execute(arguments: [item, at, actor, action, try jsonText(arguments)])
}
