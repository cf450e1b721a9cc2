// PaymentFinding.swift — what a bank line has paid is not paid again (domain: F22).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing
internal import Matching

/// Tells that bank lines have surely paid the whole of an invoice, and when; else nil.
///
/// What comes in pays no invoice, and what goes out no credit note.
func paymentFinding(
  _ match: MatchProposal,
  _ linked: [LedgerEntry],
  ofCreditNote isCreditNote: Bool
) -> Finding? {
  let lines = linked.filter { $0.kind == .bankLine }
  let isWhole =
    match.reasons.contains { $0.code == "paid-by-bank-line" }
    || lines.count == linked.count
      && (match.automatic && match.paysWhole
        || match.isAccepted && match.status == .matched && match.residual?.minorUnits == 0)
  let sum = lines.reduce(Int128(0)) { $0 + Int128($1.amount.minorUnits) }
  guard isWhole, isCreditNote ? sum > 0 : sum < 0,
    let last = lines.compactMap({ $0.bookingDate ?? $0.documentDate }).max()
  else { return nil }
  let ids = Set(lines.map(\.id.id)).sorted().joined(separator: ", ")
  return Finding(.info, "paid-by-bank", ["date": last.description, "entry": ids])
}
