// DueRuleScanner+Parts.swift — delays and days of the month inside a clause.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension DueRuleScanner {
  /// A delay that starts at a token, "30 jours" or "thirty (30) days", and where it ends.
  ///
  /// Nil for instalments ("30/60 jours"), ranges ("8 à 10 jours") and working days.
  func delay(at index: Int) -> (delay: DueRule.Delay, end: Int)? {
    guard index < tokens.count, !isPartOfMore(index),
      let count = tokens[index].number ?? TermsWords.numbers[tokens[index].text]
    else { return nil }
    var unit = index + 1
    for _ in 0..<2 where unit < tokens.count && isBeforeUnit(tokens[unit]) { unit += 1 }
    guard unit < tokens.count else { return nil }
    let end = unit + 1
    if end < tokens.count, TermsWords.workingDays.contains(tokens[end].text) { return nil }
    let word = tokens[unit].text
    if TermsWords.days.contains(word), count <= 366 { return (.days(count), end) }
    if TermsWords.weeks.contains(word), count <= 52 { return (.days(7 * count), end) }
    if TermsWords.months.contains(word), (1...24).contains(count) { return (.months(count), end) }
    return nil
  }

  /// A number of days whose unit is left out before the end of the month: "30 FDM", "Net 30 EOM".
  func bareDays(at index: Int) -> (delay: DueRule.Delay, end: Int)? {
    guard let days = tokens[index].number, (1...180).contains(days), !isPartOfMore(index),
      TermsWords.endOfMonth.matchEnd(in: tokens, at: index + 1) != nil
    else { return nil }
    return (.days(days), index + 1)
  }

  private func isBeforeUnit(_ token: TermsToken) -> Bool {
    ["CALENDAR", "NET", "CLEAR", "FULL", "-"].contains(token.text)
      || TermsWords.numbers[token.text] != nil
  }

  /// Whether the number is the last of several, or the decimals of one.
  private func isPartOfMore(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if before.isDigits { return true }
    guard index > 1, tokens[index - 2].isDigits else { return false }
    if ["/", "A", "AU", "TO", "BIS", "TOT", "-"].contains(before.text) { return true }
    return [",", "."].contains(before.text) && before.isGlued && tokens[index].isGlued
  }

  /// "le 10", "on the 15th", "am 15.": a day of a month that no date continues.
  func dayWithArticle(at index: Int) -> (Int, Int)? {
    var number = index
    for _ in 0..<3 where number < tokens.count && Self.articles.contains(tokens[number].text) {
      number += 1
    }
    guard number > index, let (day, end) = day(at: number),
      TermsDate.read(tokens, at: number) == nil
    else { return nil }
    return isEnd(end) ? (day, end) : nil
  }

  /// "10 du mois suivant", "le 10 du mois suivant": the day and where it ends.
  func dayAndNextMonth(at index: Int) -> (Int, Int)? {
    var number = index
    for _ in 0..<3 where number < tokens.count && Self.articles.contains(tokens[number].text) {
      number += 1
    }
    guard let (day, end) = day(at: number),
      let last = TermsWords.ofNextMonth.matchEnd(in: tokens, at: end)
    else { return nil }
    return (day, last)
  }

  private static let articles: Set<String> = [
    "LE", "THE", "ON", "AM", "ZUM", "IL", "AL", "EL", "DIA", "DE", "DEN", "OP", "AU", ",",
  ]

  private func day(at index: Int) -> (Int, Int)? {
    guard index < tokens.count, let day = tokens[index].number, (1...31).contains(day) else {
      return nil
    }
    let hasSuffix =
      index + 1 < tokens.count && tokens[index + 1].isGlued
      && ["TH", "ST", "ND", "RD", "ER", "E", "EME"].contains(tokens[index + 1].text)
    return (day, hasSuffix ? index + 2 : index + 1)
  }

  /// "+ 45 jours", "+ 10"; without the sign only a number with its unit.
  func addedDays(at index: Int, needsSign: Bool) -> (Int, Int)? {
    var start = index
    let hasSign = start < tokens.count && ["+", "PLUS", "PIU", "MAS"].contains(tokens[start].text)
    if hasSign { start += 1 }
    guard hasSign || !needsSign else { return nil }
    if let (delay, end) = delay(at: start), case .days(let days) = delay { return (days, end) }
    guard hasSign, start < tokens.count, let days = tokens[start].number, days <= 180,
      isEnd(start + 1)
    else { return nil }
    return (days, start + 1)
  }

  /// Whether nothing follows that would make the number before an amount or a quantity.
  func isEnd(_ index: Int) -> Bool {
    guard index < tokens.count else { return true }
    let token = tokens[index]
    if token.text == "," { return index + 1 >= tokens.count || !tokens[index + 1].isGlued }
    return TermsWords.neutral.contains(token.text) && token.text != "/"
      || TermsWords.anchors.contains(token.text)
      || TermsWords.prepositions.contains(token.text)
        && !["%", "#", "=", "+"].contains(token.text)
      || TermsWords.startingFrom.matchEnd(in: tokens, at: index) != nil
  }
}
