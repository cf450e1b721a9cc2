// EInvoiceRules+French.swift — the rules that an e-invoice breaks, in French.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  /// By the name of the rule (EN 16931-1, AFNOR XP Z12-012); the sentence begins with it.
  static let frenchRules: [String: Sentence] = together(
    frenchSums,
    frenchPresence,
    frenchCategories,
    frenchReform
  )

  private static let frenchSums = rules(
    remedy: "Comparez les montants avec la vue lisible ; demandez une facture corrigée.",
    [
      "BR-CO-10": "la somme des lignes est {expected:amount}, le fichier dit {told:amount}",
      "BR-CO-11": "la somme des remises est {expected:amount}, le fichier dit {told:amount}",
      "BR-CO-12": "la somme des frais est {expected:amount}, le fichier dit {told:amount}",
      "BR-CO-13": "lignes moins remises plus frais font {expected:amount}, le total HT dit "
        + "{told:amount}",
      "BR-CO-14": "la TVA des taux fait {expected:amount}, le total de TVA dit {told:amount}",
      "BR-CO-15": "HT plus TVA font {expected:amount}, le total TTC dit {told:amount}",
      "BR-CO-16": "il reste {expected:amount} à payer, le net à payer dit {told:amount}",
      "BR-CO-17": "la TVA d’un taux devrait être {expected:amount}, le fichier dit {told:amount}",
    ]
  )

  private static let frenchPresence = rules(
    remedy: "Voyez la vue lisible ; le logiciel du fournisseur doit être corrigé.",
    [
      "BR-01": "la norme suivie (BT-24) manque",
      "BR-02": "le numéro de facture (BT-1) manque",
      "BR-03": "la date d’émission (BT-2) manque",
      "BR-04": "le type de facture (BT-3) manque",
      "BR-05": "la devise (BT-5) manque",
      "BR-06": "le nom du vendeur (BT-27) manque",
      "BR-07": "le nom de l’acheteur (BT-44) manque",
      "BR-09": "le pays du vendeur (BT-40) manque",
      "BR-11": "le pays de l’acheteur (BT-55) manque",
      "BR-12": "la somme des lignes (BT-106) manque",
      "BR-13": "le total HT (BT-109) manque",
      "BR-14": "le total TTC (BT-112) manque",
      "BR-15": "le net à payer (BT-115) manque",
      "BR-16": "il n’y a aucune ligne",
      "BR-21": "la ligne {line} n’a pas de numéro (BT-126)",
      "BR-22": "la ligne {line} n’a pas de quantité (BT-129)",
      "BR-23": "la ligne {line} n’a pas d’unité (BT-130)",
      "BR-24": "la ligne {line} n’a pas de montant (BT-131)",
      "BR-25": "la ligne {line} ne nomme pas l’article (BT-153)",
      "BR-26": "la ligne {line} n’a pas de prix (BT-146)",
      "BR-27": "le prix de la ligne {line} est négatif",
      "BR-29": "la période finit avant de commencer",
      "BR-30": "la période de la ligne {line} finit avant de commencer",
      "BR-45": "un taux de TVA n’a pas de base (BT-116)",
      "BR-46": "un taux de TVA n’a pas de montant de TVA (BT-117)",
      "BR-47": "un taux de TVA n’a pas de catégorie (BT-118)",
      "BR-48": "une ligne de TVA n’a pas de taux (BT-119)",
      "BR-50": "un compte bancaire est nommé sans son numéro (BT-84)",
      "BR-53": "la TVA dans la devise comptable (BT-111) manque",
      "BR-55": "la facture corrigée n’est pas nommée (BT-25)",
      "BR-61": "un virement est demandé sans compte (BT-84)",
      "BR-CO-04": "la ligne {line} n’a pas de catégorie de TVA (BT-151)",
      "BR-CO-09": "un n° de TVA ne commence pas par un pays",
      "BR-CO-18": "il n’y a pas de ventilation de la TVA",
      "BR-CO-26": "rien n’identifie le vendeur (BT-29, BT-30, BT-31)",
    ]
  )

  private static let frenchCategories = rules(
    remedy: "Vérifiez la TVA avant de comptabiliser ; interrogez le fournisseur au besoin.",
    [
      "BR-S-01": "montants et ventilation ne s’accordent pas sur « taux normal »",
      "BR-S-02": "la catégorie « taux normal » demande les n° fiscaux des parties",
      "BR-S-05": "la ligne {line} a un taux interdit par « taux normal »",
      "BR-S-08": "la base « taux normal » fait {expected:amount}, la ventilation dit {told:amount}",
      "BR-S-09": "la TVA « taux normal » n’est pas celle de la base et du taux",
      "BR-S-10": "« taux normal » n’admet pas de motif d’exonération",
      "BR-Z-01": "montants et ventilation ne s’accordent pas sur « taux zéro »",
      "BR-Z-02": "la catégorie « taux zéro » demande les n° fiscaux des parties",
      "BR-Z-05": "la ligne {line} a un taux interdit par « taux zéro »",
      "BR-Z-08": "la base « taux zéro » fait {expected:amount}, la ventilation dit {told:amount}",
      "BR-Z-09": "la TVA « taux zéro » n’est pas celle de la base et du taux",
      "BR-Z-10": "« taux zéro » n’admet pas de motif d’exonération",
      "BR-E-01": "montants et ventilation ne s’accordent pas sur « exonéré »",
      "BR-E-02": "la catégorie « exonéré » demande les n° fiscaux des parties",
      "BR-E-05": "la ligne {line} a un taux interdit par « exonéré »",
      "BR-E-08": "la base « exonéré » fait {expected:amount}, la ventilation dit {told:amount}",
      "BR-E-09": "la TVA « exonéré » n’est pas celle de la base et du taux",
      "BR-E-10": "le motif de « exonéré » manque (BT-120)",
      "BR-AE-01": "montants et ventilation ne s’accordent pas sur « autoliquidation »",
      "BR-AE-02": "la catégorie « autoliquidation » demande les n° fiscaux des parties",
      "BR-AE-05": "la ligne {line} a un taux interdit par « autoliquidation »",
      "BR-AE-08": "la base « autoliquidation » fait {expected:amount}, la ventilation dit "
        + "{told:amount}",
      "BR-AE-09": "la TVA « autoliquidation » n’est pas celle de la base et du taux",
      "BR-AE-10": "le motif de « autoliquidation » manque (BT-120)",
      "BR-IC-01": "montants et ventilation ne s’accordent pas sur « intracommunautaire »",
      "BR-IC-02": "la catégorie « intracommunautaire » demande les n° fiscaux des parties",
      "BR-IC-05": "la ligne {line} a un taux interdit par « intracommunautaire »",
      "BR-IC-08": "la base « intracommunautaire » fait {expected:amount}, la ventilation dit "
        + "{told:amount}",
      "BR-IC-09": "la TVA « intracommunautaire » n’est pas celle de la base et du taux",
      "BR-IC-10": "le motif de « intracommunautaire » manque (BT-120)",
      "BR-G-01": "montants et ventilation ne s’accordent pas sur « export »",
      "BR-G-02": "la catégorie « export » demande les n° fiscaux des parties",
      "BR-G-05": "la ligne {line} a un taux interdit par « export »",
      "BR-G-08": "la base « export » fait {expected:amount}, la ventilation dit {told:amount}",
      "BR-G-09": "la TVA « export » n’est pas celle de la base et du taux",
      "BR-G-10": "le motif de « export » manque (BT-120)",
      "BR-O-01": "montants et ventilation ne s’accordent pas sur « hors champ de TVA »",
      "BR-O-02": "la catégorie « hors champ de TVA » interdit les n° de TVA",
      "BR-O-05": "la ligne {line} a un taux interdit par « hors champ de TVA »",
      "BR-O-08": "la base « hors champ de TVA » fait {expected:amount}, la ventilation dit "
        + "{told:amount}",
      "BR-O-09": "la TVA « hors champ de TVA » n’est pas celle de la base et du taux",
      "BR-O-10": "le motif de « hors champ de TVA » manque (BT-120)",
    ]
  )

  private static let frenchReform = rules(
    remedy: "La plateforme du fournisseur aurait dû la refuser ; prévenez-le.",
    [
      "BR-FR-01": "le numéro de facture a plus de 35 caractères",
      "BR-FR-02": "le numéro de facture a des caractères interdits",
      "BR-FR-03": "une date est hors de 2000 à 2099",
      "BR-FR-04": "le type de facture n’est pas de la liste française",
      "BR-FR-05": "les mentions de recouvrement, pénalités ou escompte (PMT, PMD, AAB) manquent",
      "BR-FR-06": "une mention (PMT, PMD, AAB) figure deux fois",
      "BR-FR-08": "le cadre de facturation (BT-23) n’est pas de la liste française",
      "BR-FR-09": "SIRET et SIREN du vendeur ne sont pas de la même société",
      "BR-FR-10": "le SIREN du vendeur manque ou est faux",
      "BR-FR-11": "le SIREN de l’acheteur manque ou est faux",
      "BR-FR-12": "l’adresse électronique de l’acheteur (BT-49) manque",
      "BR-FR-13": "l’adresse électronique du vendeur (BT-34) manque",
      "BR-FR-15": "une catégorie de TVA n’est pas de la liste française",
      "BR-FR-16": "un taux de TVA n’est pas de la liste française",
      "BR-FR-20": "le traitement (mention BAR) n’est pas de la liste française",
      "BR-FR-21": "l’adresse électronique de l’acheteur ne commence pas par son SIREN",
      "BR-FR-CO-03": "un avoir global demande son contrat et sa période",
      "BR-FR-CO-04": "une facture rectificative doit nommer la seule facture corrigée",
      "BR-FR-CO-05": "l’avoir ne nomme pas la facture corrigée",
      "BR-FR-CO-07": "l’échéance précède l’émission",
      "BR-FR-CO-08": "une facture définitive après acompte ne peut être une facture d’acompte",
      "BR-FR-CO-09": "elle se dit déjà payée, et ses montants disent le contraire",
      "BR-FR-CO-12": "une facture en devise doit donner sa TVA en euros",
      "BR-FR-DEC-01": "un montant a plus de deux décimales ou de 19 chiffres",
      "BR-FR-DEC-02": "la quantité de la ligne {line} a plus de quatre décimales",
      "BR-FR-DEC-03": "le prix de la ligne {line} est négatif ou a plus de six décimales",
      "BR-FR-DEC-04": "un taux de TVA a plus de deux décimales",
    ]
  )
}
