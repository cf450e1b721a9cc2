// TrueMatchingCommand.swift — facturier-bench true-matching: the matcher alone, on true fields.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Bookkeeping
import Foundation
import Invoicing
import Matching

struct TrueMatchingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "true-matching",
    abstract: "Matches the invoices of a corpus, read without any mistake, with its ledger.",
    discussion: """
      facturier-bench true-matching --truth truth --suppliers suppliers.csv fec=FEC.txt ofx=bank.ofx

      What it misses is the matcher's own fault. Sources that need another program (XML, journals) are
      not read here.
      """
  )

  @Option(help: ArgumentHelp("The folder of the true values, ID.json.", valueName: "folder"))
  var truth: String
  @Option(help: ArgumentHelp("The supplier master, a CSV file.", valueName: "file"))
  var suppliers: String
  @Option(help: ArgumentHelp("The folder of the mappings.", valueName: "folder"))
  var mappings = "rules/ledger"
  @Option(help: "Only documents of these kinds.")
  var kinds = "digital,facturx,scan-clean,scan-office,scan-bad,rotated,fax,photo"
  @Flag(help: "Names each invoice that was matched wrongly.") var errors = false
  @Argument(help: ArgumentHelp("The name of a source and its file.", valueName: "source=file"))
  var sources: [String]

  func run() throws {
    let wanted = Set(kinds.split(separator: ",").map(String.init))
    let invoices = try ExtractionCorpus.names(in: truth, ending: ".json").compactMap { name in
      try TrueInvoice(file: "\(truth)/\(name)", kinds: wanted)
    }
    let master = SupplierIndex(try SupplierImport.read(file(suppliers)).suppliers)
    let settings = LedgerSettings(mappings: try shippedMappings())
    var table = TextTable(["", "invoices", "recall", "precision", "automatic", "of these right"])
    for source in sources {
      let parts = source.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("\(source) is not source=file") }
      let books = try LedgerFormats.read(file(parts[1]), settings: settings)
      let ledger = LedgerIndex(Array(books.entries))
      let proposals = match(
        invoices.map { question($0, master, ledger) },
        given: [:]
      )
      table.add(row(parts[0], invoices, proposals))
    }
    for line in table.lines { print(line) }
  }

  private func file(_ path: String) throws -> LedgerFile {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    return LedgerFile(bytes: bytes, name: String(path.split(separator: "/").last ?? ""))
  }

  private func shippedMappings() throws -> [LedgerMapping] {
    try ExtractionCorpus.names(in: mappings, ending: ".yml").map { name in
      let path = "\(mappings)/\(name)"
      return try LedgerMapping.parse(String(contentsOfFile: path, encoding: .utf8), file: path)
    }
  }

  private func question(
    _ invoice: TrueInvoice,
    _ master: SupplierIndex,
    _ ledger: LedgerIndex
  ) -> MatchQuestion {
    let assessment = Assessment(
      pages: [1],
      language: "",
      documentType: .invoice,
      draft: invoice.draft,
      findings: []
    )
    let supplier = resolveSupplier(invoice.draft, among: master).supplier
    let nothing = LedgerQuery(
      amounts: [],
      currency: .euro,
      skeletons: [],
      digits: [],
      partyCode: nil,
      dates: nil
    )
    let query = questions(assessment, supplier: supplier) ?? nothing
    return MatchQuestion(
      assessment: assessment,
      supplier: supplier,
      answers: ledger.answers(to: query)
    )
  }

  private func row(
    _ source: String,
    _ invoices: [TrueInvoice],
    _ proposals: [MatchProposal]
  ) -> [String] {
    var (with, linked, right) = (0, 0, 0)
    var (automatic, automaticRight) = (0, 0)
    for (invoice, proposal) in zip(invoices, proposals) {
      let expected = invoice.entries[source] ?? []
      let found = Set(proposal.entries.map(\.id))
      let isRight = found == expected
      if !expected.isEmpty { with += 1 }
      if errors, !isRight {
        tell("\(source) \(invoice.id): \(found.sorted()), not \(expected.sorted())")
      }
      guard !found.isEmpty else { continue }
      linked += 1
      if isRight { right += 1 }
      guard proposal.automatic else { continue }
      automatic += 1
      if isRight { automaticRight += 1 }
    }
    func share(_ count: Int, of whole: Int) -> String {
      decimal(whole == 0 ? nil : Double(count) / Double(whole), 3)
    }
    return [
      source, String(invoices.count), share(right, of: with), share(right, of: linked),
      share(automatic, of: with), share(automaticRight, of: automatic),
    ]
  }
}
