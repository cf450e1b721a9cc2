// TypedDate.swift — dates as people type them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Bookkeeping
import Invoicing

/// Reads dates as people type them.
///
/// "2026-11-20", "20/11/2026", "20.11.26", "20 novembre 2026", "1er janv. 2026"
enum TypedDate {
  /// The date, or nil; a date in digits only has its day first.
  static func date(_ text: String) -> CalendarDate? {
    let body = text.trimmingBlanks()
    return CalendarDate(iso: body) ?? formats.lazy.compactMap { $0.date(body) }.first ?? named(body)
  }

  private static let formats = ["d/M/yyyy", "d/M/yy", "d.M.yyyy", "d.M.yy", "d-M-yyyy", "d-M-yy"]
    .compactMap { DateFormat($0) }

  /// "20 novembre 2026": a day, a month's name or its beginning, a year of four digits.
  private static func named(_ text: String) -> CalendarDate? {
    let words = folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count == 3, let month = month(words[1]), words[2].utf8.count == 4,
      let year = Int(words[2]),
      let day = Int(words[0].hasSuffix("ER") ? words[0].prefix(1) : words[0][...])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// At least three letters of a month's name in French or English; "JUI" alone could be two.
  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let found = Set(
      months.flatMap { names in names.indices.filter { names[$0].hasPrefix(word) } }
    )
    return found.count == 1 ? found.first.map { $0 + 1 } : nil
  }

  private static let months = [
    [
      "JANVIER", "FEVRIER", "MARS", "AVRIL", "MAI", "JUIN", "JUILLET", "AOUT", "SEPTEMBRE",
      "OCTOBRE", "NOVEMBRE", "DECEMBRE",
    ],
    [
      "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
      "OCTOBER", "NOVEMBER", "DECEMBER",
    ],
  ]
}
