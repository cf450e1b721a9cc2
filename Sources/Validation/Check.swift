// Check.swift — a test of a draft that says what is wrong with it.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What the checks look at: a draft and what is known beside it.
package struct CheckedDraft: Sendable {
  package let draft: Draft
  /// Who we are; nil turns the checks of the buyer off.
  package let company: Company?
  package let receivedOn: CalendarDate

  package init(draft: Draft, company: Company?, receivedOn: CalendarDate) {
    self.draft = draft
    self.company = company
    self.receivedOn = receivedOn
  }
}

/// A test of a draft.
///
/// It says what is wrong; it changes nothing.
struct Check: Sendable {
  let name: String
  let findings: @Sendable (CheckedDraft) -> [Finding]
}

/// What all checks say about a draft, the gravest first, in a fixed order.
package func validate(_ draft: CheckedDraft) -> [Finding] {
  Checks.all.flatMap { $0.findings(draft) }.enumerated().sorted { left, right in
    (right.element.severity, left.offset) < (left.element.severity, right.offset)
  }.map(\.element)
}
