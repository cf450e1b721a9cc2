// ReadingResult.swift — what came of one kind of document, read in two ways.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What came of one kind of document.
struct ReadingResult: Sendable {
  let kind: String
  /// What Facturier is measured against.
  let peer: String
  /// Pages of one round.
  let pages: Int
  let rounds: Int
  var own = Effort()
  var other = Effort()
  /// Of the wall times, by round.
  var ratios: [Double] = []
  var ownValues = ValueTally()
  var otherValues = ValueTally()

  /// Facturier's wall time in that of the peer.
  var ratio: Double { own.wall / other.wall }

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
      ratios.append(mine.wall / their.wall)
    }
  }
}
