// CommandProblems+French.swift — why a command cannot be done, in French.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let frenchCommandProblems: [String: Sentence] = [
    "assignment-expected": Sentence(
      "{argument} n’est pas CHAMP=VALEUR",
      remedy: "Par exemple : ttc=119,88"
    ),
    "claims-elsewhere": Sentence(
      "{path} n’est pas sur le même système de fichiers que la boîte de dépôt",
      remedy: "Gardez les deux sur un même système de fichiers : une prise est un renommage."
    ),
    "clock-wrong": Sentence(
      "l’horloge indique {now}",
      remedy: "Réglez l’horloge : timedatectl set-ntp true"
    ),
    "company-name-missing": Sentence(
      "{path}:{line} : la société n’a pas de nom",
      remedy: "Écrivez-le sous company.name, tel qu’il figure sur les factures."
    ),
    "company-name-needed": Sentence(
      "un SIREN seul n’est pas une société",
      remedy: "Ajoutez son nom : --name NOM"
    ),
    "configuration-exists": Sentence(
      "{path} existe déjà",
      remedy: "Modifiez-le là ; init ne change rien à ce qui existe."
    ),
    "configuration-syntax": Sentence(
      "{path}:{line}:{column} : ce n’est pas du YAML< : {reason}>",
      remedy: "Corrigez la ligne ; n’indentez qu’avec des espaces."
    ),
    "configuration-unknown-key": Sentence(
      "{path}:{line}:{column} : clé inconnue : {key}",
      remedy: "<Vouliez-vous dire {nearest} ? >Clés connues ici : {known}."
    ),
    "configuration-value": Sentence(
      "{path}:{line}:{column} : {key} ne peut pas valoir « {value} »",
      remedy: "Écrivez {expected}."
    ),
    "confirmation-needed": Sentence(
      "personne n’est là pour répondre",
      remedy: "Ajoutez --yes pour continuer sans question."
    ),
    "dates-swapped": Sentence("--from est après --to", remedy: "Inversez les deux dates."),
    "disk-nearly-full": Sentence(
      "il ne reste que {free} Mio libres en {path}",
      remedy: "Libérez de la place."
    ),
    "drafting-stopped": Sentence(
      "rien n’a été écrit",
      remedy: "Répondez à toutes les questions, ou ajoutez --yes pour prendre ce qui est trouvé."
    ),
    "entry-ambiguous": Sentence(
      "{id} figure dans plusieurs sources : {sources}",
      remedy: "Écrivez la source devant : SOURCE:{id}"
    ),
    "field-unknown": Sentence(
      "il n’y a pas de champ « {field} »",
      remedy: "<Vouliez-vous dire {nearest} ? >Voyez les noms : facturier show ID --json"
    ),
    "file-missing": Sentence("{path} n’existe pas", remedy: "Vérifiez le nom."),
    "file-not-regular": Sentence(
      "{path} n’est pas un fichier ordinaire",
      remedy: "Nommez le fichier lui-même."
    ),
    "file-unusable": Sentence("{path} est inutilisable : {reason}", remedy: "Vérifiez ses droits."),
    "folder-unusable": Sentence(
      "le dossier {path} est inutilisable : {reason}",
      remedy: "Vérifiez ses droits ; ce qui manque est créé par : facturier init"
    ),
    "home-forbidden": Sentence(
      "vous n’avez pas le droit de lire {path}",
      remedy: "Rejoignez son groupe : sudo usermod -aG {group} $USER, puis reconnectez-vous."
    ),
    "home-missing": Sentence(
      "le dossier {path} n’existe pas",
      remedy: "Créez-le : facturier init --home {path}"
    ),
    "home-unknown": Sentence(
      "aucun dossier n’a été nommé ni trouvé",
      remedy: "Nommez-le par --home ou FACTURIER_HOME ; créez-le par : facturier init --home "
        + "DOSSIER"
    ),
    "inbox-not-prepared": Sentence(
      "{path} n’est pas encore préparé",
      remedy: "Lancez : facturier init"
    ),
    "inbox-on-network": Sentence(
      "{path} est sur un montage {type}, qui n’annonce pas les arrivées",
      remedy: "Rien à faire : il est parcouru toutes les dix secondes."
    ),
    "inotify-limit-low": Sentence(
      "seulement {limit} surveillances inotify sont permises",
      remedy: "Permettez-en plus : sysctl fs.inotify.max_user_watches=8192"
    ),
    "inotify-unknown": Sentence(
      "la limite des surveillances inotify est illisible",
      remedy: "Rien à faire : sans surveillance, la boîte est parcourue toutes les dix "
        + "secondes."
    ),
    "no-e-invoice": Sentence(
      "{id} n’est pas une facture électronique : il n’y a pas de vue à en faire",
      remedy: "Voyez sa page : facturier open {id}"
    ),
    "no-page-picture": Sentence(
      "{id} est un fichier de type {format} : il n’a pas de page dont faire un PDF",
      remedy: "Voyez le fichier lui-même : facturier open {id}"
    ),
    "no-such-entry": Sentence(
      "il n’y a pas d’écriture {id}",
      remedy: "Cherchez-la : facturier ledger list --search {id}"
    ),
    "no-such-invoice": Sentence(
      "il n’y a pas de facture {id}",
      remedy: "Voyez-les : facturier list"
    ),
    "no-such-item": Sentence(
      "il n’y a ni document ni facture {id}",
      remedy: "Voyez-les : facturier list"
    ),
    "no-such-note": Sentence(
      "la facture {id} n’a pas de remarque {code} qui ait été un avertissement",
      remedy: "Voyez ses remarques : facturier show {id}"
    ),
    "no-such-supplier": Sentence(
      "il n’y a pas de fournisseur {code}",
      remedy: "Voyez-les : facturier suppliers list"
    ),
    "no-such-page": Sentence(
      "le document {id} n’a pas de page {page}",
      remedy: "Voyez ce qui a été lu : facturier status ID"
    ),
    "not-read": Sentence(
      "le document {id} n’a pas été lu",
      remedy: "Voyez pourquoi : facturier status {id}"
    ),
    "not-confirmed": Sentence(
      "rien n’a été approuvé",
      remedy: "Répondez o pour approuver, ou ajoutez --yes."
    ),
    "profile-never-applies": Sentence(
      "{profile} ne s’applique jamais : rien de son vendeur n’est assez long",
      remedy: "Ajoutez un n° de TVA, un SIREN, un IBAN ou un nom sous seller."
    ),
    "profile-shadowed": Sentence(
      "{profile} et {other} sont tous deux pour {id}",
      remedy: "N’en gardez qu’un."
    ),
    "profile-too-broad": Sentence(
      "{profile} s’applique à presque toute page : « {text} » est trop court",
      remedy: "Écrivez un nom ou une phrase plus longs, ou un numéro du vendeur."
    ),
    "rule-file-exists": Sentence(
      "{path} existe déjà",
      remedy: "Modifiez-le, ou remplacez-le avec --force."
    ),
    "rule-never-finds": Sentence(
      "{profile} : la règle de {field} ne trouvera jamais rien",
      remedy: "Prenez un chercheur pour ce genre de valeurs ; voyez rules/README.md."
    ),
    "rule-slow": Sentence(
      "{profile} : le motif de {field} s’emballe sur certains textes : {pattern}",
      remedy: "Écrivez-le pour qu’un texte ne se lise que d’une façon : pas de (a+)+."
    ),
    "not-reviewed": Sentence(
      "personne n’a approuvé la facture {id} : {state}",
      remedy: "Corrigez ce qui est faux, puis approuvez-la : facturier approve {id}"
    ),
    "nothing-to-learn": Sentence(
      "rien sur la facture ne distingue son fournisseur",
      remedy: "Corrigez seller_name, seller_vat_id ou seller_legal_id, puis approuvez-la."
    ),
    "seller-has-rules": Sentence(
      "vous tenez vous-même les règles de ce fournisseur : {profile}",
      remedy: "Modifiez ce fichier ; voyez-le dans facturier rules list."
    ),
    "learned-contradicts": Sentence(
      "ce qui a été appris ne retrouve pas les factures {ids}",
      remedy: "Voyez si l’une d’elles a été approuvée avec une valeur fausse."
    ),
    "learned-file-edited": Sentence(
      "{path} a été modifié et reste tel quel",
      remedy:
        "Déplacez-le dans rules/suppliers pour garder votre version, ou supprimez-le pour réapprendre."
    ),
    "rules-missing": Sentence(
      "les règles livrées sont introuvables en {path}",
      remedy: "Réinstallez-les ou indiquez-les par FACTURIER_RULES."
    ),
    "sample-of-several": Sentence(
      "{path} contient {count} factures",
      remedy: "Donnez un fichier qui n’en contient qu’une."
    ),
    "sandbox-incomplete": Sentence(
      "le bac à sable du lecteur ne tient pas : {promises}",
      remedy: "Il faut landlock et seccomp dans le noyau (5.13 ou plus récent)."
    ),
    "siren-wrong": Sentence(
      "{value} n’est pas un SIREN",
      remedy: "Un SIREN a neuf chiffres, dont le dernier vérifie les autres."
    ),
    "tesseract-data-missing": Sentence(
      "aucune donnée de langue de tesseract n’a été trouvée",
      remedy: "Installez-les : apt install tesseract-ocr-fra tesseract-ocr-eng"
    ),
    "tesseract-language-missing": Sentence(
      "tesseract n’a pas de données pour {languages} ; les numérisations seront moins bien lues",
      remedy: "Installez-les : apt install {packages}"
    ),
    "xml-without-page": Sentence(
      "{id} est un fichier XML : il n’a pas de page dont faire un PDF",
      remedy: "Voyez-le comme une page à lire : facturier show {id} --html"
    ),
    "value-not-understood": Sentence(
      "« {value} » ne convient pas pour : {field}",
      remedy: "Écrivez {expected}."
    ),
  ]
}
