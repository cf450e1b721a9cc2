// ReadingReport.swift — the results of reading as a table or as JSON.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// The results of reading, printed.
enum ReadingReport {
  /// The table, ours before theirs in every pair.
  static func lines(_ results: [ReadingResult]) -> [String] {
    var table = TextTable([
      "kind", "against", "pages", "pages/s", "", "ratio", "(least–most)", "CPU s", "", "peak MB",
      "",
      "found", "", "of",
    ])
    for result in results {
      let read = Double(result.pages * result.rounds)
      let wanted = result.ownValues.wanted
      let range = "(\(decimal(result.ratios.min(), 2))–\(decimal(result.ratios.max(), 2)))"
      table.add([
        result.kind, result.peer, String(result.pages),
        decimal(read / result.own.wall, 2), decimal(read / result.other.wall, 2),
        decimal(result.ratio, 2), range,
        decimal(result.own.processor, 1), decimal(result.other.processor, 1),
        megabytes(result.own.peakMemory), megabytes(result.other.peakMemory),
        decimal(result.ownValues.share, 3), decimal(result.otherValues.share, 3),
        wanted == 0 ? "" : String(wanted),
      ])
    }
    return table.lines + ["", legend]
  }

  private static var legend: String {
    """
    In each pair Facturier stands first. ratio: its wall time in that of the other, all rounds; CPU s:
    of all processes and rounds; peak MB: the largest process (what uses less than the bench itself
    is told as its \(megabytes(ownPeak()))); found: the share of the printed values that stand in the text.
    """
  }

  private static func megabytes(_ bytes: Int) -> String { decimal(Double(bytes) / 1e6, 0) }

  /// One line of JSON for each result.
  static func json(_ results: [ReadingResult]) throws -> [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return try results.map { result in
      String(decoding: try encoder.encode(Line(result)), as: UTF8.self)
    }
  }

  private struct Line: Encodable {
    let kind: String
    let pages: Int
    let rounds: Int
    let ratio: Double
    let ratios: [Double]
    let facturier: Side
    let other: Side

    init(_ result: ReadingResult) {
      kind = result.kind
      pages = result.pages
      rounds = result.rounds
      ratio = result.ratio
      ratios = result.ratios
      let read = Double(result.pages * result.rounds)
      facturier = Side("facturier", result.own, result.ownValues, pages: read)
      other = Side(result.peer, result.other, result.otherValues, pages: read)
    }
  }

  private struct Side: Encodable {
    let name: String
    let pagesPerSecond: Double
    let wallSeconds: Double
    let processorSeconds: Double
    let peakBytes: Int
    let values: ValueTally

    init(_ name: String, _ effort: Effort, _ values: ValueTally, pages: Double) {
      self.name = name
      pagesPerSecond = pages / effort.wall
      wallSeconds = effort.wall
      processorSeconds = effort.processor
      peakBytes = effort.peakMemory
      self.values = values
    }
  }
}
