// Candidate.swift — an entry weighed against an invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// One entry with the evidence that it is the counterpart.
struct Candidate {
  let entry: LedgerEntry
  let amount: AmountComparison
  let evidence: [Evidence]
  /// Their sum in tenths of a bit.
  let deciBits: Int

  init(_ entry: LedgerEntry, for question: MatchQuestion) {
    self.entry = entry
    let draft = question.assessment.draft
    let expected = ExpectedAmounts(draft)
    let party = partyEvidence(question, entry)
    if entry.kind == .purchaseOrder {
      amount = compareOrderAmount(expected, entry, question.answers)
      evidence = [
        orderEvidence(draft[.purchaseOrder], entry), party,
        orderDateEvidence(draft[.issueDate], entry), amount.evidence,
      ]
    } else {
      amount = compareItemAmount(expected, entry, question.answers)
      evidence = [
        referenceEvidence(InvoiceNumber(draft[.invoiceNumber]), entry, question.answers), party,
        dateEvidence(draft[.issueDate], entry), amount.evidence,
      ]
    }
    deciBits = evidence.reduce(0) { $0 + $1.reason.deciBits }
  }

  /// What the link would say; the same reference with another amount is a mismatch.
  var status: MatchProposal.Status {
    switch amount.level {
    case .equal: entry.isPartlyPaid ? .partial : .matched
    case .near where entry.kind == .purchaseOrder: .matched
    case .larger: .partial
    case .unknown: .matched
    case .near, .similar, .different: .amountMismatch
    }
  }

  /// Whether it may be proposed at all: of orders, one whose number the invoice does not print must
  /// have its amount.
  var isEnough: Bool {
    guard entry.kind == .purchaseOrder, amount.level != .equal, amount.level != .near else {
      return true
    }
    return evidence.contains { $0.reason.code == "order-equal" }
  }

  /// Amount, reference and supplier with more than three bits each.
  var strongClasses: Int {
    let strong = evidence.filter { $0.reason.deciBits > 30 && $0.kind != .date }
    return Set(strong.map(\.kind)).count
  }

  /// Whether a person must look, however likely it is.
  var hasVeto: Bool { amount.level != .equal || evidence.contains(where: \.isVeto) }

  /// The weightiest first.
  var reasons: [MatchReason] {
    evidence.map(\.reason).sorted {
      (abs($1.deciBits), $0.code) < (abs($0.deciBits), $1.code)
    }
  }
}
