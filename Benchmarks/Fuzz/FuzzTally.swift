// FuzzTally.swift — what became of the broken files.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What became of the broken files, and what went wrong with the daemon.
struct FuzzTally: Sendable {
  var inputs = 0
  /// How many ended so: "invoice", "no invoice", "refused pdf-damaged".
  var outcomes: [String: Int] = [:]
  /// Times that the daemon was gone, or said that it ended badly.
  var deaths = 0
  /// Files that nothing became of, and daemons that did not stop.
  var hangs = 0
  /// Processes that outlived their work, and claims that were left.
  var orphans = 0
  /// Files of which the register or the archive knows nothing.
  var lost = 0
  /// Files on which a reader crashed or ran out of time: contained, but worth a look.
  var suspects: [FuzzInput] = []

  var isClean: Bool { deaths + hangs + orphans + lost == 0 }

  /// Adds what another daemon met.
  mutating func add(_ other: FuzzTally) {
    inputs += other.inputs
    outcomes.merge(other.outcomes, uniquingKeysWith: +)
    deaths += other.deaths
    hangs += other.hangs
    orphans += other.orphans
    lost += other.lost
    suspects += other.suspects
  }

  /// The outcomes, then the four numbers that must be 0.
  var lines: [String] {
    var table = TextTable(["outcome", "files"])
    for (name, count) in outcomes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      table.add([name, String(count)])
    }
    table.add([])
    for (name, count) in [
      ("daemon deaths", deaths), ("hangs", hangs), ("orphans", orphans), ("files lost", lost),
    ] {
      table.add([name, String(count)])
    }
    return table.lines
  }
}
