// CalibrationCommand.swift — facturier-bench calibrate: how sure a value is, learned and proved.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Extraction
import Foundation
import Invoicing

struct CalibrationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract:
      "Fits the weights of signals to documents with known truth and writes confidence.yml.",
    discussion: """
      Each supplier is held back in turn: the table shows how often values were right that a model
      which never saw their supplier believed so much. The file written is fitted on all.
      """
  )

  @OptionGroup var corpus: ExtractionCorpus
  @Option(help: ArgumentHelp("The folder of the true values, ID.json.", valueName: "folder"))
  var truth: String
  @Option(help: ArgumentHelp("Where the weights are written.", valueName: "file"))
  var output = "rules/generic/confidence.yml"

  func run() throws {
    let samples = try samples()
    let held = Set(samples.map(\.supplier)).sorted().flatMap { supplier in
      let model = CalibrationFit.model(samples.filter { $0.supplier != supplier })
      return samples.filter { $0.supplier == supplier }.map { (sample: $0, model: model) }
    }
    let caution = Dictionary(grouping: held, by: \.sample.group).mapValues(Self.caution)
    let believed = held.map { sample, model in
      (
        sample: sample,
        confidence: Self.confidence(sample, model, caution: caution[sample.group] ?? 0)
      )
    }
    printReliability(believed, caution: caution)
    let model = CalibrationFit.model(samples, caution: caution)
    try Self.yaml(model).write(toFile: output, atomically: true, encoding: .utf8)
  }

  private func samples() throws -> [CalibrationSample] {
    let premises = try corpus.premises(calibrated: false)
    return try corpus.storedDocuments().flatMap { id, document -> [CalibrationSample] in
      guard let truth = try CalibrationTruth(file: "\(self.truth)/\(id).json") else { return [] }
      let result = extract(
        document,
        rules: premises.rules,
        company: nil,
        receivedOn: premises.receivedOn
      )
      return result.draft.ordered.compactMap { field, extracted in
        truth.isRight(extracted.value, of: field).map { isRight in
          CalibrationSample(
            document: id,
            supplier: truth.supplier,
            field: field.name,
            signals: result.signals[field.name] ?? [],
            isRight: isRight
          )
        }
      }
    }
  }

  private static func confidence(
    _ sample: CalibrationSample,
    _ model: ConfidenceModel,
    caution: Int
  ) -> Confidence {
    let cautious = ConfidenceModel(
      base: model.base,
      weights: model.weights,
      caution: [sample.group: caution]
    )
    return cautious.confidence(of: sample.group, sample.signals)
  }

  /// The least caution of a group for the promise to hold on held-back
  /// suppliers, in hundredths: of the values believed 99.3 % are right, or all but one.
  private static func caution(_ held: [(sample: CalibrationSample, model: ConfidenceModel)]) -> Int
  {
    stride(from: 0, through: 300, by: 5).first { caution in
      let sure = held.filter { sample, model in
        confidence(sample, model, caution: caution) >= .promise
      }
      let wrong = sure.count { !$0.sample.isRight }
      return wrong <= max(1, sure.count * 7 / 1000)
    } ?? 300
  }

  private func printReliability(
    _ believed: [(sample: CalibrationSample, confidence: Confidence)],
    caution: [SignalGroup: Int]
  ) {
    let list = SignalGroup.allCases.map { "\($0.rawValue) \(caution[$0] ?? 0)" }
    print("held-back suppliers; caution:", list.joined(separator: ", "))
    print("confidence    values   right   mean confidence")
    let edges = [0, 500, 700, 800, 900, 950, 970, 980, 990, 1001]
    for (low, high) in zip(edges, edges.dropFirst()) {
      let inside = believed.filter { (low..<high).contains(Int($0.confidence.permille)) }
      guard !inside.isEmpty else { continue }
      let right = inside.count { $0.sample.isRight }
      let mean = inside.reduce(0) { $0 + Int($1.confidence.permille) } / inside.count
      print(
        "\(low)-\(high - 1)".padding(toLength: 14, withPad: " ", startingAt: 0)
          + "\(inside.count)".padding(toLength: 9, withPad: " ", startingAt: 0)
          + "\(right * 1000 / inside.count)".padding(toLength: 8, withPad: " ", startingAt: 0)
          + "\(mean)"
      )
    }
    let sure = believed.filter { $0.confidence >= .promise }
    let wrong = sure.filter { !$0.sample.isRight }
    print("\(believed.count) values, \(sure.count) at the promise, \(wrong.count) of them wrong:")
    for (sample, confidence) in wrong {
      print("  \(sample.document) \(sample.field.name) \(confidence.permille)")
    }
  }

  private static func yaml(_ model: ConfidenceModel) -> String {
    var text = """
      # How much each signal weighs for a group of fields, in hundredths of the logarithm of the odds.
      # Written by facturier-bench calibrate; a value's confidence is the logistic of their sum.

      """
    for group in SignalGroup.allCases {
      guard let base = model.base[group] else { continue }
      let weights = (model.weights[group] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
      let pairs =
        ["base: \(base)", "caution: \(model.caution[group] ?? 0)"]
        + weights.map { "\($0.key.rawValue): \($0.value)" }
      text += "\(group.rawValue): {\(pairs.joined(separator: ", "))}\n"
    }
    return text
  }
}
