// IdentifierForm.swift — identifiers in the form that the register keeps.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Identifiers of e-invoices in the form that the register keeps.
enum IdentifierForm {
  /// Whether BT-23 is a code of the French reform: "B1", "S2", "M4".
  static func isFrenchProcess(_ text: String) -> Bool {
    guard text.utf8.count == 2, let first = text.first, let last = text.last else { return false }
    return "BSM".contains(first) && last.isNumber
  }

  /// The value of a text term; nil where a field of this name cannot hold it.
  static func value(_ text: String, of name: FieldName) -> String? {
    switch name {
    case Field.iban.name:
      // BT-84 may be an account of any kind; ours is an IBAN.
      IBAN(text)?.compact
    case Field.sellerVATID.name, Field.buyerVATID.name:
      VATIdentifier(text)?.compact ?? text.filter { !$0.isWhitespace }
    case Field.sellerLegalID.name:
      // SIREN and SIRET come with and without blanks; "HRB 12345" keeps its own.
      SIRET(text)?.compact ?? SIREN(text)?.compact ?? text
    case Field.businessProcess.name:
      // Peppol writes the name of its process there; ours is a code of the French reform.
      isFrenchProcess(text) ? text : nil
    default: text
    }
  }
}
