// StateNames.swift — states and types as people call them.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// States, types of documents, statuses of a match and events of a history, as people call them.
package enum StateNames {
  /// The name of a code of the contract ("to_review", "delivery_note", "amount_mismatch"), or the
  /// code itself when it has none.
  package static func name(of code: String, in language: Language) -> String {
    guard let names = names[code] else { return code }
    return language == .french ? names.french : names.english
  }

  static let names: [String: (english: String, french: String)] = [
    "received": ("received", "reçu"),
    "reading": ("being read", "en lecture"),
    "read": ("read", "lu"),
    "not_invoice": ("no invoice", "pas une facture"),
    "quarantined": ("refused", "refusé"),
    "to_review": ("to review", "à vérifier"),
    "ready": ("ready", "prête"),
    "approved": ("approved", "approuvée"),
    "posted": ("posted", "comptabilisée"),
    "paid": ("paid", "payée"),
    "on_hold": ("on hold", "en attente"),
    "disputed": ("disputed", "contestée"),
    "duplicate": ("duplicate", "doublon"),
    "discarded": ("discarded", "écartée"),
    "invoice": ("invoice", "facture"),
    "letter": ("letter", "lettre"),
    "delivery_note": ("delivery note", "bon de livraison"),
    "quote": ("quote", "devis"),
    "reminder": ("reminder", "relance"),
    "statement": ("statement of account", "relevé de compte"),
    "order": ("order", "commande"),
    "lifecycle_message": ("status from the platform", "statut de la plateforme"),
    "blank": ("blank", "page blanche"),
    "other": ("other", "autre"),
    "platform": ("platform", "plateforme"),
    "mail": ("mail", "mail"),
    "scan": ("scan", "numérisation"),
    "upload": ("file", "fichier"),
    "matched": ("matched", "trouvé"),
    "partial": ("partial", "partiel"),
    "amount_mismatch": ("other amount", "autre montant"),
    "ambiguous": ("ambiguous", "ambigu"),
    "unmatched": ("no counterpart", "sans écriture"),
    "open_item": ("entry of the books", "écriture comptable"),
    "purchase_order": ("order", "commande"),
    "bank_line": ("bank line", "ligne de banque"),
    "admitted": ("came in", "arrivée"),
    "released": ("put back", "remise en file"),
    "attempt-failed": ("reading failed", "lecture échouée"),
    "retried": ("tried again", "nouvel essai"),
    "assessed": ("assessed", "évaluée"),
    "not-invoice": ("no invoice", "pas une facture"),
    "decided": ("decided", "décidé"),
    "undone": ("undone", "annulé"),
    "correct": ("correction", "correction"),
    "declare": ("type declared", "type déclaré"),
    "approve": ("approval", "approbation"),
    "hold": ("put on hold", "mise en attente"),
    "discard": ("put aside", "mise à l’écart"),
    "accept-match": ("match accepted", "rapprochement accepté"),
    "unpaid": ("not paid", "non payée"),
  ]
}
