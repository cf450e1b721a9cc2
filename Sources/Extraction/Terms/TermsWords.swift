// TermsWords.swift — the words of payment terms in six languages.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The words by which payment terms are stated, folded: French, English, German, Dutch, Italian,
/// Spanish.
enum TermsWords {
  static let days: Set<String> = [
    "J", "JR", "JRS", "JOUR", "JOURS", "DAY", "DAYS", "D", "TAG", "TAGE", "TAGEN", "TG",
    "KALENDERTAGE", "KALENDERTAGEN", "DAG", "DAGEN", "DGN", "KALENDERDAGEN", "GIORNO", "GIORNI",
    "GG", "DIA", "DIAS",
  ]
  static let weeks: Set<String> = [
    "SEMAINE", "SEMAINES", "WEEK", "WEEKS", "WOCHE", "WOCHEN", "WEKEN", "SETTIMANA", "SETTIMANE",
    "SEMANA", "SEMANAS",
  ]
  static let months: Set<String> = [
    "MOIS", "MONTH", "MONTHS", "MONAT", "MONATS", "MONATE", "MONATEN", "MAAND", "MAANDEN", "MESE",
    "MESI", "MES", "MESES",
  ]
  /// Days that only a calendar of holidays could count.
  static let workingDays: Set<String> = [
    "OUVRES", "OUVRE", "OUVRABLES", "OUVRABLE", "LAVORATIVI", "HABILES", "LABORABLES",
  ]
  static let numbers: [String: Int] = [
    "UN": 1, "ONE": 1, "EIN": 1, "EINEM": 1, "EINEN": 1, "EINES": 1, "EEN": 1, "UNO": 1, "UNA": 1,
    "DEUX": 2, "TWO": 2, "ZWEI": 2, "TWEE": 2, "DUE": 2, "DOS": 2, "TROIS": 3, "THREE": 3,
    "DREI": 3, "DRIE": 3, "TRE": 3, "TRES": 3, "SEVEN": 7, "SIEBEN": 7, "HUIT": 8, "ACHT": 8,
    "OTTO": 8, "OCHO": 8, "TEN": 10, "DIX": 10, "ZEHN": 10, "TIEN": 10, "FOURTEEN": 14,
    "VIERZEHN": 14, "VEERTIEN": 14, "QUINZE": 15, "QUINCE": 15, "QUINDICI": 15, "TRENTE": 30,
    "THIRTY": 30, "DREISSIG": 30, "DERTIG": 30, "TRENTA": 30, "TREINTA": 30, "SOIXANTE": 60,
    "SIXTY": 60, "SECHZIG": 60, "ZESTIG": 60, "SESSANTA": 60, "SESENTA": 60,
  ]

