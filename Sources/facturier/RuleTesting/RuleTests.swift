// RuleTests.swift — the rules of now on every approved invoice of the register.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Assessment
import Filing
import Invoicing
import Service

/// Runs the rules on every approved invoice whose document is stored; nothing is recognised again.
struct RuleTests {
  let register: Register
  let knowledge: Knowledge

  /// Hands over the test of each invoice, by its id.
  ///
  /// - Throws: faults of the register.
  func run(_ body: (RuleTest) -> Void) async throws(Problem) {
    let suppliers = try await register.suppliers()
    let filter = InvoiceFilter(states: [.approved, .posted, .paid])
    for summary in try await register.summaries(filter) {
      guard let invoice = try await register.invoice(summary.id),
        let task = try await register.assessingTask(document: invoice.documentNumber)
      else { continue }
      let premises = Premises(
        rules: knowledge.rules,
        templates: knowledge.templates,
        company: knowledge.company,
        suppliers: suppliers,
        receivedOn: CalendarDate(iso: task.receivedAt.prefix(10)) ?? CalendarDate(dayNumber: 0)
      )
      let standing = try await register.decisions(of: invoice.id).filter { !$0.isUndone }
      let corrected = Set(
        standing.compactMap { record -> FieldName? in
          guard case .correct(let field, _) = record.decision else { return nil }
          return field
        }
      )
      body(RuleTest(invoice, task, corrected: corrected, premises))
    }
  }
}
