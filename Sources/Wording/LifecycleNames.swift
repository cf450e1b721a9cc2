// LifecycleNames.swift — statuses of invoices on a plateforme agréée as people call them.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Statuses in the life of an invoice as people call them (AFNOR XP Z12-012, MDT-105).
package enum LifecycleNames {
  /// The name of a status ("205"), or the status itself when it has none.
  package static func name(of status: String, in language: Language) -> String {
    ArgumentNames.name(of: status, among: names, in: language)
  }

  static let names: ArgumentNames.Names = [
    "200": ("deposited", "déposée"), "201": ("sent", "émise"), "202": ("received", "reçue"),
    "203": ("made available", "mise à disposition"), "204": ("taken charge of", "prise en charge"),
    "205": ("approved", "approuvée"), "206": ("partly approved", "approuvée partiellement"),
    "207": ("disputed", "en litige"), "208": ("suspended", "suspendue"),
    "209": ("completed", "complétée"), "210": ("refused", "refusée"),
    "211": ("payment sent", "paiement transmis"), "212": ("cashed", "encaissée"),
    "213": ("rejected", "rejetée"), "214": ("endorsed", "visée"), "220": ("cancelled", "annulée"),
    "221": ("routing error", "erreur de routage"), "224": ("direct payment", "paiement direct"),
    "225": ("factored", "affacturée"), "501": ("inadmissible", "irrecevable"),
  ]
}
