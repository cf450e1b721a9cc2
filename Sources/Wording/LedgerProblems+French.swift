// LedgerProblems+French.swift — why a file of the books cannot be read, in French.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let frenchLedgerProblems: [String: Sentence] = [
    "bank-amount-unreadable": Sentence(
      "ligne {line} : le montant ou son sens manque ou n’est pas un montant",
      remedy: "Demandez de nouveau le relevé à la banque."
    ),
    "bank-currency-unknown": Sentence(
      "ligne {line} : la devise n’est pas connue",
      remedy: "Demandez de nouveau le relevé à la banque."
    ),
    "bank-date-unreadable": Sentence(
      "ligne {line} : la date manque ou n’est pas une date",
      remedy: "Demandez de nouveau le relevé à la banque."
    ),
    "bank-record-short": Sentence(
      "ligne {line} : l’enregistrement est trop court",
      remedy: "Demandez de nouveau le relevé à la banque."
    ),
    "bank-unbalanced": Sentence(
      "les lignes du compte {account} ne font pas son nouveau solde : écart {difference:amount}",
      remedy: "Le relevé est incomplet : demandez-le de nouveau à la banque."
    ),
    "csv-amount-unreadable": Sentence(
      "ligne {line} : la colonne {column} ne contient pas un montant",
      remedy: "Corrigez le fichier, ou réglez decimal dans la correspondance."
    ),
    "csv-column-missing": Sentence(
      "la colonne {column} nommée par la correspondance {mapping} n’est pas dans le fichier",
      remedy: "<Vouliez-vous dire {nearest} ? >Corrigez la correspondance ou le fichier."
    ),
    "csv-currency-unknown": Sentence(
      "ligne {line} : la colonne {column} ne contient pas une devise",
      remedy: "Utilisez les codes ISO 4217, comme EUR."
    ),
    "csv-date-unreadable": Sentence(
      "ligne {line} : la colonne {column} ne contient pas une date",
      remedy: "Corrigez le fichier, ou réglez date dans la correspondance."
    ),
    "csv-header-missing": Sentence(
      "{file} n’a pas de ligne de titres",
      remedy: "Exportez-le de nouveau avec ses titres, ou réglez skip dans la correspondance."
    ),
    "csv-id-twice": Sentence(
      "ligne {line} : l’identifiant {id} figure deux fois",
      remedy: "Chaque écriture a besoin de son propre identifiant ; une correspondance peut "
        + "le composer."
    ),
    "csv-mapping-missing": Sentence(
      "aucune correspondance ne convient aux colonnes de {file}",
      remedy: "Écrivez-en une dans rules/ledger, ou nommez-la : --mapping FICHIER"
    ),
    "csv-order-total-differs": Sentence(
      "ligne {line} : les lignes de la commande {id} portent des totaux différents",
      remedy: "Corrigez l’export."
    ),
    "csv-quote-unclosed": Sentence(
      "ligne {line} : un guillemet n’est jamais fermé",
      remedy: "Corrigez le fichier."
    ),
    "fec-amount-unreadable": Sentence(
      "ligne {line} : la colonne {column} ne contient pas un montant",
      remedy: "Exportez de nouveau le FEC."
    ),
    "fec-column-missing": Sentence(
      "le FEC n’a pas de colonne {column}",
      remedy: "Exportez-le avec les 18 colonnes de l’article A47 A-1."
    ),
    "fec-date-unreadable": Sentence(
      "ligne {line} : la colonne {column} ne contient pas une date (AAAAMMJJ)",
      remedy: "Exportez de nouveau le FEC."
    ),
    "fec-ebcdic": Sentence(
      "{file} est écrit en EBCDIC",
      remedy: "Exportez-le en UTF-8 ou ISO-8859-15."
    ),
    "fec-entry-unbalanced": Sentence(
      "l’écriture {entry} du journal {journal} n’est pas équilibrée (ligne {line}) : "
        + "{difference:amount}",
      remedy: "Corrigez-la dans le logiciel comptable et exportez de nouveau."
    ),
    "fec-field-count": Sentence(
      "la ligne {line} a {found} champs au lieu de {expected}",
      remedy: "Exportez de nouveau le FEC."
    ),
    "fec-sense-unreadable": Sentence(
      "ligne {line} : la colonne {column} n’indique ni débit ni crédit",
      remedy: "Exportez de nouveau le FEC."
    ),
    "fec-unbalanced": Sentence(
      "le débit et le crédit du fichier diffèrent de {difference:amount}",
      remedy: "L’export est incomplet : refaites-le."
    ),
    "ledger-sum-too-large": Sentence(
      "les montants jusqu’à la ligne {line} font plus que ce qu’une comptabilité peut contenir",
      remedy: "Vérifiez les montants autour de cette ligne, corrigez le fichier et réimportez-le."
    ),
    "fec-xml": Sentence("{file} est un FEC en XML", remedy: "Exportez-le en texte, en colonnes."),
    "csv-receipt-incomplete": Sentence(
      "ligne {line} : la commande, sa ligne ou la quantité manque",
      remedy: "Corrigez le fichier."
    ),
    "journal-amount-unreadable": Sentence(
      "ligne {line} : le montant n’est pas un montant",
      remedy: "Importez le journal lui-même : facturier ledger import FICHIER"
    ),
    "journal-date-unreadable": Sentence(
      "ligne {line} : la date n’est pas une date",
      remedy: "Importez le journal lui-même : facturier ledger import FICHIER"
    ),
    "journal-entry-unbalanced": Sentence(
      "la transaction {entry} n’est pas équilibrée (ligne {line}) : {difference:amount}",
      remedy: "Importez le journal lui-même : facturier ledger import FICHIER"
    ),
    "ledger-file-empty": Sentence(
      "{file} ne contient aucune écriture",
      remedy: "Exportez-le de nouveau."
    ),
    "ledger-file-unrecognised": Sentence(
      "{file} n’est pas un format comptable connu ici",
      remedy: "Nommez son format ou sa correspondance : --format, --mapping"
    ),
    "ledger-format-unknown": Sentence(
      "il n’y a pas de format comptable {format}",
      remedy: "Connus : {known}."
    ),
    "ledger-tool-failed": Sentence(
      "{tool} n’a pas pu lire le journal : {detail}",
      remedy: "Corrigez le journal et importez-le de nouveau"
    ),
    "ledger-office-file": Sentence(
      "{file} est un fichier de bureautique qui n’est pas lu ici",
      remedy: "Enregistrez-le en classeur (.xlsx) ou en CSV."
    ),
    "ledger-tool-missing": Sentence(
      "le journal demande la commande {tool}, qui n’est pas installée",
      remedy: "Installez-la (apt install {package}) et importez de nouveau le journal"
    ),
    "ledger-tool-timeout": Sentence(
      "{tool} a pris plus de {seconds} secondes",
      remedy: "Partagez le journal par années et importez-les une à une"
    ),
    "mapping-key-missing": Sentence(
      "{file}:{line}:{column} : la clé {key} manque",
      remedy: "Ajoutez-la."
    ),
    "mapping-key-unknown": Sentence(
      "{file}:{line}:{column} : clé inconnue {key}",
      remedy: "Vouliez-vous dire {nearest} ?"
    ),
    "mapping-pattern-wrong": Sentence(
      "{file}:{line}:{column} : le motif ne se compile pas, au caractère {offset} : {detail}",
      remedy: "Corrigez le motif."
    ),
    "mapping-syntax": Sentence(
      "{file}:{line}:{column} : ce n’est pas du YAML : {detail}",
      remedy: "Corrigez-le."
    ),
    "mapping-value-wrong": Sentence(
      "{file}:{line}:{column} : {key} ne peut pas avoir cette valeur",
      remedy: "Écrivez : {expected}."
    ),
    "order-incomplete": Sentence(
      "{file} est une commande sans {field}",
      remedy: "Refaites la commande dans le logiciel qui l’a produite."
    ),
    "order-other-type": Sentence(
      "{file} n’est pas une commande mais du type {type}",
      remedy: "Importez la commande même (type 220) ou sa modification (230)."
    ),
    "pattern-limit": Sentence(
      "ligne {line} : le motif {pattern} prend trop de temps",
      remedy: "Écrivez-le plus simplement."
    ),
    "several-orders": Sentence(
      "le PDF contient {count} commandes différentes",
      remedy: "Importez celle qui vaut, dans un fichier à part."
    ),
    "suppliers-codes-repeat": Sentence(
      "{file} n’est pas une liste de fournisseurs : sur {rows} lignes, {repeated} en répètent un",
      remedy: "Une liste d’écritures se prend par : facturier ledger import {file}. Une liste de "
        + "fournisseurs a une ligne pour chacun."
    ),
    "suppliers-column-missing": Sentence(
      "le fichier n’a pas de colonne {column} (trouvées : {found})",
      remedy: "Ajoutez-la, ou renommez son titre."
    ),
    "workbook-headings-missing": Sentence(
      "aucune feuille de {file} n’a les titres de la correspondance {mapping} : {headings}",
      remedy:
        "Nommez une autre correspondance avec --mapping, ou copiez-en une et mettez-y vos titres."
    ),
    "rates-date-unreadable": Sentence(
      "ligne {line} : la date des cours est illisible",
      remedy: "Téléchargez de nouveau le fichier de la BCE : eurofxref-hist.csv"
    ),
    "rates-unreadable": Sentence(
      "ligne {line} : un cours n’est pas un nombre positif",
      remedy: "Téléchargez de nouveau le fichier de la BCE : eurofxref-hist.csv"
    ),
  ]
}
