// PartyMention.swift — a place where a party is named.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A place where a company or person is named, and what speaks for each role.
struct PartyMention: Hashable, Sendable {
  let name: String
  let place: SegmentPlace
  let words: Range<Int>
  let hasLegalForm: Bool
  /// What speaks for the seller here, what for the buyer; may be negative.
  var sellerWeight: Int
  var buyerWeight: Int
}

/// All mentions of one party.
struct Party: Hashable, Sendable {
  let mentions: [PartyMention]
  let key: Set<String>
  /// Whether it is the configured company.
  var isCompany = false

  var sellerWeight: Int { mentions.map(\.sellerWeight).reduce(0, +) }
  var buyerWeight: Int { mentions.map(\.buyerWeight).reduce(0, +) }

  /// The mention to quote: with its legal form, then where it speaks loudest.
  var best: PartyMention? {
    mentions.max { left, right in
      (left.hasLegalForm ? 1 : 0, left.words.count, right.place)
        < (right.hasLegalForm ? 1 : 0, right.words.count, left.place)
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
