// ListCommand.swift — facturier list: the invoices of the register.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Invoicing

struct ListCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The invoices of the register, by state, supplier and date.",
    discussion: """
      facturier list
      facturier list --state to_review --state ready
      facturier list --supplier ovh --from 2026-01-01 --to 31/03/2026
      facturier list --unpaid
      facturier list --json | jq -r '.fields.invoice_number'
      """
  )

  @OptionGroup var global: GlobalOptions
  @Option(help: "Only of this state; several are allowed: to_review, ready, approved, …")
  var state: [InvoiceState] = []
  @Option(help: "Part of the supplier's name, or its code.") var supplier: String?
  @Option(help: "Issued on or after this day.") var from: DateArgument?
  @Option(help: "Issued on or before this day.") var to: DateArgument?
  @Flag(help: "Only invoices that no bank line and no settled entry has paid.") var unpaid = false
  @Flag(help: "One line of JSON for each invoice, with all evidence.") var json = false

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    guard let register = try await session.existingRegister() else { return .ok }
    var filter = InvoiceFilter(states: Set(state), supplier: supplier, unpaidOnly: unpaid)
    if from != nil || to != nil {
      let first = from?.date ?? CalendarDate(dayNumber: -700_000)
      let last = to?.date ?? CalendarDate(dayNumber: 2_900_000)
      guard first <= last else { throw Problem(.usage, "dates-swapped") }
      filter.issued = first...last
    }
    if json {
      try await printJSON(filter, register, phrases)
    } else {
      show(try await register.summaries(filter), phrases)
    }
    return .ok
  }

  /// In pages, so that a long register needs no long memory.
  private func printJSON(
    _ filter: InvoiceFilter,
    _ register: Register,
    _ phrases: Phrases
  ) async throws(Problem) {
    var filter = filter
    let page = 200
    filter.limit = page
    while true {
      let records = try await register.invoices(filter)
      for record in records {
        Output.data.print(RecordJSON(record: record, phrases: phrases).json.line)
      }
      guard records.count == page else { return }
      filter.offset += page
    }
  }

  private func show(_ summaries: [InvoiceSummary], _ phrases: Phrases) {
    var table = Table([.right, .left, .left, .left, .left, .right, .left])
    for invoice in summaries {
      table.add([
        "#\(invoice.id)", phrases.state(named: invoice.state.rawValue),
        displayText(invoice.sellerName ?? "?"), displayText(invoice.number ?? "?"),
        invoice.issueDate.map(phrases.date) ?? "",
        invoice.signedTotal.map(phrases.amount) ?? "",
        invoice.matchStatus.map(phrases.matchStatus) ?? "",
      ])
    }
    for line in table.lines(limits: [2: 30, 3: 24]) { Output.data.print(line) }
    if summaries.isEmpty { phrases.tell("nothing-found") }
  }
}

extension InvoiceState: ExpressibleByArgument {}
