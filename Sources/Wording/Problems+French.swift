// Problems+French.swift — why a document or the register cannot go on, in French.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let frenchProblems: [String: Sentence] = [
    "already-decided": Sentence(
      "{id} est déjà décidé, son état est : {state}",
      remedy: "Annulez d’abord cette décision : facturier undo {id}"
    ),
    "archive-damaged": Sentence(
      "l’original archivé de {document} est abîmé",
      remedy: "Restaurez-le depuis une sauvegarde."
    ),
    "archive-missing": Sentence(
      "l’original archivé de {document} manque",
      remedy: "Restaurez-le depuis une sauvegarde ou redéposez le fichier."
    ),
    "archive-empty": Sentence(
      "rien dans le fichier zip ne peut être un document",
      remedy: "Regardez-y, et déposez les factures elles-mêmes."
    ),
    "archive-encrypted": Sentence(
      "le fichier zip demande un mot de passe",
      remedy: "Décompressez-le, et déposez les factures elles-mêmes."
    ),
    "archive-unreadable": Sentence(
      "le fichier zip est endommagé",
      remedy: "Décompressez-le avec un autre programme, ou redemandez-le à l’expéditeur."
    ),
    "assessing-killed-daemon": Sentence(
      "la recherche de ses valeurs a arrêté tout le programme {deaths} fois",
      remedy: "Imprimez-le dans un nouveau PDF, ou saisissez la facture à la main."
    ),
    "container-too-deep": Sentence(
      "des messages ou des fichiers zip sont imbriqués plus de {limit} fois",
      remedy: "Déposez le plus intérieur, ou les factures elles-mêmes."
    ),
    "container-too-large": Sentence(
      "son contenu dépasse {limit:size}",
      remedy: "Décompressez-le, et déposez les factures elles-mêmes."
    ),
    "container-too-many-files": Sentence(
      "il contient plus de {limit} fichiers ou parties",
      remedy: "Séparez-le, ou déposez les factures elles-mêmes."
    ),
    "maildir-unreachable": Sentence(
      "le Maildir {path} est inutilisable : {reason}",
      remedy: "Vérifiez intake.maildir, les droits de ses dossiers new et cur, et s’il est monté."
    ),
    "mail-damaged": Sentence(
      "le message ne peut pas être ouvert",
      remedy: "Enregistrez ses pièces jointes et déposez celles-ci."
    ),
    "office-file": Sentence(
      "c’est un fichier de bureautique",
      remedy: "Imprimez-le en PDF, et déposez celui-ci."
    ),
    "bad-request": Sentence(
      "le service n’a pas compris la demande {route}",
      remedy: "Utilisez la même version de la commande et du service."
    ),
    "blocking-findings": Sentence(
      "des anomalies bloquantes subsistent : {codes}",
      remedy: "Corrigez la facture, ou nommez chacune : --despite CODE"
    ),
    "cancelled": Sentence("arrêté avant la fin", remedy: "Relancez ; rien n’est perdu."),
    "changed-meanwhile": Sentence(
      "{id} a été modifié entre-temps par quelqu’un d’autre",
      remedy: "Regardez de nouveau, puis décidez."
    ),
    "daemon-unreachable": Sentence(
      "le service ne répond pas sur {path} : {reason}",
      remedy: "Consultez son journal : journalctl -u facturier."
    ),
    "decision-not-possible": Sentence(
      "la décision {decision} est impossible tant que l’état est : {state}",
      remedy: "Voyez ce qui a été décidé : facturier status {id}"
    ),
    "disk-full": Sentence(
      "le disque est plein",
      remedy: "Libérez de la place ; le travail reprend de lui-même."
    ),
    "empty-file": Sentence(
      "le fichier est vide",
      remedy: "Numérisez-le ou faites-le renvoyer, puis déposez-le."
    ),
    "file-failed": Sentence(
      "impossible d’utiliser {path} : {reason}",
      remedy: "Vérifiez les droits et la place de son dossier."
    ),
    "file-too-large": Sentence(
      "le fichier fait {bytes:size}, plus que les {limit:size} permis",
      remedy: "Divisez-le, ou numérisez-le avec une résolution plus basse."
    ),
    "format-not-supported": Sentence(
      "cette version ne lit pas encore les fichiers {format}",
      remedy: "Gardez-le : il sera lu de lui-même après une mise à jour. Ou déposez la "
        + "facture en PDF."
    ),
    "format-unknown": Sentence(
      "ce n’est ni un PDF ni une image",
      remedy: "Déposez la facture en PDF, TIFF, JPEG ou PNG."
    ),
    "hold-in-past": Sentence(
      "le {day} est passé : rien ne peut attendre jusque-là",
      remedy: "Donnez un jour à venir, ou omettez --until pour une attente sans fin."
    ),
    "home-locked": Sentence(
      "un autre facturier travaille dans ce dossier (processus {pid})",
      remedy: "Attendez-le ou arrêtez-le."
    ),
    "xml-damaged": Sentence(
      "le XML est abîmé vers la ligne {line}",
      remedy: "Redemandez le fichier à l’expéditeur."
    ),
    "xml-doctype": Sentence(
      "le XML déclare un type de document, ce qu’aucune facture ne fait et qui sert aux attaques",
      remedy: "Demandez à l’expéditeur une facture électronique simple."
    ),
    "xml-too-large": Sentence(
      "le XML a plus de {limit} octets ou éléments, ou est trop imbriqué",
      remedy: "Demandez à l’expéditeur de diviser la facture."
    ),
    "image-damaged": Sentence(
      "l’image ne peut pas être décodée ({format})",
      remedy: "Numérisez-la de nouveau, ou redemandez-la à l’expéditeur."
    ),
    "image-too-large": Sentence(
      "l’image annonce {width} × {height} pixels",
      remedy: "Numérisez-la à 300 ppp."
    ),
    "inbox-unreachable": Sentence(
      "la boîte de dépôt {path} est inutilisable : {reason}",
      remedy: "Vérifiez ses droits et son montage."
    ),
    "is-a-folder": Sentence(
      "c’est un dossier",
      remedy: "Déposez les fichiers eux-mêmes dans la boîte de dépôt."
    ),
    "language-data-missing": Sentence(
      "tesseract n’a pas de données pour {language}",
      remedy: "Installez-les : apt-get install {package}."
    ),
    "lease-lost": Sentence(
      "le document {id} a été repris par un autre processus",
      remedy: "Rien à faire."
    ),
    "no-such-document": Sentence(
      "il n’y a pas de document {id}",
      remedy: "Voyez-les : facturier status"
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
      "le document {id} n’est pas en quarantaine, son état est : {state}",
      remedy: "Voyez-le : facturier status {id}"
    ),
    "not-readable": Sentence(
      "le compte du service ne peut pas le lire",
      remedy: "Donnez à son groupe le droit de lecture : chmod g+r FICHIER"
    ),
    "nothing-to-undo": Sentence(
      "rien n’a été décidé sur {id} qui puisse être annulé",
      remedy: "Voyez son historique : facturier status {id}"
    ),
    "page-too-costly": Sentence(
      "une page demande plus de travail qu’aucune page de papier",
      remedy: "Imprimez-la dans un nouveau PDF, ou numérisez-la de nouveau."
    ),
    "page-too-large": Sentence(
      "la page {page} dépasse tout format de papier ({width} × {height} pouces)",
      remedy: "Imprimez-la dans un PDF de taille normale."
    ),
    "paid-in-future": Sentence(
      "le {day} est encore à venir : rien n’a été payé ce jour-là",
      remedy: "Donnez le jour du paiement une fois qu’il est venu."
    ),
    "pdf-damaged": Sentence("le PDF est abîmé ou tronqué", remedy: "Redemandez-le à l’expéditeur."),
    "pdf-encrypted": Sentence(
      "le PDF est protégé par un mot de passe",
      remedy: "Retirez-le (qpdf --decrypt), puis déposez le résultat."
    ),
    "rendering-failed": Sentence(
      "une page n’a pas pu être dessinée ({reason})",
      remedy: "Ouvrez l’original : facturier open ID"
    ),
    "reader-crashed": Sentence(
      "sa lecture a fait échouer le lecteur ({how})",
      remedy: "Imprimez-le dans un nouveau PDF, ou numérisez-le de nouveau."
    ),
    "reader-killed-daemon": Sentence(
      "sa lecture a arrêté tout le programme {deaths} fois",
      remedy: "Imprimez-le dans un nouveau PDF, ou numérisez-le de nouveau."
    ),
    "reader-limit": Sentence(
      "sa lecture demande plus que ce que le lecteur peut utiliser ({limit})",
      remedy: "Divisez-le, ou numérisez-le avec une résolution plus basse."
    ),
    "reader-missing": Sentence(
      "facturier-reader ne se trouve pas à {path}",
      remedy: "Installez les deux exécutables ensemble."
    ),
    "reader-timeout": Sentence(
      "la lecture d’une de ses pages a pris plus de {seconds} secondes",
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
      "le registre est inutilisable (SQLite {code})",
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
      "le registre a été écrit par une version plus récente ({found}, connue ici : {known})",
      remedy: "Mettez ce programme à jour."
    ),
    "register-older": Sentence(
      "le registre a été écrit par une version plus ancienne ({found}, actuelle : {known})",
      remedy: "Mettez-le à jour : facturier process --once, ou démarrez le service."
    ),
    "register-read-only": Sentence(
      "le registre est ouvert en lecture seule",
      remedy: "Signalez-le nous : une commande a voulu écrire là où elle ne peut que lire."
    ),
    "rule-file-invalid": Sentence(
      "{file}:{line}:{column} : {reason}< — {excerpt}>",
      remedy: "Corrigez le fichier< : {stands}>."
    ),
    "sandbox-failed": Sentence(
      "le lecteur n’a pas pu s’isoler : {reason}",
      remedy: "Le fichier est intact ; voyez ce qui manque : facturier doctor"
    ),
    "socket-failed": Sentence(
      "la prise {path} est inutilisable : {reason}",
      remedy: "Vérifiez les droits du dossier."
    ),
    "too-many-pages": Sentence(
      "il a {count} pages, plus que les {limit} permises",
      remedy: "Divisez-le en factures séparées."
    ),
    "too-many-words": Sentence(
      "il contient plus de {limit} mots, plus qu’une facture",
      remedy: "Divisez-le en factures séparées."
    ),
    "truncated-file": Sentence(
      "le fichier est tronqué",
      remedy: "Copiez-le ou numérisez-le de nouveau."
    ),
    "unexpected-error": Sentence(
      "un imprévu est survenu : {reason}",
      remedy: "Réessayez ; si cela persiste, signalez-le avec ce message."
    ),
    "unknown-refusal": Sentence(
      "il a été refusé, et la raison n’a pas été conservée",
      remedy: "Réessayez : facturier retry ID"
    ),
    "watch-failed": Sentence(
      "le dossier {path} ne peut pas être surveillé : {reason}",
      remedy: "Rien à faire : il est parcouru toutes les dix secondes."
    ),
  ]
}
