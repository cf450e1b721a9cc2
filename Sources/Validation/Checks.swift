// Checks.swift — every check, in the order in which findings are told.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Every check.
///
/// A new one is a file in the folder Checks and a line here.
enum Checks {
  static let all: [Check] = [
    .mandatoryFields, .totals, .vatBreakdown, .vatRates, .exemptions, .amountDue, .lines, .dates,
    .identifiers,
    .addressee, .creditNote, .alreadyPaid, .doubtfulFields,
  ]
}
