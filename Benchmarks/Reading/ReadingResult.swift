// ReadingResult.swift — what came of one kind of document, read in two ways.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What came of one kind of document.
struct ReadingResult: Sendable {
  private(set) var kind: String
  /// What Facturier is measured against.
  let peer: String
  /// Pages of one round.
  private(set) var pages: Int
  let rounds: Int
  var own = Effort()
  var other = Effort()
  /// Seconds on the wall clock, by round.
  private var walls: [(own: Double, other: Double)] = []
  var ownValues = ValueTally()
  var otherValues = ValueTally()

  init(kind: String, peer: String, pages: Int, rounds: Int) {
    self.kind = kind
    self.peer = peer
    self.pages = pages
    self.rounds = rounds
  }

  /// Several kinds as one, measured in as many rounds against one peer; nil for fewer than two.
  init?(sumOf results: [ReadingResult], as kind: String) {
    guard let first = results.first, results.count > 1 else { return nil }
    self = first
    self.kind = kind
    for result in results.dropFirst() {
      pages += result.pages
      own += result.own
      other += result.other
      walls = zip(walls, result.walls).map { ($0.own + $1.own, $0.other + $1.other) }
      ownValues += result.ownValues
      otherValues += result.otherValues
    }
  }

  /// Facturier's wall time in that of the peer.
  var ratio: Double { own.wall / other.wall }

  /// The same, by round.
  var ratios: [Double] { walls.map { $0.own / $0.other } }

  /// Lets both read by turns, so that what else the machine does hits both alike.
  mutating func compete(_ ours: () throws -> Effort, _ theirs: () throws -> Effort) rethrows {
    for round in 0..<rounds {
      let mine: Effort
      let their: Effort
      if round.isMultiple(of: 2) {
        mine = try ours()
        their = try theirs()
      } else {
        their = try theirs()
        mine = try ours()
      }
      own += mine
      other += their
      walls.append((mine.wall, their.wall))
    }
  }
}
