// Problems+French.swift — why something cannot go on, in French.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let frenchProblems: [String: Sentence] = [
    "already-decided": Sentence(
      "c’est déjà {state}",
      remedy: "Annulez d’abord cette décision : facturier undo {id}."
    ),
    "archive-damaged": Sentence(
      "l’original archivé de {document} est abîmé",
      remedy: "Restaurez-le depuis une sauvegarde."
    ),
    "archive-missing": Sentence(
      "l’original archivé de {document} manque",
      remedy: "Restaurez-le depuis une sauvegarde ou redéposez le fichier."
    ),
    "bad-request": Sentence(
      "le service n’a pas compris la demande {route}",
      remedy: "Utilisez la même version de la commande et du service."
    ),
    "blocking-findings": Sentence(
      "des anomalies bloquantes subsistent : {codes}",
      remedy: "Corrigez la facture, ou nommez chacune : --despite CODE."
    ),
    "cancelled": Sentence(
      "le travail a été interrompu",
      remedy: "Il reprend au prochain démarrage."
    ),
    "changed-meanwhile": Sentence(
      "la facture {id} a été modifiée entre-temps",
      remedy: "Regardez-la de nouveau, puis décidez."
    ),
    "claims-elsewhere": Sentence(
      "le dossier de prise en charge est sur un autre système de fichiers que la boîte",
      remedy: "Placez la boîte et son dossier .facturier sur le même système de fichiers."
    ),
    "csv-amount-unreadable": Sentence(
      "ligne {line}, colonne {column} : {value} n’est pas un montant",
      remedy: "Corrigez le fichier, ou réglez decimal dans la correspondance."
    ),
    "csv-column-missing": Sentence(
      "la colonne {column} nommée par la correspondance {mapping} n’est pas dans le fichier",
      remedy: "Vouliez-vous dire {nearest} ? Corrigez la correspondance ou le fichier."
    ),
    "csv-currency-unknown": Sentence(
      "ligne {line} : {value} n’est pas une devise",
      remedy: "Utilisez les codes ISO 4217, comme EUR."
    ),
    "csv-date-unreadable": Sentence(
      "ligne {line}, colonne {column} : {value} n’est pas une date",
      remedy: "Corrigez le fichier, ou réglez date dans la correspondance."
    ),
    "csv-header-missing": Sentence(
      "{file} n’a pas de ligne de titres",
      remedy: "Exportez-le de nouveau avec ses titres, ou réglez skip dans la correspondance."
    ),
    "csv-id-twice": Sentence(
      "ligne {line} : l’identifiant {value} figure deux fois",
      remedy: "Chaque écriture a besoin de son propre identifiant."
    ),
    "csv-mapping-missing": Sentence(
      "aucune correspondance ne convient aux colonnes de {file}",
      remedy: "Écrivez-en une dans rules/ledger, ou nommez-la : --mapping FICHIER."
    ),
    "csv-order-total-differs": Sentence(
      "ligne {line} : les lignes de la commande {value} portent des totaux différents",
      remedy: "Corrigez l’export."
    ),
    "csv-quote-unclosed": Sentence(
      "ligne {line} : un guillemet n’est jamais fermé",
      remedy: "Corrigez le fichier."
    ),
    "daemon-unreachable": Sentence(
      "le service ne répond pas sur {path} : {reason}",
      remedy: "Consultez son journal : journalctl -u facturier."
    ),
    "decision-not-possible": Sentence(
      "impossible tant que l’état est : {state}",
      remedy: "Voyez son état : facturier status {id}."
    ),
    "disk-full": Sentence(
      "le disque est plein",
      remedy: "Libérez de la place ; le travail reprend de lui-même."
    ),
    "empty-file": Sentence(
      "le fichier est vide",
      remedy: "Numérisez-le ou faites-le renvoyer, puis déposez-le."
    ),
    "fec-amount-unreadable": Sentence(
      "ligne {line}, colonne {column} : {value} n’est pas un montant",
      remedy: "Exportez de nouveau le FEC."
    ),
    "fec-column-missing": Sentence(
      "le FEC n’a pas de colonne {column}",
      remedy: "Exportez-le avec les 18 colonnes de l’article A47 A-1."
    ),
    "fec-date-unreadable": Sentence(
      "ligne {line}, colonne {column} : {value} n’est pas une date (AAAAMMJJ)",
      remedy: "Exportez de nouveau le FEC."
    ),
    "fec-ebcdic": Sentence(
      "{file} est écrit en EBCDIC",
      remedy: "Exportez-le en UTF-8 ou ISO-8859-15."
    ),
    "fec-entry-unbalanced": Sentence(
      "l’écriture {entry} du journal {journal} n’est pas équilibrée (ligne {line}) : {difference}",
      remedy: "Corrigez-la dans le logiciel comptable et exportez de nouveau."
    ),
    "fec-field-count": Sentence(
      "la ligne {line} a {found} champs au lieu de {expected}",
      remedy: "Exportez de nouveau le FEC."
    ),
    "fec-sense-unreadable": Sentence(
      "ligne {line}, colonne {column} : {value} n’est ni débit ni crédit",
      remedy: "Exportez de nouveau le FEC."
    ),
    "fec-unbalanced": Sentence(
      "le débit et le crédit du fichier diffèrent de {difference}",
      remedy: "L’export est incomplet : refaites-le."
    ),
    "fec-xml": Sentence(
      "{file} est un FEC en XML",
      remedy: "Exportez-le en texte, en colonnes."
    ),
    "file-failed": Sentence(
      "{path} n’a pas pu être utilisé : {reason}",
      remedy: "Vérifiez les droits et la place de son dossier."
    ),
    "file-too-large": Sentence(
      "le fichier dépasse {limit}",
      remedy: "Divisez-le, ou numérisez-le avec une résolution plus basse."
    ),
    "format-not-supported": Sentence(
      "cette version ne lit pas encore les fichiers {format}",
      remedy: "Gardez-le : il sera lu de lui-même après une mise à jour. Ou déposez la facture en PDF."
    ),
    "format-unknown": Sentence(
      "ce n’est ni un PDF ni une image",
      remedy: "Déposez la facture en PDF, TIFF, JPEG ou PNG."
    ),
    "home-locked": Sentence(
      "un autre facturier travaille dans ce dossier (processus {pid})",
      remedy: "Attendez-le ou arrêtez-le."
    ),
    "image-damaged": Sentence(
      "l’image ne peut pas être décodée ({format})",
      remedy: "Numérisez-la de nouveau."
    ),
    "image-too-large": Sentence(
      "l’image annonce {width} × {height} pixels",
      remedy: "Numérisez-la à 300 ppp."
    ),
    "inbox-unreachable": Sentence(
      "la boîte {path} est inutilisable (erreur {errno})",
      remedy: "Vérifiez ses droits et son montage."
    ),
    "language-data-missing": Sentence(
      "tesseract n’a pas de données pour {language}",
      remedy: "Installez-les : apt-get install {package}."
    ),
    "lease-lost": Sentence(
      "le document {id} a été repris par un autre processus",
      remedy: "Rien à faire."
    ),
    "ledger-file-empty": Sentence(
      "{file} ne contient aucune écriture",
      remedy: "Exportez-le de nouveau."
    ),
    "ledger-file-unrecognised": Sentence(
      "{file} n’est pas un format comptable connu ici",
      remedy: "Nommez son format ou sa correspondance : --format, --mapping."
    ),
    "ledger-format-unknown": Sentence(
      "il n’y a pas de format comptable {format}",
      remedy: "Connus : {known}."
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
      "{file}:{line}:{column} : le motif ne se compile pas : {detail}",
      remedy: "Corrigez-le."
    ),
    "mapping-syntax": Sentence(
      "{file}:{line}:{column} : ce n’est pas du YAML : {detail}",
      remedy: "Corrigez-le."
    ),
    "mapping-value-wrong": Sentence(
      "{file}:{line}:{column} : {key} ne peut pas valoir {value}",
      remedy: "Corrigez-le."
    ),
    "no-such-document": Sentence(
      "il n’y a pas de document {id}",
      remedy: "Voyez-les : facturier status."
    ),
    "no-such-field": Sentence(
      "il n’y a pas de champ {field}",
      remedy: "Voyez les noms : facturier show ID --json."
    ),
    "not-a-regular-file": Sentence(
      "ce n’est pas un fichier ordinaire",
      remedy: "Déposez une copie du fichier lui-même."
    ),
    "not-quarantined": Sentence(
      "le document {id} n’est pas en quarantaine",
      remedy: "Voyez-le : facturier status {id}."
    ),
    "nothing-to-undo": Sentence(
      "rien n’a été décidé sur {id} qui puisse être annulé",
      remedy: ""
    ),
    "page-too-large": Sentence(
      "la page {page} dépasse tout format de papier",
      remedy: "Imprimez-la dans un PDF de taille normale."
    ),
    "pattern-limit": Sentence(
      "ligne {line} : le motif {pattern} prend trop de temps",
      remedy: "Écrivez-le plus simplement."
    ),
    "pdf-damaged": Sentence(
      "le PDF est abîmé ou tronqué",
      remedy: "Redemandez-le à l’expéditeur."
    ),
    "pdf-encrypted": Sentence(
      "le PDF est protégé par un mot de passe",
      remedy: "Retirez-le (qpdf --decrypt), puis déposez le résultat."
    ),
    "reader-crashed": Sentence(
      "sa lecture a fait échouer le lecteur ({how})",
      remedy: "Imprimez-le dans un nouveau PDF, ou numérisez-le de nouveau."
    ),
    "reader-killed-daemon": Sentence(
      "sa lecture a arrêté tout le programme plusieurs fois",
      remedy: "Imprimez-le dans un nouveau PDF, ou numérisez-le de nouveau."
    ),
    "reader-missing": Sentence(
      "facturier-reader ne se trouve pas à {path}",
      remedy: "Installez les deux exécutables ensemble."
    ),
    "reader-timeout": Sentence(
      "sa lecture a pris plus de {seconds} secondes",
      remedy: "Divisez-le, ou numérisez-le avec une résolution plus basse."
    ),
    "register-busy": Sentence(
      "le registre est utilisé par un autre programme",
      remedy: "Réessayez dans un instant."
    ),
    "register-damaged": Sentence(
      "le registre est abîmé",
      remedy: "Restaurez-le depuis une sauvegarde."
    ),
    "register-failed": Sentence(
      "le registre n’a pas pu être écrit (SQLite {sqlite})",
      remedy: "Vérifiez les droits et la place de son dossier."
    ),
    "register-foreign": Sentence(
      "register.sqlite n’a pas été créé par Facturier",
      remedy: "Déplacez-le, ou nommez un autre dossier."
    ),
    "register-missing": Sentence(
      "il n’y a pas encore de registre à {path}",
      remedy: "Traitez d’abord un fichier : facturier process --once."
    ),
    "register-newer": Sentence(
      "le registre a été écrit par une version plus récente",
      remedy: "Mettez ce programme à jour."
    ),
    "register-older": Sentence(
      "le registre a été écrit par une version plus ancienne",
      remedy: "Lancez une commande qui écrit : elle met le registre à jour."
    ),
    "register-read-only": Sentence(
      "le registre est ouvert en lecture seule",
      remedy: ""
    ),
    "rule-file-invalid": Sentence(
      "{file}:{line}:{column} : {reason}\n    {excerpt}",
      remedy: "Corrigez le fichier ; les règles précédentes restent en vigueur."
    ),
    "sandbox-failed": Sentence(
      "le lecteur n’a pas pu s’isoler : {reason}",
      remedy: "Consultez le journal ; le fichier est intact."
    ),
    "socket-failed": Sentence(
      "la prise {path} est inutilisable : {reason}",
      remedy: "Vérifiez les droits du dossier."
    ),
    "supplier-code-twice": Sentence(
      "ligne {line} : le code {value} figure deux fois",
      remedy: "Chaque fournisseur a besoin de son propre code."
    ),
    "suppliers-column-missing": Sentence(
      "le fichier n’a pas de colonne {column} (trouvées : {found})",
      remedy: "Ajoutez-la, ou renommez son titre."
    ),
    "too-many-pages": Sentence(
      "il a {count} pages, plus que {limit}",
      remedy: "Divisez-le."
    ),
    "too-many-words": Sentence(
      "il contient plus de mots qu’une facture",
      remedy: "Divisez-le."
    ),
    "truncated-file": Sentence(
      "le fichier est tronqué",
      remedy: "Copiez-le ou numérisez-le de nouveau."
    ),
    "watch-failed": Sentence(
      "le dossier {path} ne peut pas être surveillé (erreur {errno})",
      remedy: "Il est parcouru toutes les dix secondes."
    ),
  ]
}
