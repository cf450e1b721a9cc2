// Turnover.swift — what the amounts of a ledger file add up to, whatever their signs.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The magnitudes of a file's amounts, added up as its rows are read.
///
/// No sum or difference of some of the amounts is larger: while the turnover stays in 64 bits, so
/// does whatever is added up of them afterwards.
struct Turnover {
  private var sum: Int64 = 0

  /// Counts an amount in minor units.
  ///
  /// - Throws: `ledger-sum-too-large` {line}, when the turnover would leave 64 bits.
  mutating func add(_ amount: Int64, line: Int) throws(Problem) {
    let (larger, isTooLarge) = sum.addingReportingOverflow(Int64(clamping: amount.magnitude))
    guard !isTooLarge else {
      throw Problem(.refusal, "ledger-sum-too-large", ["line": String(line)])
    }
    sum = larger
  }
}
