// TermsContext.swift — which clauses of a text speak of when to pay.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Splits a text into clauses and tells those that speak of when to pay from all others.
enum TermsContext {
  /// The clauses of the tokens without brackets, colons and dots; those about penalties, complaints,
  /// warranties and delivery times are left out, since their "30 days" are not a term of payment.
  static func clauses(of tokens: [TermsToken]) -> [[TermsToken]] {
    var clauses: [[TermsToken]] = [[]]
    for index in tokens.indices {
      if endsClause(tokens, before: index) { clauses.append([]) }
      guard let kept = kept(tokens, index) else { continue }
      clauses[clauses.count - 1].append(kept)
    }
    return clauses.filter { !$0.isEmpty && !isOther($0) }
  }

  /// Whether a clause is sure to be about paying: it has a word of paying, or no word of anything else.
  static func isAboutPaying(_ clause: [TermsToken]) -> Bool {
    clause.contains { token in
      payingWords.contains(token.text) || payingStarts.contains { token.text.hasPrefix($0) }
    } || clause.allSatisfy { !$0.isWord || known.contains($0.text) }
  }

  /// Whether a new clause begins at a token.
  private static func endsClause(_ tokens: [TermsToken], before index: Int) -> Bool {
    guard index > 0 else { return false }
    let (token, before) = (tokens[index], tokens[index - 1])
    if [";", "!", "?"].contains(before.text) { return true }
    if before.text == "." {
      return !token.isGlued && !(index > 1 && isAbbreviated(tokens[index - 2], before: token))
    }
    return token.startsLine && token.startsWithCapital && !before.isDigits
      && ![",", "/", "-", ":"].contains(before.text)
  }

  /// Whether a dot between both ends an abbreviation ("gg.", "15.") and no sentence.
  private static func isAbbreviated(_ word: TermsToken, before next: TermsToken) -> Bool {
    guard word.isDigits || word.text.count <= 2 || abbreviations.contains(word.text) else {
      return false
    }
    return !next.startsWithCapital || next.text.count < 4 || continuing.contains(next.text)
      || TermsDate.months[next.text] != nil
  }

  private static let abbreviations: Set<String> = [
    "JRS", "DGN", "TG", "INKL", "ABZGL", "MAX", "NET", "NETTO", "DFFM", "FDM",
  ]
  private static let continuing: Set<String> = ["FINE", "DFFM", "ENDE", "DATA", "TAGE", "NETTO"]

  /// A token as rules see it: signs that carry no meaning are dropped, dashes separate like commas.
  private static func kept(_ tokens: [TermsToken], _ index: Int) -> TermsToken? {
    let token = tokens[index]
    guard !token.isWord, !token.isDigits else { return token }
    let isBetweenDigits =
      token.isGlued && index > 0 && tokens[index - 1].isDigits && index + 1 < tokens.count
      && tokens[index + 1].isGlued && tokens[index + 1].isDigits
    let isBound = token.isGlued && index + 1 < tokens.count && tokens[index + 1].isGlued
    switch token.text {
    case ".": return isBetweenDigits ? token : nil
    case "-" where isBetweenDigits: return token
    case "-" where isBound: return nil
    case "-", "|", "•", "·": return token.with(text: ",")
    case ",", "/", "+", "%", "#", "=", "€", "$", "£": return token
    default: return nil
    }
  }

  private static func isOther(_ clause: [TermsToken]) -> Bool {
    clause.contains { token in otherStarts.contains { token.text.hasPrefix($0) } }
      || otherPhrases.occur(in: clause)
  }

  private static let otherStarts = [
    "PENALIT", "INDEMNIT", "INTERET", "RETARD", "RECOUVREMENT", "INTEREST", "OVERDUE", "VERZUG",
    "MAHN", "INTERESS", "MORA", "RENTE", "AANMANING", "RECARGO", "GARANTI", "WARRANT", "GUARANT",
    "GARANZ", "GEWAHR", "VALABLE", "VALIDIT", "VALID", "GULTIG", "GELDIG", "RECLAM", "REKLAM",
    "BEANSTAND", "COMPLAINT", "CONTESTATION", "RETRACT", "WIDERRUF", "LIEFERZEIT", "LIEFERFRIST",
    "LEVERTIJD", "ENGAGEMENT", "PREAVIS", "KUNDIGUNG",
  ]
  private static let otherPhrases = TermsPhrases([
    "LATE PAYMENT", "LATE PAYMENTS", "DELAI DE LIVRAISON", "LIVRAISON SOUS", "DELIVERY TIME",
    "DELIVERY WITHIN", "PLAZO DE ENTREGA", "TEMPI DI CONSEGNA",
  ])

  private static let payingWords: Set<String> = [
    "NET", "NETS", "NETTO", "DUE", "REIN", "PAY", "PAYABLE", "PAYABLES", "PAID", "REGLE", "REGLEE",
    "REGLER", "TERMS", "LCR", "TRAITE", "RIBA", "VOLDOEN", "DEBIT", "PAGARE", "PAGAR", "PAGO",
    "SCADENZA", "FACTURE", "INVOICE",
  ]
  private static let payingStarts = [
    "PAIEMENT", "PAYMENT", "REGLEMENT", "ECHEANCE", "VIREMENT", "PRELEVE", "SETTLE", "ZAHL",
    "FALLIG", "UBERWEIS", "BEGLEICH", "SKONTO", "BETAL", "BETAAL", "VERVAL", "PAGAMENT", "BONIFIC",
    "VENCIMIENT", "TRANSFEREN", "ESCOMPTE", "LASTSCHRIFT",
  ]

  private static let known: Set<String> =
    TermsWords.days.union(TermsWords.weeks).union(TermsWords.months)
    .union(TermsWords.numbers.keys).union(TermsWords.anchors).union(TermsWords.neutral)
    .union(TermsWords.prepositions).union(TermsWords.netWords).union(TermsWords.discounts)
    .union(TermsWords.endOfMonth.words).union(TermsWords.endOfNextMonth.words)
    .union(TermsWords.ofNextMonth.words).union(TermsWords.startingFrom.words)
    .union(TermsWords.immediately.words)
}

extension TermsToken {
  /// The same token with another text.
  func with(text: String) -> TermsToken {
    TermsToken(
      text: text,
      range: range,
      isGlued: isGlued,
      startsLine: startsLine,
      startsWithCapital: startsWithCapital
    )
  }
}