  static let endOfMonth = TermsPhrases([
    "FIN DE MOIS", "FIN DU MOIS", "FIN MOIS", "FIN DES MOIS", "FDM", "F D M", "FM", "F M", "EOM",
    "END OF MONTH", "END OF THE MONTH", "MONTH END", "MONTHEND", "END MONTH", "MONATSENDE",
    "ENDE DES MONATS", "ENDE DEM MONAT", "MONATSULTIMO", "ENDE MONAT", "FINE MESE", "FINE DEL MESE",
    "DFFM", "D F F M", "DF FM", "D F FM", "FMDF", "EINDE MAAND", "EINDE VAN DE MAAND",
    "EINDE DER MAAND", "FIN DE MES", "FIN MES", "FINAL DE MES", "FINALES DE MES",
  ])
  static let endOfNextMonth = TermsPhrases([
    "FIN DU MOIS SUIVANT", "FIN DE MOIS SUIVANT", "END OF THE FOLLOWING MONTH",
    "END OF FOLLOWING MONTH", "END OF NEXT MONTH", "END OF THE NEXT MONTH", "ENDE DES FOLGEMONATS",
    "ENDE DES FOLGENDEN MONATS", "EINDE VAN DE VOLGENDE MAAND", "EINDE VOLGENDE MAAND",
    "FINE MESE SUCCESSIVO", "FINE DEL MESE SUCCESSIVO", "FIN DE MES SIGUIENTE",
    "FIN DEL MES SIGUIENTE",
  ])
  static let ofNextMonth = TermsPhrases([
    "DU MOIS SUIVANT", "OF THE FOLLOWING MONTH", "OF THE NEXT MONTH", "OF NEXT MONTH",
    "OF THE MONTH FOLLOWING", "DES FOLGEMONATS", "DES FOLGENDEN MONATS", "DES NACHSTEN MONATS",
    "VAN DE VOLGENDE MAAND", "DEL MESE SUCCESSIVO", "MESE SUCCESSIVO", "DEL MES SIGUIENTE",
  ])
  /// Between a delay and the end of the month, they say that the delay starts there.
  static let startingFrom = TermsPhrases([
    "A COMPTER DE", "A COMPTER DU", "A PARTIR DE", "A PARTIR DU", "APRES", "SUIVANT", "FROM",
    "AFTER", "FOLLOWING", "OF", "NACH", "AB", "NA", "VANAF", "DALLA", "DA", "DAL", "DOPO", "DESDE",
    "DESPUES DE", "TRAS", "A CONTAR DE", "A CONTAR DESDE",
  ])
  /// What a delay is counted from when it is not the end of the month.
  static let anchors: Set<String> = [
    "DATE", "FACTURE", "FACTURES", "FACTURATION", "EMISSION", "RECEPTION", "INVOICE", "INVOICES",
    "RECEIPT", "ISSUE", "RECHNUNG", "RECHNUNGSDATUM", "RECHNUNGSSTELLUNG", "RECHNUNGSERHALT",
    "RECHNUNGSEINGANG", "ERHALT", "EINGANG", "DATUM", "DATO", "FACTUUR", "FACTUURDATUM",
    "ONTVANGST", "DAGTEKENING", "FATTURA", "DATA", "DF", "RICEVIMENTO", "EMISSIONE", "FACTURA",
    "FECHA", "EMISION", "RECEPCION", "VISTA", "INVOICING",
  ]
  /// Words that may stand between the parts of a rule without meaning anything.
  static let neutral: Set<String> = [
    "A", "AU", "AUX", "LE", "LA", "LES", "L", "DE", "DU", "DES", "EN", "NET", "NETS", "NETTO",
    "CALENDAIRES", "CALENDAR", "THE", "AT", "TO", "IN", "BY", "AND", "ZUM", "BIS", "AM", "DER",
    "DEM",
    "DEN", "HET", "OP", "TOT", "VAN", "PER", "AL", "ALLA", "DELLA", "DEL", "DI", "IL", "EL", "ET",
    "UND", "UN", "NATURALES", ",", "/",
  ]
  static let prepositions: Set<String> = [
    "SOUS", "DANS", "WITHIN", "IN", "INNERHALB", "INNERT", "BINNEN", "VON", "ENTRO", "PLAZO",
    "DELAI", "DELAIS", "SOIT", "ON", "UPON", "BEI", "ALS", "OHNE", "ABZUG", "ABZUGE", "REIN",
    "STRICTLY", "MAXIMUM", "MAX", "DATE", "IS", "DUE", "UW", "NR", "Z", "ZZGL", "#", "=", "%",
    "+", "PLUS", "PIU", "MAS", "-", "N", "ZONDER", "NO", "PAS", "SANS", "KEIN", "NEANT", "SINON",
    "OTHERWISE", "SONST", "ANSONSTEN", "GEEN", "SENZA", "SIN",
  ]

  static let netWords: Set<String> = ["NET", "NETS", "NETTO", "NETT", "REIN", "NETTE"]

  static let immediately = TermsPhrases([
    "COMPTANT", "AU COMPTANT", "A RECEPTION", "DES RECEPTION", "A LA RECEPTION",
    "A LA COMMANDE", "A LA LIVRAISON", "IMMEDIAT", "IMMEDIATEMENT", "ON RECEIPT", "UPON RECEIPT",
    "IMMEDIATE", "IMMEDIATELY", "CASH ON DELIVERY", "COD", "WITH ORDER", "SOFORT", "UMGEHEND",
    "UNVERZUGLICH", "BEI ERHALT", "NACH ERHALT", "NACH RECHNUNGSERHALT", "BEI LIEFERUNG",
    "VORKASSE", "BARZAHLUNG", "BIJ ONTVANGST", "NA ONTVANGST", "CONTANT", "ONMIDDELLIJK", "DIRECT",
    "PER OMGAANDE", "AL CONTADO", "CONTADO", "A LA VISTA", "A LA RECEPCION", "INMEDIATO",
    "RIMESSA DIRETTA", "A VISTA", "VISTA FATTURA", "CONTANTI", "ALLA CONSEGNA", "AL RICEVIMENTO",
    "IMMEDIATO",
  ])

  /// Labels of a printed due date.
  static let dueLabels = TermsPhrases([
    "ECHEANCE", "DATE D ECHEANCE", "A REGLER LE", "A REGLER AVANT LE", "A REGLER AU PLUS TARD LE",
    "PAYABLE LE", "PAYABLE AVANT LE", "A PAYER LE", "A PAYER AVANT LE", "DUE DATE", "DUE BY",
    "DUE ON", "PAYABLE BY", "PAYMENT DUE", "FALLIG AM", "FALLIGKEIT", "FALLIGKEITSDATUM",
    "ZAHLBAR BIS", "VERVALDATUM", "TE BETALEN VOOR", "SCADENZA", "DATA SCADENZA", "VENCIMIENTO",
    "FECHA DE VENCIMIENTO",
  ])

  static let discounts: Set<String> = [
    "SKONTO", "ESCOMPTE", "DISCOUNT", "SCONTO", "KORTING", "BETALINGSKORTING", "CONTANTKORTING",
    "DESCUENTO", "DTO",
  ]
}
