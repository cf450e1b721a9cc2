// ArgumentNames.swift — codes inside arguments as people say them.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Codes that stand inside arguments, as people say them.
enum ArgumentNames {
  typealias Names = [String: (english: String, french: String)]

  /// The name of a code, or the code itself when it has none.
  static func name(of code: String, among names: Names, in language: Language) -> String {
    guard let pair = names[code] else { return code }
    return language == .french ? pair.french : pair.english
  }

  /// What a value should have been.
  static let expectations: Names = [
    "text": ("a text", "un texte"),
    "identifier": ("letters and digits", "des lettres et des chiffres"),
    "code": ("a code of the list", "un code de la liste"),
    "date": ("a date such as 2026-11-20 or 20/11/2026", "une date comme 20/11/2026 ou 2026-11-20"),
    "amount": ("an amount such as 119.88", "un montant comme 119,88"),
    "flag": ("yes or no", "oui ou non"),
    "vatBreakdown": ("a JSON list of rates", "une liste JSON des taux"),
    "lines": ("a JSON list of lines", "une liste JSON des lignes"),
    "mapping": ("keys with values", "des clés avec des valeurs"),
    "language": ("en or fr", "en ou fr"),
    "address": ("an address such as 127.0.0.1:8470", "une adresse comme 127.0.0.1:8470"),
    "siren": ("a SIREN of nine digits", "un SIREN de neuf chiffres"),
    "siret": ("a SIRET of fourteen digits", "un SIRET de quatorze chiffres"),
    "vat-id": ("a VAT id such as FR83404833048", "un n° de TVA comme FR83404833048"),
    "iban": ("an IBAN", "un IBAN"),
    "country": ("a country by two letters such as FR", "un pays en deux lettres comme FR"),
    "duration": ("a duration such as 2s or 10min", "une durée comme 2s ou 10min"),
    "true-or-false": ("true or false", "true ou false"),
    "tesseract-language": ("a language such as fra or eng", "une langue comme fra ou eng"),
    "count": ("a number from 1", "un nombre à partir de 1"),
    "count-or-none": ("a number from 0 to 10000", "un nombre de 0 à 10000"),
    "absolute-path": (
      "a path from the root, /srv/books.txt", "un chemin depuis la racine, /srv/compta.txt"
    ),
    "folder": ("the path of a folder", "le chemin d’un dossier"),
  ]

  /// Where a system call failed: names of files are not told.
  static let places: Names = [
    "home": ("the home", "le dossier de Facturier"),
    "maildir": ("the Maildir", "le Maildir"),
    "inbox": ("the inbox", "la boîte de dépôt"),
    "claim": ("a file taken from the inbox", "un fichier pris dans la boîte de dépôt"),
    "archive": ("the archive", "l’archive"),
    "document": ("an original in the archive", "un original de l’archive"),
    "filed": ("the filed copies", "les copies classées"),
    "quarantine": ("the quarantine", "la quarantaine"),
    "lock": ("the lock of the home", "le verrou du dossier"),
    "rules": ("the rules", "les règles"),
  ]

  /// By what a supplier was found.
  static let means: Names = [
    "iban": ("IBAN", "l’IBAN"),
    "legal_id": ("registration", "l’immatriculation"),
    "vat_id": ("VAT id", "le n° de TVA"),
    "name": ("name", "le nom"),
    "near_name": ("name", "le nom"),
  ]

  /// Why a file inside another one was left aside.
  static let reasons: Names = [
    "empty": ("it is empty", "il est vide"),
    "too-large": ("it is too large", "il est trop gros"),
    "picture": ("a small picture", "une petite image"),
    "web-page": ("a web page", "une page web"),
    "other-xml": ("XML that is no invoice", "du XML qui n’est pas une facture"),
    "note": ("a short note", "une courte note"),
    "unknown-format": ("its format is not known", "son format est inconnu"),
  ]

  /// What stands in place of a bad rule file.
  static let standings: Names = [
    "as-before": (
      "until then what it said before stays in force",
      "d’ici là, ce qu’il disait avant reste en vigueur"
    ),
    "left-out": (
      "until then nothing of it is in force",
      "d’ici là, rien de ce fichier n’est en vigueur"
    ),
  ]

  /// How the reader ended.
  static let failures: Names = [
    "signal": ("ended by signal", "arrêté par le signal"),
    "exit": ("ended with status", "terminé avec le code"),
    "output-limit": ("its answer grew too large", "sa réponse est devenue trop grande"),
  ]

  /// What the sandbox of the reader promises, told where it does not hold.
  static let promises: Names = [
    "cannotOpenSocket": ("the network can be reached", "le réseau est accessible"),
    "cannotReadOtherFiles": ("other files can be read", "d’autres fichiers sont lisibles"),
    "cannotWriteFiles": ("files can be written", "des fichiers peuvent être écrits"),
    "cannotStartProgram": ("programs can be started", "des programmes peuvent être lancés"),
    "hasMemoryLimit": ("memory is not limited", "la mémoire n’est pas limitée"),
    "unknown": ("it could not be tried", "il n’a pas pu être essayé"),
  ]
}
