// FieldNames.swift — the fields of an invoice as people call them.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// The fields of an invoice as people call them.
package enum FieldNames {
  /// The name of a field as it stands alone, "Invoice number"; its code when there is no such field.
  package static func name(of field: FieldName, in language: Language) -> String {
    guard names[field.name] != nil else { return field.name }
    let name = nameInSentence(of: field, in: language)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The name of a field inside a sentence, "invoice number".
  static func nameInSentence(of field: FieldName, in language: Language) -> String {
    guard let names = names[field.name] else { return field.name }
    return language == .french ? names.french : names.english
  }

  static let names: [String: (english: String, french: String)] = [
    "invoice_number": ("invoice number", "numéro de facture"),
    "issue_date": ("issue date", "date d’émission"),
    "invoice_type": ("invoice type", "type de facture"),
    "business_process": ("business process", "cadre de facturation"),
    "currency": ("currency", "devise"),
    "due_date": ("due date", "date d’échéance"),
    "purchase_order": ("purchase order", "bon de commande"),
    "preceding_invoice": ("corrected invoice", "facture corrigée"),
    "seller_name": ("supplier", "fournisseur"),
    "seller_legal_id": ("supplier’s registration", "immatriculation du fournisseur"),
    "seller_vat_id": ("supplier’s VAT id", "numéro de TVA du fournisseur"),
    "seller_country": ("supplier’s country", "pays du fournisseur"),
    "buyer_name": ("buyer", "client"),
    "buyer_vat_id": ("buyer’s VAT id", "numéro de TVA du client"),
    "supply_date": ("date of supply", "date de livraison"),
    "period_start": ("start of the period", "début de la période"),
    "period_end": ("end of the period", "fin de la période"),
    "payment_reference": ("payment reference", "référence de paiement"),
    "iban": ("IBAN", "IBAN"),
    "total_without_vat": ("total excl. VAT", "total HT"),
    "total_vat": ("total VAT", "total TVA"),
    "total_with_vat": ("total incl. VAT", "total TTC"),
    "prepaid": ("prepaid", "acompte versé"),
    "amount_due": ("amount due", "net à payer"),
    "vat_breakdown": ("VAT by rate", "TVA par taux"),
    "lines": ("lines", "lignes"),
    "nature": ("goods or services", "biens ou services"),
    "vat_on_debits": ("VAT due on the invoice", "TVA d’après les débits"),
  ]
}
