// LabelText.swift — a label in a form that survives spelling and recognition.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The folded words of a label: "N° de facture" is [N°, DE, FACTURE], and so is "numéro de facture".
package struct LabelText: Hashable, Sendable {
  package let tokens: [String]

  /// The label of a text, or nil when it holds no letter or digit.
  init?(_ text: String) {
    let tokens = Token.split(text).compactMap(Self.canonical)
    guard !tokens.isEmpty else { return nil }
    self.tokens = tokens
  }

  /// One spelling for the many ways to write "number"; a lone sign is no word.
  static func canonical(_ token: String) -> String? {
    switch token {
    case "N", "NO", "NR", "NUM", "NUMERO", "NUMBER", "NUMMER", "NOS", "NRO": "N°"
    case "°": nil
    default: token
    }
  }
}
