// CashDiscount.swift — what may be deducted for paying early (escompte, Skonto).
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A deduction for paying within some days of the issue date.
package struct CashDiscount: Hashable, Sendable {
  /// In percent of the amount due, above 0 and at most 20.
  package let percent: DecimalNumber
  /// Counted from the issue date.
  package let days: Int

  /// The last day on which it may be deducted.
  package func lastDay(from issue: CalendarDate) -> CalendarDate { issue.adding(days: days) }
}
