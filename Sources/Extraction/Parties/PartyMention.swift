// PartyMention.swift — a place where a party is named.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A place where a company or person is named, and what speaks for each role.
struct PartyMention: Hashable, Sendable {
  let name: String
  let place: SegmentPlace
  let words: Range<Int>
  let hasLegalForm: Bool
  /// How sure recognition is of the name.
  let reading: Confidence
  /// What speaks for the seller here, what for the buyer; may be negative.
  var sellerWeight: Int
  var buyerWeight: Int

  init(
    _ words: Range<Int>,
    of segment: Segment,
    at place: SegmentPlace,
    hasLegalForm: Bool = false,
    sellerWeight: Int = 0,
    buyerWeight: Int = 0
  ) {
    name = segment.text(of: words).trimmingPunctuation
    self.place = place
    self.words = words
    self.hasLegalForm = hasLegalForm
    reading = segment.confidence(of: words)
    self.sellerWeight = sellerWeight
    self.buyerWeight = buyerWeight
  }
}

/// All mentions of one party.
struct Party: Hashable, Sendable {
  let mentions: [PartyMention]
  let key: Set<String>
  /// Whether it is the configured company.
  var isCompany = false

  var sellerWeight: Int { mentions.map(\.sellerWeight).reduce(0, +) }
  var buyerWeight: Int { mentions.map(\.buyerWeight).reduce(0, +) }

  /// The mention to quote: with its legal form, then the longest, then the one read best.
  var best: PartyMention? {
    mentions.max { left, right in
      (left.hasLegalForm ? 1 : 0, left.words.count, left.reading, right.place)
        < (right.hasLegalForm ? 1 : 0, right.words.count, right.reading, left.place)
    }
  }

  /// Whether another name is a spelling of this one.
  func isSpelling(of other: Set<String>) -> Bool { CompanyName.isSpelling(key, other) }
}

/// Who sells and who buys, with those who nearly could.
struct ChosenParties: Sendable {
  let seller: Party?
  let buyer: Party?
  let sellerRivals: [Party]
  let buyerRivals: [Party]
}
