// TermsWords.swift — the words of payment terms.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The words by which payment terms are stated, folded, in six languages.
enum TermsWords {
  static let days: Set<String> = [
    "J", "JR", "JRS", "JOUR", "JOURS", "DAY", "DAYS", "TAG", "TAGE", "TAGEN", "DAG", "DAGEN", "DIA",
    "DIAS", "GIORNI", "GIORNO", "GG", "D", "DD", "CALENDAR",
  ]
  static let months: Set<String> = [
    "MOIS", "MONTH", "MONTHS", "MONAT", "MONATE", "MONATEN", "MAAND", "MAANDEN", "MES", "MESES",
    "MESE", "MESI",
  ]

  /// Due when the invoice is issued or received.
  static let immediate = [
    "COMPTANT", "A RECEPTION", "DES RECEPTION", "A LA RECEPTION", "A LA COMMANDE", "UPON RECEIPT",
    "ON RECEIPT", "DUE ON RECEIPT", "SOFORT", "SOFORT FALLIG", "SOFORT ZAHLBAR", "IMMEDIAT",
    "IMMEDIATEMENT", "IMMEDIATE", "IMMEDIATELY", "A LA LIVRAISON", "AL CONTADO", "CONTADO",
    "A VISTA", "VISTA FATTURA", "RIMESSA DIRETTA", "BIJ ONTVANGST", "NA ONTVANGST", "CONTANT",
    "BEI ERHALT", "NACH ERHALT", "ZAHLBAR SOFORT", "CASH ON DELIVERY", "A LA VISTA",
    "ALLA CONSEGNA", "AL RICEVIMENTO", "A LA RECEPCION",
  ]

  private static let endOfMonth: [[String]] = [
    ["FIN", "DE", "MOIS"], ["FIN", "DU", "MOIS"], ["FIN", "MOIS"], ["F", "D", "M"], ["FDM"],
    ["F", "M"], ["FM"], ["EOM"], ["END", "OF", "MONTH"], ["END", "OF", "THE", "MONTH"],
    ["MONATSENDE"], ["ZUM", "MONATSENDE"], ["FINE", "MESE"], ["D", "F", "F", "M"], ["DFFM"],
    ["DATA", "FATTURA", "FINE", "MESE"], ["EINDE", "MAAND"], ["EINDE", "VAN", "DE", "MAAND"],
    ["FIN", "DE", "MES"], ["END", "MONTH"], ["DF", "FM"],
  ].sorted { $1.count < $0.count }

  /// Words that may stand between a period and the end of the month.
  private static let connecting: Set<String> = [
    "A", "AU", "LE", "LA", "DATE", "DE", "FACTURE", "NET", "NETS", "FATTURA", "DATA", "THE", "AT",
    "TO", "ZUM", "BIS", "DALLA", "DU",
  ]

  /// The words after the end of the month when it stands here, connecting words skipped; else nil.
  static func afterEndOfMonth(_ words: [String]) -> [String]? {
    var rest = words[...]
    for _ in 0..<4 {
      if let form = endOfMonth.first(where: { rest.starts(with: $0) }) {
        return Array(rest.dropFirst(form.count))
      }
      guard let first = rest.first, connecting.contains(first) else { return nil }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// "à compter de la fin du mois", "from end of month"
  static func startsFromEndOfMonth(_ words: [String]) -> Bool {
    let starts = [["A", "COMPTER"], ["APRES"], ["AFTER"], ["FROM"], ["NACH"], ["NA"], ["DESPUES"]]
    guard let start = starts.first(where: { words.starts(with: $0) }) else { return false }
    var rest = words.dropFirst(start.count)
    while let first = rest.first, ["DE", "DU", "LA", "THE", "DEM", "HET"].contains(first) {
      rest = rest.dropFirst()
    }
    return endOfMonth.contains { rest.starts(with: $0) }
  }

  /// The clauses of a text as folded words; a dot inside a number or an abbreviation ends none.
  static func clauses(of text: String) -> [[String]] {
    var clauses: [[String]] = [[]]
    for word in folded(text).split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = word.split { !$0.isLetter && !$0.isNumber && $0 != "%" }.map(String.init)
      clauses[clauses.count - 1] += parts.flatMap(separated)
      let isAbbreviation = parts.allSatisfy { $0.count <= 2 } || ["ART", "NR", "NO"].contains(parts.last)
      if word.hasSuffix(";") || word.hasSuffix(".") && !isAbbreviation { clauses.append([]) }
    }
    return clauses.filter { !$0.isEmpty }
  }

  /// "30J" → 30, J
  private static func separated(_ word: String) -> [String] {
    let digits = word.prefix { $0.isASCIIDigit }
    let rest = word.dropFirst(digits.count)
    guard !digits.isEmpty, !rest.isEmpty, rest.allSatisfy(\.isLetter) else { return [word] }
    return [String(digits), String(rest)]
  }

  private static let penalties = [
    "PENALIT", "INDEMNIT", "INTERET", "RETARD", "LATE", "INTEREST", "VERZUG", "MAHNGEB", "RECOUVREMENT",
    "INTERESS", "MORA", "RENTE", "RECLAM", "BEANSTAND", "MANGELR", "GARANTI", "VALABLE", "GULTIG",
    "ENGAGEMENT",
  ]

  /// Whether a clause speaks of penalties, complaints or warranties rather than of when to pay.
  static func isPenalty(_ words: [String]) -> Bool {
    words.contains { word in penalties.contains { word.hasPrefix($0) } }
  }

  private static let discounts: Set<String> = [
    "SKONTO", "ESCOMPTE", "DISCOUNT", "SCONTO", "DESCUENTO", "KORTING", "CONTANTKORTING",
  ]

  /// The clause without an early-payment discount: the days and percent beside its word.
  static func withoutDiscount(_ words: [String]) -> [String] {
    guard let center = words.firstIndex(where: { discounts.contains($0) }) else { return words }
    let percents = words.indices.filter { words[$0].hasSuffix("%") || words[$0] == "%" }
    guard !percents.isEmpty else { return words }
    let periods = words.indices.filter { index in
      Int(words[index]) != nil && index + 1 < words.count && days.contains(words[index + 1])
    }
    guard let nearest = periods.min(by: { abs($0 - center) < abs($1 - center) }), periods.count > 1
    else { return periods.isEmpty ? words : [] }
    return words.enumerated().filter { $0.offset != nearest && $0.offset != nearest + 1 }
      .map(\.element)
  }
}
