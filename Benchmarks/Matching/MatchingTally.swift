// MatchingTally.swift — how often a proposal was right.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Counts proposals and times lookups.
struct MatchingTally {
  private var withEntry = 0
  private var withoutEntry = 0
  private var automatic = 0
  private var automaticRight = 0
  private var linked = 0
  private var linkedRight = 0
  private var leftAlone = 0
  private var milliseconds: [Double] = []

  /// Counts one proposal.
  mutating func add(_ proposal: MatchProposal, for invoice: SimulatedInvoice, lookup: Duration) {
    milliseconds.append(lookup.inSeconds * 1000)
    let isRight = invoice.entry != nil && proposal.entries.map(\.id) == [invoice.entry]
    if invoice.entry == nil {
      withoutEntry += 1
      if proposal.entries.isEmpty { leftAlone += 1 }
    } else {
      withEntry += 1
    }
    guard !proposal.entries.isEmpty else { return }
    linked += 1
    if isRight { linkedRight += 1 }
    guard proposal.automatic else { return }
    automatic += 1
    if isRight { automaticRight += 1 }
  }

  /// What is printed.
  var lines: [String] {
    let times = milliseconds.sorted()
    guard let slowest = times.last else { return [] }
    var table = TextTable(["", "links", "right", "precision", "recall"])
    table.add(row("automatic", automatic, automaticRight))
    table.add(row("all", linked, linkedRight))
    return table.lines + [
      "without an entry: \(withoutEntry), of which left alone: \(leftAlone)",
      "lookup in ms: p50 \(decimal(times[times.count / 2], 2)),"
        + " p99 \(decimal(times[times.count * 99 / 100], 2)), slowest \(decimal(slowest, 1))",
    ]
  }

  private func row(_ name: String, _ all: Int, _ right: Int) -> [String] {
    func share(_ count: Int, of whole: Int) -> String {
      decimal(whole == 0 ? nil : Double(count) / Double(whole), 4)
    }
    return [name, String(all), String(right), share(right, of: all), share(right, of: withEntry)]
  }
}
