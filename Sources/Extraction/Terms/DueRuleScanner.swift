// DueRuleScanner.swift — finds the due rule that a clause states.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Finds due rules in the tokens of one clause.
struct DueRuleScanner {
  let tokens: [TermsToken]

  /// A rule with the tokens that state it; a lower rank is more special and wins.
  struct Hit {
    let rule: DueRule
    let rank: Int
    let tokens: Range<Int>
  }

  /// The most special rule of the clause, the first of its rank, or nil.
  func best() -> Hit? {
    guard TermsContext.isAboutPaying(tokens) else { return nil }
    let hits = tokens.indices.flatMap { index in
      [
        printedDate(index), delayed(index), fromEndOfMonth(index), dayOfNextMonth(index),
        netDays(index), immediate(index),
      ].compactMap { $0 }
    }
    return hits.min { ($0.rank, $0.tokens.lowerBound) < ($1.rank, $1.tokens.lowerBound) }
  }

  /// "Échéance : 31/12/2026": a printed due date.
  private func printedDate(_ index: Int) -> Hit? {
    guard var end = TermsWords.dueLabels.matchEnd(in: tokens, at: index) else { return nil }
    for _ in 0..<3 where end < tokens.count && Self.beforeDate.contains(tokens[end].text) {
      end += 1
    }
    return TermsDate.read(tokens, at: end).map {
      Hit(rule: .on($0.date), rank: 0, tokens: index..<$0.end)
    }
  }

  private static let beforeDate: Set<String> = [
    "LE", "AU", "DU", "THE", "ON", "IS", "AM", "DEN", "DER", "IL", "EL", "DEL", "DE", "OP", "DATE",
  ]

  /// "30 jours", "30 jours fin de mois", "30 jours fin de mois le 10", "45 days from end of month".
  private func delayed(_ index: Int) -> Hit? {
    guard let (delay, delayEnd) = delay(at: index) ?? bareDays(at: index) else { return nil }
    var end = delayEnd
    var (isFrom, isAnchored) = (false, false)
    for _ in 0..<10 {
      if let last = TermsWords.endOfMonth.matchEnd(in: tokens, at: end) {
        if isFrom, !isAnchored, case .days(let days) = delay {
          return Hit(rule: .endOfMonth(after: .none, plusDays: days), rank: 3, tokens: index..<last)
        }
        return endOfMonth(after: delay, from: index, to: last)
      }
      if let (day, last) = dayAndNextMonth(at: end) {
        return Hit(rule: .dayOfNextMonth(day, after: delay), rank: 1, tokens: index..<last)
      }
      if let last = TermsWords.startingFrom.matchEnd(in: tokens, at: end) {
        isFrom = true
        end = last
      } else if end < tokens.count, TermsWords.anchors.contains(tokens[end].text) {
        isAnchored = true
        end += 1
      } else if end < tokens.count, TermsWords.neutral.contains(tokens[end].text) {
        end += 1
      } else {
        break
      }
    }
    guard self.delay(at: index) != nil else { return nil }
    if case .months = delay { return Hit(rule: .after(delay), rank: 8, tokens: index..<delayEnd) }
    return Hit(rule: .after(delay), rank: 7, tokens: index..<delayEnd)
  }

  /// The rule of a delay that ends with a month: plain, "+ 10", or "le 10".
  private func endOfMonth(after delay: DueRule.Delay, from start: Int, to end: Int) -> Hit {
    if let (day, last) = dayAndNextMonth(at: end) ?? dayWithArticle(at: end) {
      return Hit(rule: .dayOfNextMonth(day, after: delay), rank: 1, tokens: start..<last)
    }
    if let (days, last) = addedDays(at: end, needsSign: true) {
      return Hit(rule: .endOfMonth(after: delay, plusDays: days), rank: 3, tokens: start..<last)
    }
    return Hit(rule: .endOfMonth(after: delay, plusDays: 0), rank: 4, tokens: start..<end)
  }

  /// "fin de mois", "fin de mois le 15", "fin de mois + 45 jours", "fin du mois suivant".
  private func fromEndOfMonth(_ index: Int) -> Hit? {
    if let end = TermsWords.endOfNextMonth.matchEnd(in: tokens, at: index) {
      let rule = DueRule.endOfMonth(after: .months(1), plusDays: 0)
      return Hit(rule: rule, rank: 5, tokens: index..<end)
    }
    guard let end = TermsWords.endOfMonth.matchEnd(in: tokens, at: index) else { return nil }
    if let (day, last) = dayAndNextMonth(at: end) ?? dayWithArticle(at: end) {
      return Hit(rule: .dayOfNextMonth(day, after: .none), rank: 2, tokens: index..<last)
    }
    if let (days, last) = addedDays(at: end, needsSign: false) {
      return Hit(rule: .endOfMonth(after: .none, plusDays: days), rank: 3, tokens: index..<last)
    }
    // Initials of a name look like "F. M.": alone only what is spelt out counts.
    guard tokens[index].text.count > 2 else { return nil }
    let rule = DueRule.endOfMonth(after: .none, plusDays: 0)
    return Hit(rule: rule, rank: 9, tokens: index..<end)
  }

  /// "le 10 du mois suivant" without a delay.
  private func dayOfNextMonth(_ index: Int) -> Hit? {
    dayAndNextMonth(at: index).map {
      Hit(rule: .dayOfNextMonth($0.0, after: .none), rank: 2, tokens: index..<$0.1)
    }
  }

  /// "Net 30", "n/30": days without a unit.
  private func netDays(_ index: Int) -> Hit? {
    var number = index + 1
    if tokens[index].text == "N", number < tokens.count, tokens[number].text == "/" {
      number += 1
    } else if !["NET", "NETTO", "NETT"].contains(tokens[index].text) {
      return nil
    }
    guard number < tokens.count, let days = tokens[number].number, (1...180).contains(days),
      delay(at: number) == nil, isEnd(number + 1)
    else { return nil }
    return Hit(rule: .after(.days(days)), rank: 6, tokens: index..<(number + 1))
  }

  private func immediate(_ index: Int) -> Hit? {
    TermsWords.immediately.matchEnd(in: tokens, at: index).map {
      Hit(rule: .immediately, rank: 10, tokens: index..<$0)
    }
  }
}
