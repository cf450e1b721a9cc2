// Confidence.swift — how sure we are of a value.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// How sure we are, in thousandths (0...1000).
///
/// An integer, so that results compare and replay exactly.
package struct Confidence: Hashable, Comparable, Sendable, Codable {
  package let permille: UInt16

  /// This many thousandths, brought into 0...1000.
  package init(permille: Int) { self.permille = UInt16(max(0, min(1000, permille))) }

  package static let certain = Confidence(permille: 1000)
  package static let none = Confidence(permille: 0)

  /// The promise of the product: of the values at or above it, at least 99 % are right.
  package static let promise = Confidence(permille: 950)

  /// This confidence where another, independent doubt of so many permille is added.
  package func scaled(byPermille factor: Int) -> Confidence {
    Confidence(permille: Int(permille) * factor / 1000)
  }

  package static func < (left: Confidence, right: Confidence) -> Bool {
    left.permille < right.permille
  }

  package init(from decoder: any Decoder) throws {
    self.init(permille: try decoder.singleValueContainer().decode(Int.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Int(permille))
  }
}
