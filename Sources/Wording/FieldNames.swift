// FieldNames.swift — the fields of an invoice as people call them.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// The fields of an invoice as people call them.
package enum FieldNames {
  /// The name of a field, or its name in the contract when there is none.
  package static func name(of field: FieldName, in language: Language) -> String {
    guard let names = names[field.name] else { return field.name }
    return language == .french ? names.french : names.english
  }

  /// Every field has a name in both languages: a test compares this table with `FieldDefinition.all`.
  static let names: [String: (english: String, french: String)] = [
    "invoice_number": ("invoice number", "numéro de facture"),
    "issue_date": ("issue date", "date d’émission"),
    "invoice_type": ("invoice type", "type de facture"),
    "currency": ("currency", "devise"),
    "due_date": ("due date", "échéance"),
    "purchase_order": ("purchase order", "commande"),
    "preceding_invoice": ("corrected invoice", "facture corrigée"),
    "seller_name": ("supplier", "fournisseur"),
    "seller_legal_id": ("supplier’s registration", "immatriculation du fournisseur"),
    "seller_vat_id": ("supplier’s VAT id", "n° de TVA du fournisseur"),
    "seller_country": ("supplier’s country", "pays du fournisseur"),
    "buyer_name": ("buyer", "client"),
    "buyer_vat_id": ("buyer’s VAT id", "n° de TVA du client"),
    "payment_reference": ("payment reference", "référence de paiement"),
    "iban": ("IBAN", "IBAN"),
    "total_without_vat": ("total excl. VAT", "total HT"),
    "total_vat": ("total VAT", "total TVA"),
    "total_with_vat": ("total incl. VAT", "total TTC"),
    "prepaid": ("paid before", "acompte versé"),
    "amount_due": ("amount due", "net à payer"),
    "vat_breakdown": ("VAT by rate", "TVA par taux"),
    "lines": ("lines", "lignes"),
  ]
}
