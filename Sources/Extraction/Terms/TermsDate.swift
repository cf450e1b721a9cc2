// TermsDate.swift — dates inside payment terms.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads a date that starts at a token: 31/12/2026, 2026-12-31, 31 décembre 2026, December 31, 2026.
enum TermsDate {
  /// The date and where it ends, or nil.
  ///
  /// Digits are day, month, year, as in Europe.
  static func read(_ tokens: [TermsToken], at index: Int) -> (date: CalendarDate, end: Int)? {
    digits(tokens, index) ?? dayFirst(tokens, index) ?? monthFirst(tokens, index)
  }

  private static func digits(_ tokens: [TermsToken], _ index: Int) -> (CalendarDate, Int)? {
    guard index + 4 < tokens.count, let first = tokens[index].number,
      ["/", ".", "-"].contains(tokens[index + 1].text), let second = tokens[index + 2].number,
      tokens[index + 3].text == tokens[index + 1].text, let third = tokens[index + 4].number
    else { return nil }
    let isYearFirst = tokens[index].text.count == 4
    let year = isYearFirst ? first : tokens[index + 4].text.count == 2 ? 2000 + third : third
    return plausible(year, second, isYearFirst ? third : first).map { ($0, index + 5) }
  }

  private static func dayFirst(_ tokens: [TermsToken], _ index: Int) -> (CalendarDate, Int)? {
    guard index < tokens.count, let day = tokens[index].number else { return nil }
    let monthIndex = skip(tokens, index + 1, ["ER", "DE", "OF", "ST", "ND", "RD", "TH"])
    guard monthIndex < tokens.count, let month = months[tokens[monthIndex].text] else { return nil }
    let yearIndex = skip(tokens, monthIndex + 1, ["DE", "DEL", ","])
    guard yearIndex < tokens.count, let year = tokens[yearIndex].number else { return nil }
    return plausible(year, month, day).map { ($0, yearIndex + 1) }
  }

  private static func monthFirst(_ tokens: [TermsToken], _ index: Int) -> (CalendarDate, Int)? {
    guard index + 2 < tokens.count, let month = months[tokens[index].text],
      let day = tokens[index + 1].number
    else { return nil }
    let yearIndex = skip(tokens, index + 2, ["ST", "ND", "RD", "TH", ","])
    guard yearIndex < tokens.count, let year = tokens[yearIndex].number else { return nil }
    return plausible(year, month, day).map { ($0, yearIndex + 1) }
  }

  private static func skip(_ tokens: [TermsToken], _ index: Int, _ texts: Set<String>) -> Int {
    var index = index
    while index < tokens.count, texts.contains(tokens[index].text) { index += 1 }
    return index
  }

  private static func plausible(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    (1990...2099).contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
  }

  /// Month names of six languages, folded, to 1...12.
  static let months: [String: Int] = {
    let names = [
      "JANVIER JANUARY JANUAR JANUARI GENNAIO ENERO JAN JANV",
      "FEVRIER FEBRUARY FEBRUAR FEBRUARI FEBBRAIO FEBRERO FEB FEV",
      "MARS MARCH MARZ MAART MARZO MAR MRT", "AVRIL APRIL APRILE ABRIL APR AVR",
      "MAI MAY MEI MAGGIO MAYO MAG", "JUIN JUNE JUNI GIUGNO JUNIO JUN GIU",
      "JUILLET JULY JULI LUGLIO JULIO JUL JUIL LUG", "AOUT AUGUST AUGUSTUS AGOSTO AUG AGO",
      "SEPTEMBRE SEPTEMBER SETTEMBRE SEPTIEMBRE SEP SEPT SET",
      "OCTOBRE OCTOBER OKTOBER OTTOBRE OCTUBRE OCT OKT OTT",
      "NOVEMBRE NOVEMBER NOVIEMBRE NOV",
      "DECEMBRE DECEMBER DEZEMBER DICEMBRE DICIEMBRE DEC DEZ DIC",
    ]
    return names.enumerated().reduce(into: [:]) { months, line in
      for name in line.element.split(separator: " ") { months[String(name)] = line.offset + 1 }
    }
  }()
}
