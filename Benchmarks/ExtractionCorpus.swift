// ExtractionCorpus.swift — stored documents and the rules they are extracted by.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
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

  /// What the documents are assessed under: the rules alone, no company, no suppliers.
  ///
  /// `calibrated` says whether confidence.yml is in force.
  func premises(calibrated: Bool = true) throws -> Premises {
    guard let day = CalendarDate(iso: receivedOn) else {
      throw ValidationError("\(receivedOn) is no date")
    }
    let names = try Self.names(in: rules, ending: ".yml").filter {
      calibrated || $0 != "confidence.yml"
    }
    let files = try names.map { name in
      RuleFile(
        path: "\(rules)/\(name)",
        text: try String(contentsOfFile: "\(rules)/\(name)", encoding: .utf8)
      )
    }
    let (book, problems) = RuleBook.load(files)
    if let problem = problems.first { throw ValidationError("\(problem)") }
    return Premises(rules: book, company: nil, suppliers: [], receivedOn: day)
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
