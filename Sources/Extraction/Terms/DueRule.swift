// DueRule.swift — how a due date follows from an issue date.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// How a due date follows from an issue date.
package enum DueRule: Hashable, Sendable {
  /// So many days later.
  case days(Int)
  /// So many months later.
  case months(Int)
  /// So many days later, then the end of that month ("30 jours fin de mois").
  case daysThenEndOfMonth(Int)
  /// So many months later, then the end of that month.
  case monthsThenEndOfMonth(Int)
  /// The end of the month, then so many days ("fin de mois + 45 jours").
  case endOfMonthThenDays(Int)
  /// Days later, the end of that month, then this day of the month after ("le 15").
  case daysThenEndOfMonthOnDay(Int, day: Int)

  /// The due date of an invoice issued on this day. A week-end does not shift it.
  package func date(from issue: CalendarDate) -> CalendarDate {
    switch self {
    case .days(let days): issue.adding(days: days)
    case .months(let months): issue.adding(months: months)
    case .daysThenEndOfMonth(let days): issue.adding(days: days).endOfMonth
    case .monthsThenEndOfMonth(let months): issue.adding(months: months).endOfMonth
    case .endOfMonthThenDays(let days): issue.endOfMonth.adding(days: days)
    case .daysThenEndOfMonthOnDay(let days, let day):
      Self.day(day, after: issue.adding(days: days))
    }
  }

  /// This day of the month after a date, or that month's last day where it is shorter.
  private static func day(_ day: Int, after date: CalendarDate) -> CalendarDate {
    let end = date.endOfMonth.adding(days: 1).endOfMonth
    return CalendarDate(year: end.year, month: end.month, day: min(day, end.day)) ?? end
  }
}
