// Findings+French.swift — what is odd about an invoice, in French.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let frenchFindings: [String: Sentence] = [
    "active-content-ignored": Sentence(
      "le PDF contient des scripts ou des actions ; ils ont été ignorés",
      remedy: "Rien à faire ; méfiez-vous si l’expéditeur est nouveau."
    ),
    "already-paid": Sentence(
      "elle se dit déjà payée ; elle n’est jamais proposée au paiement",
      remedy: "Rien à faire."
    ),
    "amount-due-mismatch": Sentence(
      "le net à payer est {amount_due:amount}, le total moins les versements {expected:amount}",
      remedy: "Cherchez un solde reporté ou un acompte."
    ),
    "amount-round": Sentence(
      "{total:amount} {currency} est un montant rond, rare chez ce fournisseur",
      remedy: "Rien à faire si c’était le montant de la commande."
    ),
    "amount-unusual": Sentence(
      "{total:amount} {currency} est inhabituel pour ce fournisseur : d’ordinaire "
        + "environ {usual:amount}",
      remedy: "Comparez le total avec la page et la commande."
    ),
    "below-approval-limit": Sentence(
      "{total:amount} {currency} est juste sous le seuil de {limit:amount} à "
        + "partir duquel une deuxième personne approuve",
      remedy: "Rien à faire si c’était le montant de la commande."
    ),
    "credit-note-open": Sentence(
      "un avoir de ce fournisseur est ouvert depuis un mois ou plus : n° {id} ({number})",
      remedy: "Imputez-le lors du paiement."
    ),
    "credit-note-without-reference": Sentence(
      "l’avoir ne nomme pas la facture qu’il corrige",
      remedy: "Demandez au fournisseur, ou notez-la vous-même."
    ),
    "doubtful-field": Sentence(
      "{field} : lecture incertaine ({confidence} %)",
      remedy: "Comparez avec la page ; corrigez, ou approuvez."
    ),
    "due-before-issue": Sentence(
      "échéance le {due_date}, avant l’émission le {issue_date}",
      remedy: "Corrigez l’une des dates."
    ),
    "due-date-estimated": Sentence(
      "pas de date d’échéance ; au délai habituel de ce fournisseur ({days} jours, {count} factures) "
        + "ce serait le {due_date}",
      remedy: "Si c’est juste : facturier correct ID echeance={due_date}"
    ),
    "iban-changed": Sentence(
      "nouveau compte bancaire {iban} ; connu jusqu’ici : {known}",
      remedy: "Interrogez le fournisseur par un moyen connu avant de payer : ce peut être "
        + "une fraude."
    ),
    "iban-invalid": Sentence(
      "{iban} n’est pas un IBAN valide : sa longueur ou sa clé est fausse",
      remedy: "Comparez-le avec la page : facturier correct ID iban=VALEUR. S’il est imprimé "
        + "ainsi, interrogez le fournisseur ; rien ne peut y être viré."
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
      remedy: "Voyez si elle a déjà été comptabilisée et payée."
    ),
    "legal-id-invalid": Sentence(
      "{legal_id} n’est pas un SIREN ou SIRET valide",
      remedy: "Comparez-le avec la page ; interrogez le fournisseur s’il est imprimé ainsi."
    ),
    "lifecycle-contested": Sentence(
      "sur la plateforme elle est {status}< ({reason})>",
      remedy: "Réglez-le avec le fournisseur avant d’approuver."
    ),
    "lifecycle-ended": Sentence(
      "sur la plateforme elle est {status}< ({reason})>",
      remedy: "Écartez-la, ou demandez-en une nouvelle au fournisseur."
    ),
    "lifecycle-paid": Sentence(
      "sur la plateforme elle est {status}",
      remedy: "Voyez si elle est payée : facturier paid ID --on DATE --by MOYEN"
    ),
    "lines-mismatch": Sentence(
      "les lignes lues font {sum:amount}, le total HT est {total_without_vat:amount}",
      remedy: "Rien à faire si les totaux concordent ; sinon comparez les lignes avec la page."
    ),
    "mail-text-left-out": Sentence(
      "le texte du mail est trop long et a été laissé de côté",
      remedy: "Regardez le mail lui-même si son texte compte."
    ),
    "match-ambiguous": Sentence(
      "plusieurs écritures conviennent aussi bien",
      remedy: "Choisissez-en une : facturier accept-match ID ÉCRITURE"
    ),
    "match-amount-mismatch": Sentence(
      "la comptabilité la porte avec un autre montant",
      remedy: "Comparez les deux avant d’approuver."
    ),
    "match-duplicate": Sentence(
      "son écriture appartient déjà à une autre facture",
      remedy: "Voyez si elle est arrivée deux fois."
    ),
    "match-in-trial": Sentence(
      "le rapprochement est sûr, mais ceux de cette sorte ({kind}) sont encore à l’essai",
      remedy: "Approuvez s’il est juste ; sinon : facturier accept-match ID ÉCRITURE, ou --none"
    ),
    "match-switched-off": Sentence(
      "le rapprochement paraît sûr, mais d’autres de cette sorte ({kind}) ont été remplacés",
      remedy: "Regardez-le : facturier match ID. Puis approuvez, ou : facturier accept-match ID "
        + "ÉCRITURE. Une fois la cause trouvée : facturier match --resume {kind:code}"
    ),
    "missing-field": Sentence(
      "{field} : introuvable",
      remedy: "Ajoutez : facturier correct ID {field:code}=VALEUR"
    ),
    "not-from-platform": Sentence(
      "elle aurait dû passer par la plateforme : le fournisseur doit facturer électroniquement",
      remedy: "Elle peut arriver deux fois : voyez la plateforme, demandez au fournisseur."
    ),
    "number-out-of-sequence": Sentence(
      "son numéro {number} est plus petit que {other} du {date}",
      remedy: "Comparez le numéro et la date avec la page."
    ),
    "number-reused": Sentence(
      "une autre facture de ce fournisseur et de cette année porte le numéro "
        + "{number} avec un autre total : n° {id}",
      remedy: "Comparez les deux ; une facture rectificative doit le dire."
    ),
    "only-customer": Sentence(
      "les numéros de ce fournisseur n’avancent que d’un ou deux d’une facture à "
        + "l’autre : il semble ne vendre à personne d’autre",
      remedy: "Assurez-vous que le fournisseur existe."
    ),
    "order-exceeded": Sentence(
      "avec cette facture ({invoiced:amount}) et les précédentes "
        + "({before:amount}), on facture plus que la commande {order} "
        + "({ordered:amount} {currency} HT)",
      remedy: "Demandez à qui a commandé ; ou approuvez avec --despite order-exceeded"
    ),
    "order-line-unknown": Sentence(
      "« {description} » n’est pas dans la commande {order}",
      remedy: "Rien à faire pour un port ou semblable ; sinon demandez à qui a commandé."
    ),
    "order-not-received": Sentence(
      "{description} : {invoiced} facturés, {before} auparavant, et seulement "
        + "{limit} reçus de la commande {order}",
      remedy: "Attendez la livraison, ou interrogez la réception."
    ),
    "order-price-differs": Sentence(
      "{description} : {excess:amount} {currency} au-dessus du prix de la "
        + "commande {order} ({ordered:amount})",
      remedy: "Demandez au fournisseur le prix convenu."
    ),
    "order-quantity-exceeded": Sentence(
      "{description} : {invoiced} facturés, {before} auparavant, et seulement "
        + "{limit} commandés par la commande {order}",
      remedy: "Demandez un avoir au fournisseur, ou demandez à qui a commandé."
    ),
    "paid-by-bank": Sentence(
      "une ligne bancaire du {date} l’a payée ({entry}) ; elle n’est jamais proposée au paiement",
      remedy: "Une fois approuvée : facturier paid ID --on {date} --by virement"
    ),
    "pdf-repaired": Sentence(
      "le PDF est abîmé et a été réparé pour la lecture",
      remedy: "Comparez les pages avec l’original."
    ),
    "possible-duplicate": Sentence(
      "elle ressemble à la facture {id}, déjà classée",
      remedy: "Écartez-en une, ou approuvez avec --despite possible-duplicate"
    ),
    "same-as-other-seller": Sentence(
      "la facture n° {id} d’un autre fournisseur a le même numéro et le même total",
      remedy: "Voyez si un fournisseur est saisi deux fois, ou une facture lue deux fois."
    ),
    "seller-is-buyer": Sentence(
      "le vendeur et l’acheteur sont la même société",
      remedy: "Corrigez le vendeur."
    ),
    "seller-unknown": Sentence(
      "le fournisseur n’est pas dans votre liste",
      remedy: "Vérifiez qui il est ; puis ajoutez-le et importez : facturier suppliers "
        + "import FICHIER"
    ),
    "sender-changed": Sentence(
      "envoyée depuis {found}, les précédentes depuis {known}",
      remedy: "Rien à faire si vous connaissez l’expéditeur."
    ),
    "sender-lookalike": Sentence(
      "envoyée depuis {found}, qui ressemble à {known} et ne l’est pas",
      remedy: "Ne payez rien avant d’avoir interrogé le fournisseur par un moyen connu."
    ),
    "several-invoices": Sentence(
      "le fichier semble contenir plusieurs factures : {found}",
      remedy: "Séparez-le en un fichier par facture et déposez ceux-ci."
    ),
    "split-below-approval-limit": Sentence(
      "{total:amount} {currency} et la facture n° {id} du même mois sont toutes "
        + "deux juste sous le seuil de {limit:amount}",
      remedy: "Voyez si une commande a été coupée en deux."
    ),
    "supplier-code-twice": Sentence(
      "ligne {line} : le code {supplier} figure deux fois ; seuls les IBAN sont ajoutés",
      remedy: "Donnez à chaque fournisseur son propre code."
    ),
    "supplier-currency-unknown": Sentence(
      "ligne {line} : la devise du fournisseur {supplier} est inconnue ; ignorée",
      remedy: "Utilisez un code ISO 4217, comme EUR, puis réimportez."
    ),
    "supplier-iban-invalid": Sentence(
      "ligne {line} : un IBAN n’est pas valide ; ignoré",
      remedy: "Comparez-le avec le RIB du fournisseur, puis réimportez."
    ),
    "supplier-identity-conflict": Sentence(
      "d’après {by} c’est le fournisseur {supplier}, d’après {otherBy} le fournisseur {other}",
      remedy: "Interrogez le fournisseur par un moyen connu ; un nouveau compte peut être "
        + "une fraude."
    ),
    "supplier-row-incomplete": Sentence(
      "ligne {line} : ni code ni nom ; ignorée",
      remedy: "Corrigez le fichier."
    ),
    "supplier-siren-invalid": Sentence(
      "ligne {line} : le SIREN du fournisseur {supplier} n’est pas valide ; ignoré",
      remedy: "Corrigez le fichier, puis réimportez."
    ),
    "e-invoice-differs-from-page": Sentence(
      "la facture électronique dit {told}, la page imprimée dit {page}",
      remedy: "Demandez au fournisseur laquelle est juste ; ne payez rien avant."
    ),
    "attachment-unreadable": Sentence(
      "le fichier {name} joint au PDF est illisible",
      remedy: "Comparez les champs avec la page."
    ),
    "attachment-set-aside": Sentence(
      "le fichier {name} a été laissé de côté : {why}",
      remedy: "Si c’est une facture, enregistrez-le et déposez-le."
    ),
    "batch-cut-proposed": Sentence(
      "pages {first} à {last} d’un fichier à plusieurs factures, coupé d’après leur contenu",
      remedy: "Comparez les pages ; séparez le fichier à la main si la coupe est fausse."
    ),
    "code-differs-from-page": Sentence(
      "le code sur la page dit {told}, le texte imprimé dit {page}",
      remedy: "Demandez au fournisseur lequel est juste ; ne payez rien avant."
    ),
    "several-e-invoices": Sentence(
      "le PDF contient {count} factures électroniques ; la première a été prise",
      remedy: "Demandez au fournisseur laquelle compte."
    ),
    "rule-pattern-costly": Sentence(
      "le motif de la règle {rule} prend trop de temps et a été abandonné",
      remedy: "Écrivez-le pour qu’un texte ne se lise que d’une façon : pas de (a+)+."
    ),
    "template-failed": Sentence(
      "le modèle {template} s'applique mais ne donne rien : {reason}",
      remedy: "Corrigez le modèle ou retirez-le."
    ),
    "template-pattern-costly": Sentence(
      "un motif du modèle {template} prend trop de temps et a été abandonné : {pattern}",
      remedy: "Rendez le motif plus précis."
    ),
    "template-value-doubtful": Sentence(
      "{name} du modèle {template} peut se lire autrement : {value}",
      remedy: "Indiquez decimal_separator ou date_formats dans le modèle."
    ),
    "terms-beyond-cap": Sentence(
      "échéance le {due_date} ; la loi permet au plus tard le {cap}",
      remedy: "Rien à faire : le retard est en votre faveur."
    ),
    "terms-unusual": Sentence(
      "échéance à {days} jours ; ce fournisseur en donne d’habitude {usual} ({count} factures)",
      remedy: "Comparez l’échéance avec la page ; ce qui est imprimé vaut."
    ),
    "text-layer-replaced": Sentence(
      "le texte de la page {page} était inutilisable ; la page a été reconnue",
      remedy: "Comparez les champs avec la page."
    ),
    "total-mismatch": Sentence(
      "{total_without_vat:amount} + {total_vat:amount} ne fait pas {total_with_vat:amount} "
        + "(écart {difference:amount})",
      remedy: "Corrigez les totaux."
    ),
    "vat-despite-exemption": Sentence(
      "une TVA de {vat:amount} est facturée, alors que la catégorie {category} dit "
        + "qu’il n’y en a pas",
      remedy: "Demandez une facture rectificative avant de déduire la TVA."
    ),
    "vat-id-invalid": Sentence(
      "{vat_id} n’est pas un n° de TVA valide",
      remedy: "Comparez-le avec la page ; sans n° valide la TVA peut ne pas être déductible."
    ),
    "vat-mismatch": Sentence(
      "la TVA par taux fait {sum:amount}, le total TVA {total_vat:amount}",
      remedy: "Comparez le tableau de TVA."
    ),
    "vat-rate-unlawful": Sentence(
      "une TVA à {rate} % n’existe pas dans le pays {country}",
      remedy: "Comparez le taux avec la page ; le vendeur devra peut-être rectifier sa facture."
    ),
    "wrong-addressee": Sentence(
      "adressée à {found}, pas à {company}",
      remedy: "Renvoyez-la, ou ajoutez le nom à company.other_names."
    ),
  ]
}
