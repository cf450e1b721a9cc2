// Language.swift — the languages that texts for people exist in.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A language of texts for people.
///
/// Codes, keys and field names never change with it.
package enum Language: String, Sendable, Codable, CaseIterable {
  case english = "en"
  case french = "fr"
}
