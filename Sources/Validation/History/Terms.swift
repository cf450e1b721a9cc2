// Terms.swift — due dates against those that the seller usually gives (domain: §3.2, F26).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension HistoryCheck {
  /// A missing due date is estimated from the seller's usual terms.
  ///
  /// A printed one that is more than three days off those printed before is told, and stays; the due dates
  /// of the books may be those of the package.
  static let usualTerms = HistoryCheck(codes: ["due-date-estimated", "terms-unusual"]) { compared in
    let draft = compared.draft
    guard let issued = draft[.issueDate], !draft.isCreditNote, !draft.isPaidAlready else {
      return []
    }
    let history = compared.history
    let usual = draft[.dueDate] == nil ? history.terms : history.printedTerms
    guard let terms = usual, terms.isSteady else { return [] }
    let count = String(terms.count)
    guard let due = draft[.dueDate] else {
      let estimated = issued.adding(days: terms.median)
      return [
        Finding(
          .info,
          "due-date-estimated",
          field: Field.dueDate.name,
          ["due_date": estimated.description, "days": String(terms.median), "count": count]
        )
      ]
    }
    let days = due.days(since: issued)
    guard days >= 0, days < terms.low - 3 || days > terms.high + 3 else { return [] }
    return [
      Finding(
        .info,
        "terms-unusual",
        field: Field.dueDate.name,
        ["days": String(days), "usual": String(terms.median), "count": count]
      )
    ]
  }
}
