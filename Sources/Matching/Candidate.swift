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
  /// The same booking in other sources.
  var copies: [LedgerEntryID] = []

  /// Its entry and the copies of it.
  var ids: [LedgerEntryID] { [entry.id] + copies }

  init(_ entry: LedgerEntry, for question: MatchQuestion) {
    self.entry = entry
    let draft = question.assessment.draft
    let expected = ExpectedAmounts(draft)
    switch entry.kind {
    case .bankLine:
      let naming = namingEvidence(draft, entry, question.answers)
      amount = comparePaidAmount(
        draft,
        entry,
        question.answers,
        isNamed: naming.isNaming
      )
      evidence = [
        naming, payeeEvidence(question, entry), paymentDateEvidence(draft, entry), amount.evidence,
      ]
    case .purchaseOrder:
      amount = compareOrderAmount(expected, entry, question.answers)
      evidence = [
        orderEvidence(draft[.purchaseOrder], entry), partyEvidence(question, entry),
        orderDateEvidence(draft[.issueDate], entry), amount.evidence,
      ]
    case .openItem:
      amount = compareItemAmount(expected, entry, question.answers)
      evidence = [
        referenceEvidence(InvoiceNumber(draft[.invoiceNumber]), entry, question.answers),
        partyEvidence(question, entry), dateEvidence(draft[.issueDate], entry), amount.evidence,
      ]
    }
    deciBits = evidence.reduce(0) { $0 + $1.reason.deciBits }
  }

  /// What the link would say; the same reference with another amount is a mismatch.
  var status: MatchProposal.Status {
    switch amount.level {
    case .equal: entry.isPartlyPaid ? .partial : .matched
    case .near where entry.kind == .purchaseOrder: .matched
    case .larger, .part, .deposit: .partial
    case .unknown, .fees, .discount, .several, .foreign, .converted: .matched
    case .near, .similar, .different: .amountMismatch
    }
  }

  /// Whether it may be proposed at all: of orders, one whose number the invoice does not print must
  /// have its amount; a bank line must name the invoice, or pay the whole of it to the seller.
  var isEnough: Bool {
    if entry.kind == .bankLine {
      return isNamed && !isSlipWithOtherAmount
        || (amount.isExplained && isToSeller && !hasVeto && !isEarlierPayment)
    }
    guard entry.kind == .purchaseOrder, amount.level != .equal, amount.level != .near else {
      return true
    }
    return evidence.contains { $0.reason.code == "order-equal" }
  }

  /// Whether the entry's text has the invoice's number, or nearly.
  var isNamed: Bool { evidence.contains { $0.kind == .reference && $0.reason.deciBits > 0 } }

  /// A number that is nearly ours beside another amount is another invoice's number.
  private var isSlipWithOtherAmount: Bool {
    amount.level == .different && !evidence.contains(where: \.isNaming)
  }

  /// Whether it was paid before the invoice and names something else.
  private var isEarlierPayment: Bool {
    namesOthers && evidence.contains { $0.reason.code == "paid-before-issue" }
  }

  private var isToSeller: Bool {
    evidence.contains { $0.kind == .supplier && $0.reason.deciBits > 0 }
  }

  /// Amount, reference and supplier with more than three bits each; an amount that was converted says
  /// too little.
  var strongClasses: Int {
    let weak: Set<EvidenceClass> = amount.level == .converted ? [.date, .amount] : [.date]
    let strong = evidence.filter { $0.reason.deciBits > 30 && !weak.contains($0.kind) }
    return Set(strong.map(\.kind)).count
  }

  /// Whether a person must look, however likely it is.
  var hasVeto: Bool {
    !(amount.isExplained || isOrderedAmount) || isMisreadWithOtherAmount
      || evidence.contains(where: \.isVeto)
  }

  private var isMisreadWithOtherAmount: Bool {
    amount.level != .equal && evidence.contains { $0.reason.code == "number-misread" }
  }

  /// Whether a bank line's text has numbers, and ours is not among them: likely enough to be shown,
  /// never to be linked alone.
  var namesOthers: Bool { evidence.contains { $0.reason.code == "number-not-named" } }

  /// Whether an order that the invoice names covers it: within the buyer's tolerance, or delivered in
  /// part.
  private var isOrderedAmount: Bool {
    guard entry.kind == .purchaseOrder, amount.level == .near || amount.level == .larger else {
      return false
    }
    return evidence.contains { $0.reason.code == "order-equal" }
  }

  /// The weightiest first.
  var reasons: [MatchReason] {
    evidence.map(\.reason).sorted {
      (abs($1.deciBits), $0.code) < (abs($0.deciBits), $1.code)
    }
  }
}
