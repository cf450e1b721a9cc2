// CommandPhrases+French.swift — the command line's phrases in French.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension CommandPhrases {
  static let french: [String: String] = [
    "approve-question": "Valider ces {count} factures ? [o/N]",
    "computed-from": "calculé d’après {fields}",
    "default": "valeur par défaut",
    "drop-here": "déposez les factures dans {path}, puis : facturier process --once",
    "dry-run": "rien n’a été modifié (--dry-run)",
    "due": "ÉCHÉANCES",
    "late": "en retard",
    "due-this-week": "sous 7 jours",
    "duplicate-of": "doublon de",
    "empty-home": "aucun document pour l’instant",
    "entered-by": "saisi par {person}",
    "file": "fichier",
    "filed": "copie",
    "first-of": "les {count} premières :",
    "history": "Historique",
    "hold-until": "en attente jusqu’au",
    "home-ready": "le dossier est prêt : {path}",
    "imported": "nouvelles {new}, modifiées {changed}, inchangées {unchanged}, soldées {closed} ; "
      + "{total} au total ; {reassessed} factures réévaluées",
    "inbox-notice": "laissé dans la boîte de dépôt : {file} ({code})",
    "ledger": "COMPTABILITÉ",
    "ledger-line": "{entries} écritures   factures sans contrepartie {unmatched}",
    "ledger-of-another": "ces livres sont ceux du SIREN {siren}, la société ici a le {own}",
    "ledger-read": "{rows} lignes, {entries} écritures de {source} ; débit {debit}, crédit {credit}",
    "left-in-inbox": "{count} fichiers sont encore en cours d’écriture et restent en place",
    "looks-like": "semble être : {type}",
    "match": "Rapprochement",
    "next-approve": "à faire : facturier approve --ready",
    "next-drop": "à faire : déposer des factures dans {path}",
    "next-process": "à faire : facturier process --once",
    "next-refused": "à faire : {remedy} Puis : facturier retry {id}",
    "next-review": "à faire : facturier show {id}, puis correct {id} CHAMP=VALEUR ou approve {id}",
    "no-company": "aucune société dans {path} : l’acheteur n’est pas contrôlé",
    "no-company-short": "aucune société configurée : l’acheteur n’est pas contrôlé (facturier.yml)",
    "no-ledger": "pas encore de comptabilité : facturier ledger import FICHIER",
    "not-an-invoice": "pas une facture : {type}",
    "not-running": "aucun démon",
    "nothing-found": "rien trouvé",
    "nothing-waits": "rien en attente",
    "open": "ouverte",
    "closed": "soldée",
    "partly-paid": "payée en partie",
    "or-else": "ou {value}",
    "page-of": "page {done}/{total}",
    "paid-on": "payée le",
    "postponed": "{count} documents n’ont pu être lus maintenant et seront réessayés",
    "processed": "pris {admitted} (déjà vus {repeated}), lus {read}, refusés {refused}",
    "processing": "traitement",
    "received": "reçu",
    "residual": "reste {amount}",
    "rules-checked": "{files} fichiers de règles, {problems} problèmes",
    "runners-up": "également envisagées : {entries}",
    "running": "en marche, pid {pid}",
    "sum": "{count} factures, {amounts}",
    "supplier": "fournisseur",
    "type": "type",
    "unknown-supplier": "? fournisseur inconnu",
    "waiting": "en attente",
    "watching": "surveille {path}",
    "written-to": "écrit dans {path}",
    "doctor-clock": "horloge",
    "doctor-reader": "lecteur",
    "doctor-sandbox": "bac à sable du lecteur",
    "doctor-languages": "langues de reconnaissance",
    "doctor-folders": "dossiers",
    "doctor-disk": "espace disque",
    "doctor-inbox": "dépôt et prises sur un même système de fichiers",
    "doctor-mount": "dépôt sur un disque local",
    "doctor-watches": "surveillances inotify",
    "doctor-rules": "fichiers de règles",
    "doctor-register": "registre",
    "doctor-daemon": "démon",
  ]

  static let frenchProblems: [String: (message: String, remedy: String)] = [
    "company-name-missing": ("{path}:{line} : la société n’a pas de nom", "Ajoutez company.name."),
    "configuration-syntax": ("{path}:{line}:{column} : YAML illisible : {reason}", ""),
    "configuration-unknown-key": (
      "{path}:{line}:{column} : clé inconnue : {key}",
      "Vouliez-vous dire {nearest} ? Clés connues ici : {known}."
    ),
    "configuration-value": (
      "{path}:{line}:{column} : {key} : {value} n’est pas ce qu’il faut ({expected})", ""
    ),
    "home-unknown": (
      "aucun dossier n’a été nommé ni trouvé",
      "Nommez-le par --home ou FACTURIER_HOME ; créez-le par : facturier init --home DOSSIER"
    ),
    "home-missing": ("le dossier {path} n’existe pas", "facturier init --home {path}"),
    "home-forbidden": (
      "vous ne pouvez pas lire {path}",
      "Rejoignez son groupe : sudo usermod -aG {group} $USER, puis reconnectez-vous."
    ),
    "rules-missing": (
      "les règles livrées sont introuvables en {path}",
      "Réinstallez-les ou indiquez-les par FACTURIER_RULES."
    ),
    "cancelled": ("arrêté avant la fin", "Relancez ; rien n’est perdu."),
    "claims-elsewhere": (
      "{path} n’est pas sur le même système de fichiers que le dépôt",
      "Gardez les deux sur un même système de fichiers : une prise est un renommage."
    ),
    "clock-wrong": ("l’horloge indique {now}", "Réglez l’horloge : timedatectl set-ntp true"),
    "disk-nearly-full": ("il ne reste que {free} Mio libres en {path}", "Libérez de la place."),
    "file-unusable": ("{path} est inutilisable : {reason}", ""),
    "folder-unusable": ("le dossier {path} est inutilisable : {reason}", "Lancez : facturier init"),
    "inbox-not-prepared": ("{path} n’est pas encore préparé", "Lancez : facturier init"),
    "inbox-on-network": (
      "{path} est un montage {type} : les fichiers sont remarqués toutes les 10 s", ""
    ),
    "inotify-limit-low": (
      "seulement {limit} surveillances inotify permises", "sysctl fs.inotify.max_user_watches=8192"
    ),
    "inotify-unknown": ("la limite des surveillances inotify est illisible", ""),
    "sandbox-incomplete": (
      "le bac à sable du lecteur ne tient pas : {report}",
      "Il faut landlock et seccomp dans le noyau (5.13 ou plus récent)."
    ),
    "tesseract-data-missing": (
      "aucune donnée de langue de tesseract", "apt install tesseract-ocr-fra tesseract-ocr-eng"
    ),
    "tesseract-language-missing": (
      "pas de données de langue pour : {languages} ; laissées de côté", "apt install {packages}"
    ),
    "unexpected-error": ("imprévu : {reason}", ""),
    "unknown-refusal": ("refusé", ""),
    "assignment-expected": ("{argument} n’est pas CHAMP=VALEUR", "Par exemple : ttc=119,88"),
    "company-name-needed": ("un SIREN seul n’est pas une société", "Ajoutez --name."),
    "configuration-exists": (
      "{path} existe déjà", "Modifiez-le là ; init ne change rien à ce qui existe."
    ),
    "confirmation-needed": ("personne n’est là pour répondre", "Ajoutez --yes."),
    "not-confirmed": ("rien n’a été validé", ""),
    "dates-swapped": ("--from est après --to", ""),
    "entry-ambiguous": ("{id} figure dans plusieurs sources : {sources}", "Écrivez SOURCE:{id}."),
    "field-unknown": ("il n’y a pas de champ {field}", "Vouliez-vous dire {nearest} ?"),
    "value-not-understood": ("{field} : {value} n’est pas compris comme {expected}", ""),
    "file-missing": ("{path} n’existe pas", ""),
    "file-not-regular": ("{path} n’est pas un fichier ordinaire", ""),
    "no-such-entry": ("pas d’écriture {id}", "facturier ledger list --search {id}"),
    "no-such-invoice": ("{id} n’est pas une facture", "facturier list"),
    "no-such-item": ("il n’y a ni document ni facture {id}", "facturier list"),
    "siren-wrong": ("{value} n’est pas un SIREN : neuf chiffres dont une clé", ""),
  ]
}
