// TemplateDates.swift — dates as templates read them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads dates by the formats of a template, then in the usual ways.
struct TemplateDates: Hashable, Sendable {
  let formats: [DateFormat]

  /// A date, and whether day and month could be the other way round.
  struct Reading: Hashable {
    let date: CalendarDate
    var isDoubtful = false
  }

  /// The date of a text, or nil; a day that is not printed is never made up.
  ///
  /// Without a fitting format 03/04/2024 is March 4 as in the original, and doubtful.
  func date(_ text: String) -> Reading? {
    let trimmed = TracedText(text).stripped.text
    guard !trimmed.isEmpty, trimmed.utf8.count <= 100 else { return nil }
    for format in formats {
      if let date = format.date(trimmed) { return Reading(date: date) }
    }
    return Self.compact(trimmed) ?? Self.spelt(trimmed)
  }

  /// 20240315, with or without a time behind.
  private static func compact(_ text: String) -> Reading? {
    let digits = text.prefix(8)
    guard [8, 12, 14].contains(text.count), text.allSatisfy(\.isDigit),
      let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
      let day = Int(digits.suffix(2))
    else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { Reading(date: $0) }
  }

  /// Three parts in digits or with a month's name: 4 mars 2025, March 4th, 2025, 2025-03-04.
  private static func spelt(_ text: String) -> Reading? {
    var parts = pieces(of: text)
    dropTime(&parts)
    parts = parts.filter { !ignored.contains($0) }
    guard parts.count == 3 else { return nil }
    if let index = parts.firstIndex(where: { MonthNames.month($0) != nil }) {
      guard let month = MonthNames.month(parts.remove(at: index)) else { return nil }
      let isYearFirst = parts[0].count == 4
      let (day, year) = isYearFirst ? (parts[1], parts[0]) : (parts[0], parts[1])
      return date(year: year, month: month, day: day)
    }
    let numbers = parts.compactMap { $0.allSatisfy(\.isDigit) ? Int($0) : nil }
    guard numbers.count == 3 else { return nil }
    if parts[0].count == 4 { return date(year: parts[0], month: numbers[1], day: parts[2]) }
    guard parts[0].count <= 2, parts[1].count <= 2 else { return nil }
    let monthFirst = date(year: parts[2], month: numbers[0], day: parts[1])
    let dayFirst = date(year: parts[2], month: numbers[1], day: parts[0])
    guard let found = monthFirst ?? dayFirst else { return nil }
    let isDoubtful = monthFirst != nil && dayFirst != nil && monthFirst != dayFirst
    return Reading(date: found.date, isDoubtful: isDoubtful || parts[2].count < 4)
  }

  private static func date(year: String, month: Int, day: String) -> Reading? {
    guard let number = Int(year), let day = Int(day), [2, 4].contains(year.count) else {
      return nil
    }
    let full = year.count == 4 ? number : number < 69 ? 2000 + number : 1900 + number
    return CalendarDate(year: full, month: month, day: day).map { Reading(date: $0) }
  }

  /// Words without a meaning of their own: articles, ordinal endings, the days of the week.
  private static let ignored: Set<String> = Set(
    (". , - / ER ERE ST ND RD TH E DE DEL DI OF LE DU DEN AM DER ON THE"
      + " MON TUE WED THU FRI SAT SUN MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY"
      + " LUN LUNDI MARDI MERCREDI JEUDI VENDREDI SAMEDI DIMANCHE"
      + " MAANDAG DINSDAG WOENSDAG DONDERDAG VRIJDAG ZATERDAG ZONDAG"
      + " MONTAG DIENSTAG MITTWOCH DONNERSTAG FREITAG SAMSTAG SONNTAG")
      .split(separator: " ").map(String.init)
  )

  /// Runs of digits, runs of letters and single signs, folded.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var isOpen = false
    for character in folded(text) {
      let isPart = character.isDigit || character.isLetter
      if isPart, isOpen, let last = pieces.last?.last, last.isDigit == character.isDigit {
        pieces[pieces.count - 1].append(character)
      } else if !character.isWhitespace {
        pieces.append(String(character))
      }
      isOpen = isPart
    }
    return pieces
  }

  /// Takes the time of day off the end: 12:30, T12:30:05, 1:30 PM.
  private static func dropTime(_ pieces: inout [String]) {
    guard let colon = pieces.firstIndex(of: ":"), colon >= 2 else { return }
    let behind = pieces[colon...].allSatisfy {
      [":", ".", "AM", "PM", "Z", "+"].contains($0) || $0.allSatisfy(\.isDigit)
    }
    guard behind, pieces[colon - 1].count <= 2 else { return }
    pieces.removeSubrange((colon - 1)...)
    if let last = pieces.last, ["T", "A", "OM", "UM", "AT"].contains(last) { pieces.removeLast() }
  }
}
