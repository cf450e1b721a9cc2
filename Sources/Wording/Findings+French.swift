// Findings+French.swift — what is odd about an invoice, in French.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let frenchFindings: [String: Sentence] = [
    "active-content-ignored": Sentence(
      "le PDF contient des scripts ou des actions ; ils ont été ignorés",
      remedy: ""
    ),
    "amount-due-mismatch": Sentence(
      "le net à payer est {amount_due}, le total moins les versements {expected}",
      remedy: "Cherchez un solde reporté ou un acompte."
    ),
    "credit-note-without-reference": Sentence(
      "l’avoir ne nomme pas la facture qu’il corrige",
      remedy: "Demandez au fournisseur, ou notez-la vous-même."
    ),
    "doubtful-field": Sentence(
      "{field} incertain ({confidence} %)",
      remedy: "Comparez avec la page."
    ),
    "due-before-issue": Sentence(
      "échéance le {due_date}, avant l’émission le {issue_date}",
      remedy: "Corrigez l’une des dates."
    ),
    "identifiers-disagree": Sentence(
      "le n° de TVA {vat_id} et l’immatriculation {legal_id} ne sont pas de la même société",
      remedy: "Comparez-les avec la page."
    ),
    "issue-date-in-future": Sentence(
      "émise dans le futur, le {issue_date}",
      remedy: "Corrigez la date."
    ),
    "issue-date-old": Sentence(
      "émise il y a longtemps, le {issue_date}",
      remedy: ""
    ),
    "lines-mismatch": Sentence(
      "les lignes lues font {sum}, le total HT est {total_without_vat}",
      remedy: ""
    ),
    "match-ambiguous": Sentence(
      "deux écritures conviennent aussi bien",
      remedy: "Choisissez : facturier accept-match ID ÉCRITURE."
    ),
    "match-amount-mismatch": Sentence(
      "la comptabilité la porte avec un autre montant",
      remedy: "Comparez avant d’approuver."
    ),
    "match-duplicate": Sentence(
      "son écriture appartient déjà à une autre facture",
      remedy: "Voyez si elle est arrivée deux fois."
    ),
    "missing-field": Sentence(
      "{field} introuvable",
      remedy: "Ajoutez-le : facturier correct ID CHAMP=VALEUR."
    ),
    "pdf-repaired": Sentence(
      "le PDF est abîmé et a été réparé pour la lecture",
      remedy: "Comparez les pages avec l’original."
    ),
    "possible-duplicate": Sentence(
      "ressemble à la facture {id}, déjà classée",
      remedy: "Écartez-en une, ou approuvez avec --despite possible-duplicate."
    ),
    "seller-is-buyer": Sentence(
      "le vendeur et l’acheteur sont la même société",
      remedy: "Corrigez le vendeur."
    ),
    "supplier-currency-unknown": Sentence(
      "ligne {line} : {value} n’est pas une devise ; ignorée",
      remedy: "Corrigez le fichier."
    ),
    "supplier-iban-invalid": Sentence(
      "ligne {line} : {value} n’est pas un IBAN valide ; ignoré",
      remedy: "Corrigez le fichier."
    ),
    "supplier-identity-conflict": Sentence(
      "ses identifiants désignent des fournisseurs différents de votre liste",
      remedy: "Comparez IBAN, n° de TVA et nom."
    ),
    "supplier-row-incomplete": Sentence(
      "ligne {line} : ni code ni nom ; ignorée",
      remedy: "Corrigez le fichier."
    ),
    "supplier-siren-invalid": Sentence(
      "ligne {line} : {value} n’est pas un SIREN valide ; ignoré",
      remedy: "Corrigez le fichier."
    ),
    "text-layer-replaced": Sentence(
      "le texte de la page {page} était inutilisable ; la page a été reconnue",
      remedy: ""
    ),
    "total-mismatch": Sentence(
      "{total_without_vat} + {total_vat} ne fait pas {total_with_vat} (écart {difference})",
      remedy: "Corrigez les totaux."
    ),
    "vat-mismatch": Sentence(
      "la TVA par taux fait {sum}, le total TVA {total_vat}",
      remedy: "Comparez le tableau de TVA."
    ),
    "wrong-addressee": Sentence(
      "adressée à {found}, pas à {company}",
      remedy: "Renvoyez-la, ou ajoutez le nom à company.other_names."
    ),
  ]
}
