// PaidWhole.swift — whether bank lines pay the whole of an invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

extension MatchProposal {
  /// Whether the amounts of these bank lines were compared with the invoice and pay the whole of it: by
  /// one line, by the rate of the day, or by all its instalments.
  ///
  /// A transfer that names several invoices, and a line in the account's currency without a rate, are
  /// matches whose amount was never compared.
  package var paysWhole: Bool {
    status == .matched && reasons.contains { Self.comparedAmounts.contains($0.code) }
  }

  /// A part or a deposit is matched only where the instalments add up; else it is partial.
  private static let comparedAmounts: Set<String> = [
    "amount-equal", "amount-with-fees", "amount-discounted", "amount-converted",
    "amount-paid-in-part", "amount-of-deposit",
  ]
}
