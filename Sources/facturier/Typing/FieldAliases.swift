// FieldAliases.swift — the names by which people call fields.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// French and English short names of fields; the names of EN 16931 always work.
enum FieldAliases {
  /// Keys are folded: capitals, no accents, "_" between words.
  static let byAlias: [String: FieldName] = {
    let groups: [(FieldName, [String])] = [
      (Field.invoiceNumber.name, ["NUMERO", "NO", "NUMBER", "FACTURE"]),
      (Field.issueDate.name, ["DATE", "DATE_FACTURE", "EMISSION"]),
      (Field.invoiceType.name, ["TYPE"]),
      (Field.currency.name, ["DEVISE", "MONNAIE"]),
      (Field.dueDate.name, ["ECHEANCE", "DATE_ECHEANCE", "DUE"]),
      (Field.purchaseOrder.name, ["COMMANDE", "BON_DE_COMMANDE", "ORDER", "PO"]),
      (Field.precedingInvoice.name, ["FACTURE_ORIGINE", "FACTURE_PRECEDENTE"]),
      (Field.sellerName.name, ["FOURNISSEUR", "VENDEUR", "SELLER", "SUPPLIER"]),
      (Field.sellerLegalID.name, ["SIREN", "SIRET"]),
      (Field.sellerVATID.name, ["TVA_INTRA", "TVA_FOURNISSEUR", "VAT_ID"]),
      (Field.sellerCountry.name, ["PAYS", "COUNTRY"]),
      (Field.buyerName.name, ["CLIENT", "ACHETEUR", "BUYER"]),
      (Field.buyerVATID.name, ["TVA_CLIENT"]),
      (Field.supplyDate.name, ["LIVRAISON", "DATE_LIVRAISON", "PRESTATION", "SUPPLY"]),
      (Field.periodStart.name, ["PERIODE_DU", "DEBUT"]),
      (Field.periodEnd.name, ["PERIODE_AU", "FIN"]),
      (Field.paymentReference.name, ["REFERENCE", "COMMUNICATION"]),
      (Field.iban.name, ["COMPTE"]),
      (Field.totalWithoutVAT.name, ["HT", "TOTAL_HT"]),
      (Field.totalVAT.name, ["TVA", "TOTAL_TVA", "VAT"]),
      (Field.totalWithVAT.name, ["TTC", "TOTAL_TTC", "TOTAL"]),
      (Field.prepaid.name, ["ACOMPTE", "DEJA_PAYE"]),
      (Field.amountDue.name, ["NET", "NET_A_PAYER", "RESTE"]),
      (Field.vatBreakdown.name, ["VENTILATION_TVA"]),
      (Field.lines.name, ["LIGNES"]),
      (Field.nature.name, ["NATURE", "CATEGORIE"]),
      (Field.vatOnDebits.name, ["DEBITS", "TVA_SUR_DEBITS"]),
    ]
    let own = FieldDefinition.all.map { (folded($0.name.name), $0.name) }
    let pairs = own + groups.flatMap { name, aliases in aliases.map { ($0, name) } }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// The field that a person means.
  ///
  /// - Throws: usage `field-unknown` {field, nearest}.
  static func field(_ typed: String) throws(Problem) -> FieldDefinition {
    let key = folded(typed.trimmingBlanks()).replacing(" ", with: "_").replacing("-", with: "_")
    if let name = byAlias[key], let definition = FieldDefinition.named(name) { return definition }
    let near = nearest(to: key, among: byAlias.keys)?.lowercased() ?? ""
    throw Problem(.usage, "field-unknown", ["field": typed, "nearest": near])
  }
}
