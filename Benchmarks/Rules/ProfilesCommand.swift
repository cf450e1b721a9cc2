// ProfilesCommand.swift — facturier-bench profiles: what thousands of suppliers' rule files cost.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Extraction
import Foundation
import Invoicing

/// Makes a book of many suppliers' rule files, and measures loading it and extracting with it.
struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "Measures loading and extracting with thousands of suppliers' rule files.",
    discussion: """
      facturier-bench profiles --documents kept

      The files are like learned ones, each with a seller of its own; then one of them changes. The
      documents are those that facturier-bench store kept.
      """
  )

  @OptionGroup var corpus: ExtractionCorpus
  @Option(help: "How many rule files of suppliers.") var count = 10_000

  func run() throws {
    let premises = try corpus.premises()
    let documents = try corpus.storedDocuments().map(\.document)
    guard !documents.isEmpty else { throw ValidationError("no documents") }
    var files = try corpus.ruleFiles() + (0..<count).map(Self.file)
    let clock = ContinuousClock()
    var book = RuleBook.empty
    let loading = clock.measure { book = RuleBook.load(files).book }
    let last = files.removeLast()
    files.append(RuleFile(path: last.path, text: last.text + "# changed\n"))
    var changed = RuleBook.empty
    let reloading = clock.measure { changed = RuleBook.load(files, after: book).book }
    guard changed.version != book.version, book.suppliers.count == count else {
      throw ValidationError("the book is not what was asked for")
    }
    print("\(count) rule files: loaded in \(loading.told)")
    print("again with one changed: \(reloading.told)")
    let large = Premises(
      rules: changed,
      company: premises.company,
      suppliers: premises.suppliers,
      receivedOn: premises.receivedOn
    )
    for (name, premises) in [("without them", premises), ("with them", large)] {
      let times = documents.map { document in
        clock.measure { _ = assess(document, under: premises) }
      }.sorted()
      let (median, slowest) = (times[times.count / 2], times[times.count - 1])
      print("\(documents.count) documents \(name): median \(median.told), slowest \(slowest.told)")
    }
  }

  /// A file as learning writes it, of a seller that no document names.
  private static func file(_ index: Int) -> RuleFile {
    let siren = String(900_000_000 + index)
    let text = """
      profile: learned/FR00\(siren)
      seller:
        name: "Entreprise \(index) SARL"
        vat_id: "FR00\(siren)"
        siren: "\(siren)"
        names: ["Entreprise \(index) SARL"]
      fields:
        # seen: F2025-\(index)
        invoice_number:
          - {label: "Facture n°", place: [after], form: ["F####-###"], weight: 1000}
          - {form: ["F####-###"], weight: 920}
        issue_date:
          - {label: "Date", place: [after], weight: 1000}
        total_with_vat:
          - {label: "Total TTC", place: [right], weight: 960}
      """
    return RuleFile(path: "learned/FR00\(siren).yml", text: text + "\n")
  }
}
