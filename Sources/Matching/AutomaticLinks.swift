// AutomaticLinks.swift — whether the rule may link alone: people's decisions tell.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
package import Invoicing

/// How sure links to entries of one kind stand.
///
/// What the rule says of a match (`MatchProposal.automatic`) stays its own verdict all the time; this
/// is whether a person should look at it all the same.
package enum AutomaticLinks: Hashable, Sendable {
  /// They are compared with what people decide, until so many were kept.
  case trial(kept: Int, needed: Int)
  case inForce
  /// People replaced so many of the latest.
  case switchedOff(replaced: Int, of: Int)

  /// Its name in JSON: "trial", "in_force", "switched_off".
  package var name: String {
    switch self {
    case .trial: "trial"
    case .inForce: "in_force"
    case .switchedOff: "switched_off"
    }
  }

  /// Whether only a person's choice of entries counts.
  package var isSwitchedOff: Bool {
    if case .switchedOff = self { true } else { false }
  }

  /// So many of the latest links are looked at.
  package static let window = 200

  /// - Parameters:
  ///   - record: what people made of the latest sure links.
  ///   - needed: how many must be kept before the trial period ends; 0: there is none.
  package init(_ record: LinkRecord, needed: Int) {
    let latest = record.verdicts.prefix(Self.window)
    let kept = latest.count { $0 }
    let keptInTrial = record.verdicts.count { $0 }
    if Self.isContradicted(kept: kept, of: latest.count) {
      self = .switchedOff(replaced: latest.count - kept, of: latest.count)
    } else if !record.isResumed, keptInTrial < needed {
      self = .trial(kept: keptInTrial, needed: needed)
    } else {
      self = .inForce
    }
  }

  /// Less than 995 of 1000 kept, and 980 not even likely.
  private static func isContradicted(kept: Int, of count: Int) -> Bool {
    count > 0 && kept * 1000 < count * 995
      && lowerBound(kept: kept, of: count) < Confidence(permille: 980)
  }

  /// The lower bound of Wilson's interval at 95 %: what share can be relied on.
  package static func lowerBound(kept: Int, of count: Int) -> Confidence {
    guard count > 0 else { return .none }
    let (z, n, share) = (1.96, Double(count), Double(kept) / Double(count))
    let middle = share + z * z / (2 * n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return Confidence(permille: Int((1000 * (middle - half) / (1 + z * z / n)).rounded(.down)))
  }
}
