// CalibrationFit.swift — a logistic model fitted to values known to be right or wrong.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Foundation
import Invoicing

/// A value that was found, with what spoke for it and whether it is right.
struct CalibrationSample {
  let document: String
  let supplier: String
  let field: FieldName
  let signals: Set<Signal>
  let isRight: Bool

  var group: SignalGroup { ConfidenceModel.group(of: field) }
}

/// Fits the weights of signals by gradient descent with a penalty on large weights.
enum CalibrationFit {
  /// The model that fits the samples; the caution of a group holds values back from the promise.
  static func model(
    _ samples: [CalibrationSample],
    caution: [SignalGroup: Int] = [:]
  ) -> ConfidenceModel {
    var base: [SignalGroup: Int] = [:]
    var weights: [SignalGroup: [Signal: Int]] = [:]
    for (group, own) in Dictionary(grouping: samples, by: \.group) {
      let (intercept, found) = fit(own)
      base[group] = Int((intercept * 100).rounded())
      weights[group] = found.mapValues { Int(($0 * 100).rounded()) }.filter { $0.value != 0 }
    }
    return ConfidenceModel(base: base, weights: weights, caution: caution)
  }

  /// What speaks against a value does so until many values say otherwise.
  private static let prior: [Signal: Double] = [
    .hasRival: -2.5, .isAmbiguous: -2, .isVeryDoubtful: -0.5, .isDoubtful: -0.3, .isRepaired: -0.3,
    .isUnlabelled: -2.5, .isNoisyDocument: -0.3, .linesDiffer: -0.3, .linesOpen: -0.5,
    .fitsPoorly: -0.5,
  ]

  private static func fit(_ samples: [CalibrationSample]) -> (Double, [Signal: Double]) {
    let signals = Signal.allCases.filter { signal in
      prior[signal] != nil || samples.contains { $0.signals.contains(signal) }
    }
    let priors = signals.map { prior[$0] ?? 0 }
    let rows = samples.map { sample in
      signals.indices.filter { sample.signals.contains(signals[$0]) }
    }
    // A group is never better known than by one imagined mistake.
    var intercept = 0.0
    var weights = priors
    let penalty = 0.5
    let rate = 2.0 / Double(samples.count + 10)
    for _ in 0..<8000 {
      var slopeOfIntercept = -1 / (1 + exp(-intercept))
      var slopes = zip(weights, priors).map { -penalty * ($0 - $1) }
      for (row, sample) in zip(rows, samples) {
        let sum = row.reduce(intercept) { $0 + weights[$1] }
        let error = (sample.isRight ? 1 : 0) - 1 / (1 + exp(-sum))
        slopeOfIntercept += error
        for index in row { slopes[index] += error }
      }
      intercept += rate * slopeOfIntercept
      for index in weights.indices { weights[index] += rate * slopes[index] }
    }
    return (intercept, Dictionary(uniqueKeysWithValues: zip(signals, weights)))
  }
}
