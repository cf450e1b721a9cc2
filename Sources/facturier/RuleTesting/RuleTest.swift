// RuleTest.swift — what the rules of now make of an invoice that a person has approved.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Assessment
import Filing
import Invoicing

/// What the rules of now make of one approved invoice, value by value.
struct RuleTest {
  /// A value that is not what was approved, or was not found before and is now.
  struct Change: Equatable {
    enum Verdict: String, Equatable {
      /// The rules found it once, and do not any more.
      case worse
      /// A person had to say it, and the rules find it now.
      case better
      /// A person had to say it, and would have to again.
      case open
    }

    let field: FieldName
    let approved: FieldValue?
    let found: FieldValue?
    let verdict: Verdict
  }

  let invoice: InvoiceRecord
  let changes: [Change]
  /// How many approved values the rules find.
  let same: Int

  /// Assesses the stored document anew, without what people decided about its fields.
  ///
  /// Names have many spellings and lists many cells: they are compared as they are told.
  init(
    _ invoice: InvoiceRecord,
    _ task: AssessingTask,
    corrected: Set<FieldName>,
    _ premises: Premises
  ) {
    self.invoice = invoice
    let decisions = task.decisions.map(\.decision)
    let result = assess(task.document, under: premises, decisions: [0: decisions])
    let page = invoice.assessment.pages.first
    let draft = result.invoices.first { $0.pages.first == page }?.draft ?? Draft()
    var changes: [Change] = []
    var same = 0
    for field in FieldDefinition.all.map(\.name) {
      let approved = invoice.assessment.draft[name: field]?.value
      let found = draft[name: field]?.value
      let isSame = approved.map(Self.compared) == found.map(Self.compared)
      if isSame, approved == nil { continue }
      if isSame { same += 1 }
      guard corrected.contains(field) || !isSame else { continue }
      let verdict: Change.Verdict =
        isSame ? .better : corrected.contains(field) ? .open : .worse
      changes.append(Change(field: field, approved: approved, found: found, verdict: verdict))
    }
    self.changes = changes
    self.same = same
  }

  /// Texts by their letters and digits.
  private static func compared(_ value: FieldValue) -> FieldValue {
    guard case .text(let text) = value else { return value }
    return .text(lettersAndDigits(text))
  }
}
