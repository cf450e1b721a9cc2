// Timestamp.swift — the wall clock, as the register writes it.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Invoicing

/// The time, ISO 8601 in UTC to the second: "2026-11-20T08:15:00Z".
package func timestamp(addingSeconds seconds: Int = 0) -> String {
  var moment = time(nil) + seconds
  var parts = tm()
  gmtime_r(&moment, &parts)
  let numbers = [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
  let texts = numbers.map { ($0 < 10 ? "0" : "") + String($0) }
  let date = "\(parts.tm_year + 1900)-\(texts[0])-\(texts[1])"
  return "\(date)T\(texts[2]):\(texts[3]):\(texts[4])Z"
}

/// The day (UTC) of a timestamp of the register; 1970-01-01 for a text that is none.
func day(of timestamp: String) -> CalendarDate {
  CalendarDate(iso: timestamp.prefix(10)) ?? CalendarDate(dayNumber: 0)
}

/// The day of now where this machine stands: what people call today.
func localDay() -> CalendarDate {
  var moment = time(nil)
  var parts = tm()
  localtime_r(&moment, &parts)
  let date = CalendarDate(
    year: Int(parts.tm_year) + 1900,
    month: Int(parts.tm_mon) + 1,
    day: Int(parts.tm_mday)
  )
  return date ?? day(of: timestamp())
}
