// SystemErrors.swift — error numbers of Linux in words (errno(3)).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The error numbers that files and folders bring about, in words.
enum SystemErrors {
  /// The words for a number, or "error N".
  static func name(of number: String, in language: Language) -> String {
    guard let names = names[number] else {
      return (language == .french ? "erreur " : "error ") + number
    }
    return language == .french ? names.french : names.english
  }

  private static let names: [String: (english: String, french: String)] = [
    "1": ("not permitted", "opération interdite"),
    "2": ("it does not exist", "il n’existe pas"),
    "5": ("the disk or mount fails", "le disque ou le montage est en panne"),
    "11": ("it is in use", "il est utilisé"),
    "12": ("too little memory", "mémoire insuffisante"),
    "13": ("no right to it", "droits insuffisants"),
    "16": ("it is in use", "il est utilisé"),
    "17": ("it exists already", "il existe déjà"),
    "18": ("it lies on another file system", "il est sur un autre système de fichiers"),
    "20": ("it is no folder", "ce n’est pas un dossier"),
    "21": ("it is a folder", "c’est un dossier"),
    "23": ("too many open files", "trop de fichiers ouverts"),
    "24": ("too many open files", "trop de fichiers ouverts"),
    "27": ("the file grew too large", "le fichier est devenu trop grand"),
    "28": ("the disk is full", "le disque est plein"),
    "30": ("it may only be read", "il est en lecture seule"),
    "36": ("its name is too long", "son nom est trop long"),
    "40": ("its links lead in a circle", "ses liens tournent en rond"),
    "107": ("the mount is not connected", "le montage n’est pas connecté"),
    "110": ("the mount does not answer", "le montage ne répond pas"),
    "112": ("the server of the mount is down", "le serveur du montage est arrêté"),
    "113": ("the server of the mount is out of reach", "le serveur du montage est injoignable"),
    "116": ("the mount is stale", "le montage est périmé"),
    "122": ("the quota is used up", "le quota est épuisé"),
  ]
}
