// DateEvidence.swift — what the dates say.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Compares the day of issue with the date of the piece.
func dateEvidence(_ issued: CalendarDate?, _ entry: LedgerEntry) -> Evidence {
  guard let issued, let dated = entry.documentDate ?? entry.bookingDate else {
    return Evidence(.date, "date-missing", weight: nil)
  }
  let days = dated.days(since: issued)
  let arguments = ["days": String(days)]
  func evidence(_ code: String, _ m: Double, _ u: Double) -> Evidence {
    Evidence(.date, code, arguments, weight: Weight(m: m, u: u))
  }
  return switch days {
  case 0: evidence("date-equal", 0.58, 0.0018)
  case 1...10: evidence("date-near", 0.28, 0.016)
  case -3...31: evidence("date-close", 0.08, 0.03)
  case -31...62: evidence("date-apart", 0.02, 0.06)
  default: evidence("date-far", 0.04, 0.89)
  }
}
