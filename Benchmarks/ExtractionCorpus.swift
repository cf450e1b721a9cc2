// ExtractionCorpus.swift — stored documents and the rules they are extracted by.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Bookkeeping
import Extraction
import Foundation
import Invoicing

/// The options that name stored documents and rules.
struct ExtractionCorpus: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the reader's answers.", valueName: "folder"))
  var documents: String
  @Option(help: ArgumentHelp("The folder of the rules of languages.", valueName: "folder"))
  var rules = "rules/generic"
  @Option(help: ArgumentHelp("The day on which all documents came in.", valueName: "date"))
  var receivedOn = "2026-12-31"
  @Option(help: ArgumentHelp("The supplier master, a CSV file.", valueName: "file"))
  var suppliers: String?
  @Option(help: ArgumentHelp("The company that buys.", valueName: "name"))
  var company: String?
  @Option(
    name: .customLong("company-vat-id"),
    help: ArgumentHelp("A VAT id of the company; may be repeated.", valueName: "id")
  )
  var companyVATID: [String] = []

  /// What the documents are assessed under: the rules, and what the options name beside them.
  ///
  /// `calibrated` says whether confidence.yml is in force.
  func premises(calibrated: Bool = true) throws -> Premises {
    guard let day = CalendarDate(iso: receivedOn) else {
      throw ValidationError("\(receivedOn) is no date")
    }
    let files = try ruleFiles().filter { calibrated || !$0.path.hasSuffix("/confidence.yml") }
    let (book, problems) = RuleBook.load(files)
    if let problem = problems.first { throw ValidationError("\(problem)") }
    return Premises(
      rules: book,
      company: company.map { Company(name: $0, vatIDs: companyVATID) },
      suppliers: try master(),
      receivedOn: day
    )
  }

  /// The rule files of languages.
  func ruleFiles() throws -> [RuleFile] {
    try Self.names(in: rules, ending: ".yml").map { name in
      RuleFile(
        path: "\(rules)/\(name)",
        text: try String(contentsOfFile: "\(rules)/\(name)", encoding: .utf8)
      )
    }
  }

  private func master() throws -> [Supplier] {
    guard let suppliers else { return [] }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: suppliers)))
    return try SupplierImport.read(LedgerFile(bytes: bytes, name: suppliers)).suppliers
  }

  /// The documents that were read, by their names; refused ones are left out.
  func storedDocuments() throws -> [(id: String, document: Document)] {
    try Self.names(in: documents, ending: ".json").compactMap { name in
      let data = try Data(contentsOf: URL(filePath: "\(documents)/\(name)"))
      let answer = try JSONDecoder().decode(ReadingAnswer.self, from: data)
      guard case .read(let document) = answer else { return nil }
      return (String(name.dropLast(5)), document)
    }
  }

  /// The names of a folder's files with this ending, sorted.
  static func names(in folder: String, ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(ending) }.sorted()
  }
}
