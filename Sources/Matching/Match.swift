// Match.swift — which entries invoices settle or fulfil.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// An invoice that asks for its counterpart, with what the ledger answered.
package struct MatchQuestion: Hashable, Sendable {
  package let assessment: Assessment
  package let supplier: Supplier?
  package let answers: LedgerAnswers

  package init(assessment: Assessment, supplier: Supplier?, answers: LedgerAnswers) {
    self.assessment = assessment
    self.supplier = supplier
    self.answers = answers
  }
}

/// Entries that invoices outside the component hold, with the number of the holder (empty: unknown).
package typealias HeldEntries = [LedgerEntryID: String]

/// Proposes for each invoice of a component (invoices that compete for entries) its counterpart.
///
/// An item of the books goes to one invoice only, to the likeliest; another invoice of the same
/// number is its duplicate. An order may have several invoices, and so may a bank line that names
/// them. A booked item is preferred to an order, an order to a bank line; the bank lines that surely
/// paid a booked or ordered invoice are named beside it.
///
/// - Parameters:
///   - component: the older invoice first: of two copies the later one is the duplicate.
///   - held: what is linked already outside the component.
/// - Returns: one proposal for each question, in their order.
package func match(_ component: [MatchQuestion], given held: HeldEntries) -> [MatchProposal] {
  let all = component.map { question in
    question.answers.candidates.map { Candidate($0, for: question) }.withCopiesMerged()
  }
  let best = all.map { $0.map(\.deciBits).max() ?? Int.min }
  let order = component.indices.sorted { (best[$1], $0) < (best[$0], $1) }
  var holders = held
  var proposals = [MatchProposal](repeating: .unmatched, count: component.count)
  for place in order {
    let decision = Decision(question: component[place], candidates: all[place], holders: holders)
    proposals[place] = decision.proposal
    for id in decision.proposal.entries where decision.proposal.status != .duplicate {
      holders[id] = component[place].assessment.draft[.invoiceNumber] ?? ""
    }
  }
  return proposals
}
