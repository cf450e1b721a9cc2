// Dates.swift — dates that cannot be, or are unlikely.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// Due on or after the issue and within what the law allows; issued neither after it came in nor more than two years before.
  static let dates = Check(name: "Dates") { checked in
    guard let issue = checked.draft[.issueDate] else { return [] }
    let name = Field.issueDate.name
    var findings: [Finding] = []
    if let due = checked.draft[.dueDate], due < issue {
      findings.append(
        Finding(
          .warning,
          "due-before-issue",
          field: Field.dueDate.name,
          ["due_date": due.description, "issue_date": issue.description]
        )
      )
    }
    if let due = checked.draft[.dueDate], due > longestTerm(from: issue),
      checked.draft[.sellerCountry] == "FR", checked.company?.country == "FR"
    {
      findings.append(
        Finding(
          .info,
          "terms-beyond-cap",
          field: Field.dueDate.name,
          ["due_date": due.description, "cap": longestTerm(from: issue).description]
        )
      )
    }
    if issue > checked.receivedOn.adding(days: 1) {
      findings.append(
        Finding(.warning, "issue-date-in-future", field: name, ["issue_date": issue.description])
      )
    }
    if issue < checked.receivedOn.adding(days: -730) {
      findings.append(
        Finding(.info, "issue-date-old", field: name, ["issue_date": issue.description])
      )
    }
    return findings
  }

  /// 60 days, or 45 days and the end of the month in either order (Code de commerce, article
  /// L441-10).
  private static func longestTerm(from issue: CalendarDate) -> CalendarDate {
    max(
      issue.adding(days: 60),
      max(issue.adding(days: 45).endOfMonth, issue.endOfMonth.adding(days: 45))
    )
  }
}
