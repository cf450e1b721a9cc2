// PaymentTerms.swift — payment terms in words, in six languages.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// Payment terms printed in words: "30 jours fin de mois", "zahlbar innerhalb von 14 Tagen", "net 30".
package struct PaymentTerms: Hashable, Sendable {
  package let rule: DueRule

  /// The terms that a text states, or nil. Clauses about penalties state none, and the days of an
  /// early-payment discount are not the due date.
  package static func parse(_ text: String) -> PaymentTerms? {
    let clauses = TermsWords.clauses(of: text)
    let useful = clauses.filter { !TermsWords.isPenalty($0) }
    for clause in useful {
      if let rule = rule(in: TermsWords.withoutDiscount(clause)) { return PaymentTerms(rule: rule) }
    }
    return nil
  }

  /// The due date of an invoice issued on this day.
  package func dueDate(from issue: CalendarDate) -> CalendarDate { rule.date(from: issue) }

  /// The first rule of a clause, the more special forms before the plain ones.
  private static func rule(in words: [String]) -> DueRule? {
    for index in words.indices {
      if let rule = periodRule(words, at: index) { return rule }
      if let rule = endOfMonthFirst(words, at: index) { return rule }
    }
    for index in words.indices {
      if ["NET", "NETTO", "NETT"].contains(words[index]), index + 1 < words.count,
        let days = Int(words[index + 1]), (1...180).contains(days)
      {
        return .days(days)
      }
    }
    return isImmediate(words) ? .days(0) : nil
  }

  /// "30 jours", "30 gg D.F.F.M.", "2 mois fin de mois", "30 jours fin de mois le 15".
  private static func periodRule(_ words: [String], at index: Int) -> DueRule? {
    guard let count = Int(words[index]), (0...365).contains(count), index + 1 < words.count else {
      return nil
    }
    let unit = words[index + 1]
    let after = Array(words[(index + 2)...])
    let isDays = TermsWords.days.contains(unit)
    guard isDays || TermsWords.months.contains(unit), count <= (isDays ? 365 : 12) else { return nil }
    if isDays, TermsWords.startsFromEndOfMonth(after) { return .endOfMonthThenDays(count) }
    guard let tail = TermsWords.afterEndOfMonth(after) else {
      return isDays ? .days(count) : .months(count)
    }
    guard isDays else { return .monthsThenEndOfMonth(count) }
    if let first = tail.first, ["LE", "IL", "AM", "EL", "THE", "DE"].contains(first),
      let day = tail.dropFirst().first.flatMap(Int.init), (1...31).contains(day)
    {
      return .daysThenEndOfMonthOnDay(count, day: day)
    }
    return .daysThenEndOfMonth(count)
  }

  /// "fin de mois + 45 jours", "fin de mois le 15", "fin de mois".
  private static func endOfMonthFirst(_ words: [String], at index: Int) -> DueRule? {
    guard let tail = TermsWords.afterEndOfMonth(Array(words[index...])),
      index == 0 || !TermsWords.days.contains(words[index - 1])
    else { return nil }
    let numbers = tail.prefix(3)
    if let position = numbers.firstIndex(where: { Int($0) != nil }), let count = Int(tail[position]) {
      let next = position + 1 < tail.count ? tail[position + 1] : ""
      if TermsWords.days.contains(next), count <= 365 { return .endOfMonthThenDays(count) }
      if position > 0, tail[position - 1] == "LE", (1...31).contains(count) {
        return .daysThenEndOfMonthOnDay(0, day: count)
      }
    }
    return .daysThenEndOfMonth(0)
  }

  private static func isImmediate(_ words: [String]) -> Bool {
    let text = " " + words.joined(separator: " ") + " "
    return TermsWords.immediate.contains { text.contains(" " + $0 + " ") }
  }
}
