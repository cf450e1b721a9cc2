// ConfidenceFileReader.swift — the file confidence.yml to a model.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Yams

/// Reads the weights of signals; `facturier-bench calibrate` writes them.
enum ConfidenceFileReader {
  static func isConfidence(_ file: RuleFile) -> Bool {
    file.path.split(separator: "/").last == "confidence.yml"
  }

  /// The model that a file writes.
  ///
  /// - Throws: `rule-file-invalid` with file, line, column, reason and excerpt.
  static func model(of file: RuleFile) throws(Problem) -> ConfidenceModel {
    guard file.text.utf8.count < 1 << 16, let root = try? Yams.compose(yaml: file.text)?.mapping
    else { throw problem(file, nil, "not YAML, or larger than 64 KiB") }
    var base: [SignalGroup: Int] = [:]
    var weights: [SignalGroup: [Signal: Int]] = [:]
    var caution: [SignalGroup: Int] = [:]
    for (key, value) in root {
      guard let group = key.string.flatMap(SignalGroup.init) else {
        throw problem(file, key.mark, "unknown group of fields")
      }
      guard let signals = value.mapping else {
        throw problem(file, value.mark, "expected signals and weights")
      }
      for (name, weight) in signals {
        guard let number = weight.int, abs(number) <= 2000 else {
          throw problem(file, weight.mark, "a weight is a whole number from -2000 to 2000")
        }
        if name.string == "base" {
          base[group] = number
        } else if name.string == "caution" {
          caution[group] = number
        } else if let signal = name.string.flatMap(Signal.init) {
          weights[group, default: [:]][signal] = number
        } else {
          throw problem(file, name.mark, "unknown signal")
        }
      }
    }
    return ConfidenceModel(base: base, weights: weights, caution: caution)
  }

  private static func problem(_ file: RuleFile, _ mark: Mark?, _ reason: String) -> Problem {
    let line = mark?.line ?? 1
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    return Problem(
      .configuration,
      "rule-file-invalid",
      [
        "file": file.path, "line": String(line), "column": String(mark?.column ?? 1),
        "excerpt": lines.indices.contains(line - 1) ? String(lines[line - 1].prefix(120)) : "",
        "reason": reason,
      ]
    )
  }
}
