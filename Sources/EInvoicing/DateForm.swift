// DateForm.swift — the dates that e-invoices write.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The dates that e-invoices write.
enum DateForm {
  /// "20250217" (UNTDID 2379, format 102), or ISO 8601 "2025-02-17" with whatever zone or time follows.
  static func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(iso: text.prefix(10)) { return date }
    guard text.utf8.count >= 8 else { return nil }
    let digits = text.prefix(8)
    return CalendarDate(
      iso: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    )
  }
}
