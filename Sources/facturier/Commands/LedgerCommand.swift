// LedgerCommand.swift — facturier ledger: the books that invoices are matched with.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Bookkeeping
import Filing
import Invoicing
import Service

struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "The books that invoices are matched with: entries, open items, orders.",
    subcommands: [LedgerImportCommand.self, LedgerListCommand.self]
  )
}

struct LedgerImportCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes over entries of the books; doing it again changes nothing.",
    discussion: """
      facturier ledger import 881085468FEC20251231.txt
      facturier ledger import open_items.csv --dry-run
      facturier ledger import export.csv --mapping my-software.yml
      facturier ledger import releve.xml
      facturier ledger import 2025.journal
      facturier ledger import commande.xml
      facturier ledger import eurofxref-hist.csv

      A FEC, statements of banks (camt, CFONB, OFX, MT940) and orders (UBL, Order-X in XML or PDF) are recognised by their content. Journals are read
      through hledger, ledger or beancount (bean-query), which must be installed. CSV files are read by mappings: those in
      HOME/rules/ledger, then the shipped ones. With the reference rates of the ECB
      (eurofxref-hist.csv) invoices in other currencies are compared with entries in euros. Files named in the configuration (ledger: files)
      are read by the daemon at its start and whenever they change.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Option(
    help:
      "Where the file does not tell by itself: fec, camt, cfonb, ofx, mt940, hledger, ledger, beancount, ubl-order, order-x, ecb-rates, csv."
  ) var format: String?
  @Option(help: ArgumentHelp("How the columns are to be read.", valueName: "file"))
  var mapping: String?
  @Flag(name: .customLong("dry-run"), help: "Read and show; change nothing.") var dryRun = false
  @Argument(help: ArgumentHelp("The file to read.", valueName: "file")) var file: String

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let delivery = try await LedgerImporter(
      session: session,
      format: format,
      mapping: mapping
    ).read(file)
    tell(delivery.books, session)
    if dryRun {
      let first = Array(delivery.books.entries.prefix(20))
      for line in LedgerTable.lines(first[...], phrases) { Output.data.print(line) }
      phrases.tell("dry-run")
      return .ok
    }
    let progress = ProgressLine()
    defer { progress.end() }
    let response = try await delivery.deliver(
      progress: { done, all in progress.show("\(file): \(done) / \(all)") },
      by: { request throws(Problem) in try await session.perform(request) }
    )
    phrases.tell("written-to", ["path": session.home.path])
    return delivery.books.hasOnlyEntries ? phrases.tell(response) : .ok
  }

  private func tell(_ books: Bookkeeping.LedgerImport, _ session: Session) {
    let phrases = session.phrases
    if let first = books.rates.map(\.date).min(), let last = books.rates.map(\.date).max() {
      return phrases.tell(
        "rates-read",
        [
          "count": String(books.rates.count),
          "currencies": String(Set(books.rates.map(\.currency)).count),
          "first": phrases.date(first), "last": phrases.date(last),
        ]
      )
    }
    guard books.receipts.isEmpty else {
      return phrases.tell(
        "receipts-read",
        [
          "rows": String(books.control.rowCount), "lines": String(books.receipts.count),
          "orders": String(Set(books.receipts.map(\.order)).count), "source": books.source,
        ]
      )
    }
    let euro = { (units: Int64) in phrases.amount(Money(minorUnits: units, currency: .euro)) }
    phrases.tell(
      "ledger-read",
      [
        "rows": String(books.control.rowCount), "entries": String(books.entries.count),
        "source": books.source, "debit": euro(books.control.totalDebit),
        "credit": euro(books.control.totalCredit),
      ]
    )
    if let siren = books.buyerSIREN, let own = session.configuration.company?.siren, siren != own {
      phrases.tell("ledger-of-another", ["siren": siren, "own": own])
    }
  }
}

extension Bookkeeping.LedgerImport {
  /// Whether it holds neither receipts nor rates.
  fileprivate var hasOnlyEntries: Bool { receipts.isEmpty && rates.isEmpty }
}

struct LedgerListCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The entries of the ledger.",
    discussion: """
      facturier ledger list --open
      facturier ledger list --unmatched --search bertholet
      facturier ledger list --unmatched --kind bank_line
      facturier ledger list --source fec --json
      """
  )

  @OptionGroup var global: GlobalOptions
  @Option(help: "Only of this source: fec, camt, open_items …") var source: String?
  @Option(help: "Only of this kind: open_item, purchase_order, bank_line.")
  var kind: LedgerEntry.Kind?
  @Option(help: "Part of a party, a reference, a label or an id.") var search: String?
  @Flag(help: "Only entries that no invoice is linked to.") var unmatched = false
  @Flag(help: "Only entries with something left to settle.") var open = false
  @Flag(help: "One line of JSON for each entry.") var json = false

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    guard let register = try await session.existingRegister() else { return .ok }
    let entries = try await register.entries(
      LedgerFilter(
        source: source,
        kind: kind,
        text: search,
        unmatchedOnly: unmatched,
        openOnly: open
      )
    )
    if json {
      for entry in entries { Output.data.print(LedgerTable.json(entry).line) }
    } else {
      for line in LedgerTable.lines(entries[...], phrases) { Output.data.print(line) }
      if entries.isEmpty { phrases.tell("nothing-found") }
    }
    return .ok
  }
}

extension LedgerEntry.Kind: ExpressibleByArgument {}
