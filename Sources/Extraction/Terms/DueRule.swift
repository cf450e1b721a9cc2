// DueRule.swift — how a due date follows from an issue date.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// How a due date follows from an issue date.
package enum DueRule: Hashable, Sendable {
  /// The day that the terms print.
  case on(CalendarDate)
  /// On the day of issue: cash, on receipt, with the order.
  case immediately
  case after(Delay)
  /// The end of the month that the delay ends in, then so many days.
  ///
  /// "30 jours fin de mois" adds the days first; "fin de mois + 45 jours" is a delay of none, plus 45.
  case endOfMonth(after: Delay, plusDays: Int)
  /// This day of the month after the one that the delay ends in: "30 jours fin de mois le 10".
  case dayOfNextMonth(Int, after: Delay)

  /// A time in days (0...366) or months (1...24).
  package enum Delay: Hashable, Sendable {
    case days(Int)
    case months(Int)

    /// No time at all.
    package static let none = Delay.days(0)

    func end(from date: CalendarDate) -> CalendarDate {
      switch self {
      case .days(let count): date.adding(days: count)
      case .months(let count): date.adding(months: count)
      }
    }
  }

  /// The due date of an invoice issued on this day; a week-end does not shift it.
  package func dueDate(from issue: CalendarDate) -> CalendarDate {
    switch self {
    case .on(let date): date
    case .immediately: issue
    case .after(let delay): delay.end(from: issue)
    case .endOfMonth(let delay, let days):
      delay.end(from: issue).endOfMonth.adding(days: days)
    case .dayOfNextMonth(let day, let delay):
      Self.day(day, ofMonthAfter: delay.end(from: issue))
    }
  }

  /// The day of the following month, or that month's last day where it is shorter.
  private static func day(_ day: Int, ofMonthAfter date: CalendarDate) -> CalendarDate {
    let end = date.endOfMonth.adding(days: 1).endOfMonth
    return CalendarDate(year: end.year, month: end.month, day: day) ?? end
  }
}
