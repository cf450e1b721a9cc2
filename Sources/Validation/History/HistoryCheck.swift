// HistoryCheck.swift — a test of a draft against what came from its seller before.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What the checks of history look at.
package struct ComparedDraft: Sendable {
  package let draft: Draft
  package let history: SupplierHistory
  /// Who sent it, if it came by mail.
  package let mail: MailHeader?
  /// From these totals on a second person approves, ascending.
  package let approvalLimits: [Money]

  package init(
    draft: Draft,
    history: SupplierHistory,
    mail: MailHeader? = nil,
    approvalLimits: [Money] = []
  ) {
    self.draft = draft
    self.history = history
    self.mail = mail
    self.approvalLimits = approvalLimits
  }
}

/// A test of a draft against what came before; it says what is odd, it changes nothing.
struct HistoryCheck: Sendable {
  /// Of the findings that it may tell.
  let codes: Set<String>
  let findings: @Sendable (ComparedDraft) -> [Finding]
}

/// Every check of history; a new one stands in a file of this folder and is a line here.
enum HistoryChecks {
  static let all: [HistoryCheck] = [
    .bankAccount, .newSeller, .sender, .numberReused, .sameElsewhere, .numberSequence,
    .approvalLimits, .unusualAmount, .roundAmount, .openCreditNote, .onlyCustomer,
    .usualTerms,
  ]
}

/// What all checks of history say, in a fixed order.
package func compare(_ draft: ComparedDraft) -> [Finding] {
  HistoryChecks.all.flatMap { $0.findings(draft) }
}

/// The codes of all findings of history.
package let historyCodes = HistoryChecks.all.reduce(into: Set<String>()) { $0.formUnion($1.codes) }
