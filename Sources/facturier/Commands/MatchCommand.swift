// MatchCommand.swift — facturier match: what the books say about the invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Invoicing
import Service

struct MatchCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "The proposed counterparts in the books, with reasons.",
    discussion: """
      facturier match            every undecided invoice
      facturier match 1041       one, with its entries and all reasons
      facturier match --json

      facturier match --resume open_item

      Agree with: facturier accept-match 1041 ENTRY
      Sure matches of a kind that people replaced are switched off; --resume switches them on again.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One line of JSON for each invoice.") var json = false
  @Option(help: "Switch sure matches on again: open_item, purchase_order, bank_line.")
  var resume: LedgerEntry.Kind?
  @Argument(help: ArgumentHelp("An invoice.", valueName: "id")) var id: ItemID?

  func validate() throws {
    guard resume == nil || id == nil && !json else {
      throw ValidationError("--resume stands alone.")
    }
  }

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    if let resume { return phrases.tell(try await session.write(.resumeLinks(resume))) }
    guard let register = try await session.existingRegister() else { return .ok }
    if let id {
      let invoice = try await FoundItem.invoice(id.number, in: register)
      let match = invoice.match ?? .unmatched
      if json { show([invoice], phrases) } else { try await show(match, register, session) }
      return .ok
    }
    let undecided = try await register.undecidedInvoices()
    show(undecided, phrases)
    if undecided.isEmpty { phrases.tell("nothing-found") }
    return .ok
  }

  private func show(_ invoices: [InvoiceRecord], _ phrases: Phrases) {
    if json {
      for invoice in invoices {
        let match = MatchJSON(match: invoice.match ?? .unmatched, phrases: phrases).json
        let line: JSON = ["id": .int(invoice.id), "match": match]
        Output.data.print(line.line)
      }
      return
    }
    var table = Table([.right, .left, .right, .left, .right, .left])
    for invoice in invoices {
      let (draft, match) = (invoice.assessment.draft, invoice.match ?? .unmatched)
      table.add([
        "#\(invoice.id)", displayText(draft[.sellerName] ?? "?"),
        draft[.totalWithVAT].map(phrases.amount) ?? "?", phrases.matchStatus(match.status),
        match.entries.isEmpty ? "" : phrases.percent(match.confidence),
        displayText(match.entries.map(\.id).joined(separator: ", ")),
      ])
    }
    for line in table.lines(limits: [1: 30]) { Output.data.print(line) }
  }

  private func show(
    _ match: MatchProposal,
    _ register: Register,
    _ session: Session
  ) async throws(Problem) {
    let text = RecordText(home: session.home, phrases: session.phrases, style: .of(.data))
    for line in text.lines(of: match) { Output.data.print(line) }
    let entries = try await register.entries(named: match.entries + match.runnersUp)
    for line in LedgerTable.lines(entries[...], session.phrases) { Output.data.print("  " + line) }
  }
}
