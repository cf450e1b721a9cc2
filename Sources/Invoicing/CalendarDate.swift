// CalendarDate.swift — a day of the calendar, without clock or time zone.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package var year: Int { Int(storedYear) }
  /// 1...12.
  package var month: Int { Int(storedMonth) }
  /// 1...31.
  package var day: Int { Int(storedDay) }

  // Four bytes: a ledger has millions.
  private let storedYear: Int16
  private let storedMonth: UInt8
  private let storedDay: UInt8

  /// The date, or nil when the month has no such day or the year is outside 1...9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  /// The date written as ISO 8601 "2024-02-29", or nil.
  package init?(iso text: some StringProtocol) {
    // Bytes, and no generic code around them: a ledger has millions of dates.
    var text = String(text)
    guard let date = text.withUTF8(Self.date(iso:)) else { return nil }
    self = date
  }

  private static func date(iso bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return nil }
    func number(_ places: Range<Int>) -> Int? {
      var number = 0
      for place in places {
        guard (48...57).contains(bytes[place]) else { return nil }
        number = number * 10 + Int(bytes[place] - 48)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  private init(checkedYear year: Int, month: Int, day: Int) {
    storedYear = Int16(year)
    storedMonth = UInt8(month)
    storedDay = UInt8(day)
  }

  /// Days since 1970-01-01, negative before.
  package var dayNumber: Int {
    // Howard Hinnant's days_from_civil: the year begins in March, so the leap day comes last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day so many days after 1970-01-01.
  ///
  /// - Precondition: the year is in 1...9999.
  package init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    precondition((1...9999).contains(year), "year \(year) is outside 1...9999")
    self.init(checkedYear: year, month: month, day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// 0001-01-01 and 9999-12-31.
  private static let first = CalendarDate(checkedYear: 1, month: 1, day: 1)
  private static let last = CalendarDate(checkedYear: 9999, month: 12, day: 31)

  /// The day `days` later (earlier when negative), held inside the years 1...9999.
  package func adding(days: Int) -> CalendarDate {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    if overflow { return days < 0 ? .first : .last }
    return CalendarDate(
      dayNumber: min(max(number, Self.first.dayNumber), Self.last.dayNumber)
    )
  }

  /// The same day `months` later, or that month's last day where it is shorter.
  ///
  /// Held inside the years 1...9999.
  package func adding(months: Int) -> CalendarDate {
    let (index, overflow) = (year * 12 + (month - 1)).addingReportingOverflow(months)
    guard !overflow, (12..<120_000).contains(index) else { return months < 0 ? .first : .last }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
    return CalendarDate(checkedYear: newYear, month: newMonth, day: newDay)
  }

  /// The last day of its month.
  package var endOfMonth: CalendarDate {
    CalendarDate(
      checkedYear: year,
      month: month,
      day: Self.days(inMonth: month, of: year)
    )
  }

  /// How many days from `other` to this day.
  package func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: "2024-02-29".
  package var description: String {
    padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }
}

extension CalendarDate: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = CalendarDate(iso: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an ISO 8601 date: \(text)")
      )
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The digits of a number from 0 on, with leading zeros to a width.
package func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
