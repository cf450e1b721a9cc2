// ExtractionCommand.swift — facturier-bench extraction: how fast and how well fields are found.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import Invoicing

struct ExtractionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extraction",
    abstract: "Extracts stored documents, prints the time of one, and writes what was found.",
    discussion: """
      The documents are answers of facturier-reader, one file ID.json for each. The predictions are
      the invoice objects of facturier extract --json, one file ID.json for each, for a scorer.
      """
  )

  @OptionGroup var corpus: ExtractionCorpus
  @Option(help: ArgumentHelp("Where the predictions are written.", valueName: "folder"))
  var predictions: String?

  func run() throws {
    let premises = try corpus.premises()
    let documents = try corpus.storedDocuments()
    var milliseconds: [Double] = []
    if let predictions {
      try FileManager.default.createDirectory(
        atPath: predictions,
        withIntermediateDirectories: true
      )
    }
    for (id, document) in documents {
      let start = ContinuousClock.now
      let assessment = assess(document, under: premises)
      let elapsed = ContinuousClock.now - start
      milliseconds.append(elapsed / .milliseconds(1))
      guard let predictions else { continue }
      let prediction = ExtractionPrediction(assessment.invoices.first)
      try prediction.json.write(to: URL(filePath: "\(predictions)/\(id).json"))
    }
    milliseconds.sort()
    guard let slowest = milliseconds.last else { throw ValidationError("no documents") }
    let p50 = milliseconds[milliseconds.count / 2]
    let p99 = milliseconds[milliseconds.count * 99 / 100]
    print(
      "\(documents.count) documents, milliseconds each:",
      "p50 \(Self.rounded(p50)), p99 \(Self.rounded(p99)), slowest \(Self.rounded(slowest))"
    )
  }

  private static func rounded(_ milliseconds: Double) -> Double {
    (milliseconds * 10).rounded() / 10
  }
}
