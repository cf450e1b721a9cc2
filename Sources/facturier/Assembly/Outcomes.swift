// Outcomes.swift — what came of a decision, told to the person who made it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Service

extension Phrases {
  /// Tells what came of a request and returns the exit status that says so.
  func tell(_ response: LocalResponse) -> ExitStatus {
    switch response {
    case .invoices(let outcomes): return tell(outcomes)
    case .document(let id, let state, let outcomes):
      Output.data.print("#\(id)  \(self.state(named: state.rawValue))")
      return tell(outcomes.filter { $0.id != id })
    case .imported(let outcome):
      let numbers = [
        "new": outcome.new, "changed": outcome.changed, "unchanged": outcome.unchanged,
        "closed": outcome.closed, "total": outcome.total, "reassessed": outcome.reassessed,
      ]
      Output.data.print(say("imported", numbers.mapValues(String.init)))
      return .ok
    case .learned(let outcome):
      let names = { (fields: [FieldName]) in fields.map(field).joined(separator: ", ") }
      let count = String(outcome.invoices.count)
      Output.data.print(say("learned", ["path": outcome.path, "count": count]))
      if !outcome.fields.isEmpty {
        Output.data.print("  " + say("learned-fields", ["fields": names(outcome.fields)]))
      }
      if !outcome.dropped.isEmpty {
        Output.data.print("  " + say("learned-dropped", ["fields": names(outcome.dropped)]))
      }
      return .ok
    case .resumed(let kind):
      Output.data.print(say("links-resumed", ["kind": state(named: kind.rawValue)]))
      return .ok
    case .reloaded(let problems):
      for problem in problems { tell(problem) }
      return problems.isEmpty ? .ok : .configuration
    }
  }

  private func tell(_ outcomes: [InvoiceOutcome]) -> ExitStatus {
    var statuses: Set<ExitStatus> = [.ok]
    for outcome in outcomes {
      if let problem = outcome.problem {
        tell(problem)
        statuses.insert(problem.code == "blocking-findings" ? .needsPerson : ExitStatus(problem))
      } else if let state = outcome.state {
        Output.data.print("#\(outcome.id)  \(self.state(named: state.rawValue))")
      }
    }
    return statuses.weightiest
  }
}
