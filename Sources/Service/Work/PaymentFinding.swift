// PaymentFinding.swift — what a bank line has paid is not paid again (domain: F22).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Tells that bank lines have surely paid the whole of an invoice, and when; else nil.
func paymentFinding(_ match: MatchProposal, _ linked: [LedgerEntry]) -> Finding? {
  let lines = linked.filter { $0.kind == .bankLine }
  let isWhole =
    match.reasons.contains { $0.code == "paid-by-bank-line" }
    || lines.count == linked.count && match.status == .matched
      && (match.automatic || match.isAccepted && match.residual?.minorUnits == 0)
  guard isWhole, let last = lines.compactMap({ $0.bookingDate ?? $0.documentDate }).max() else {
    return nil
  }
  let ids = Set(lines.map(\.id.id)).sorted().joined(separator: ", ")
  return Finding(.info, "paid-by-bank", ["date": last.description, "entry": ids])
}
