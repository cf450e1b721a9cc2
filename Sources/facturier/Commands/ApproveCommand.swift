// ApproveCommand.swift — facturier approve: a person agrees.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Invoicing
import Service

struct ApproveCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approves invoices; refuses while a blocking finding stands.",
    discussion: """
      facturier approve 1041
      facturier approve 1041 --despite possible-duplicate
      facturier approve --ready --supplier ovh --up-to 500

      Several are listed and summed first, and you are asked, unless you say --yes. What the
      books hold already becomes posted. Exit 1 when a finding blocks; undo takes it back.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Every invoice that is ready.") var ready = false
  @Option(help: "Of those: only of this supplier, by part of its name or its code.")
  var supplier: String?
  @Option(name: .customLong("up-to"), help: "Of those: only up to this total with VAT.")
  var upTo: AmountArgument?
  @Option(help: "A blocking finding, by its code, that does not stand in the way.")
  var despite: [String] = []
  @Flag(help: "Do not ask.") var yes = false
  @Argument(help: ArgumentHelp("Invoices.", valueName: "id")) var ids: [ItemID] = []

  func validate() throws {
    guard ready != !ids.isEmpty else { throw ValidationError("Name invoices, or say --ready.") }
    guard ready || supplier == nil && upTo == nil else {
      throw ValidationError("--supplier and --up-to go with --ready.")
    }
  }

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    var chosen = ids.map(\.number)
    if ready || chosen.count > 1 {
      let invoices = try await summaries(session)
      if ready { chosen = invoices.map(\.id) }
      guard !chosen.isEmpty else {
        phrases.tell("nothing-found")
        return .ok
      }
      show(invoices, phrases)
      try confirm(phrases, count: chosen.count)
    }
    return phrases.tell(try await session.write(.approve(invoices: chosen, despite: despite)))
  }

  private func summaries(_ session: Session) async throws(Problem) -> [InvoiceSummary] {
    let filter =
      ready
      ? InvoiceFilter(states: [.ready], supplier: supplier)
      : InvoiceFilter(ids: ids.map(\.number))
    return try await session.register().summaries(filter).filter { summary in
      guard let upTo else { return true }
      guard let total = summary.total,
        let most = Money(upTo.number, currency: total.currency)
      else { return false }
      return total.minorUnits <= most.minorUnits
    }
  }

  private func show(_ invoices: [InvoiceSummary], _ phrases: Phrases) {
    var table = Table([.right, .left, .left, .right])
    var sum = StatusReport.Sum()
    for invoice in invoices {
      table.add([
        "#\(invoice.id)", displayText(invoice.sellerName ?? "?"),
        displayText(invoice.number ?? "?"), invoice.signedTotal.map(phrases.amount) ?? "?",
      ])
      sum.add(invoice.signedTotal)
    }
    for line in table.lines(limits: [1: 30]) { Output.messages.print(line) }
    let amounts = sum.list.map(phrases.amount).joined(separator: " + ")
    phrases.tell("sum", ["count": String(sum.count), "amounts": amounts])
  }

  private func confirm(_ phrases: Phrases, count: Int) throws(Problem) {
    if yes { return }
    guard Terminal.isInteractive else { throw Problem(.usage, "confirmation-needed") }
    Output.messages.write(phrases.say("approve-question", ["count": String(count)]) + " ")
    let answer = (readLine() ?? "").lowercased()
    guard ["y", "yes", "o", "oui"].contains(answer) else { throw Problem(.usage, "not-confirmed") }
  }
}
