// LedgerQuery.swift — what an invoice asks of the ledger, and what it answers.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What one invoice asks of the ledger: keys by which a counterpart could be found.
///
/// An entry answers when it has one of the amounts in `currency`, or one of the skeletons or digits
/// (of its `reference`; the skeletons also of what a bank line's label names), or the party; a bank line also when it has one of the payees. Of each key the newest 200 entries do;
/// `dates` narrows amounts and party, not references.
package struct LedgerQuery: Hashable, Sendable, Codable {
  /// Signed amounts (debit − credit) an entry may have, in minor units of `currency`.
  package let amounts: [Int64]
  package let currency: Currency
  /// Normal forms of references (`ReferenceKey.skeleton`).
  package let skeletons: [String]
  /// Longest digit runs of references (`ReferenceKey.digits`).
  package let digits: [String]
  /// The supplier's code, when it is known.
  package let partyCode: String?
  /// By whom a bank line may be: normal forms (`PayeeKey`) of accounts and names.
  package let payees: [String]
  /// Narrows amounts and party to entries whose document date lies here or is not known.
  package let dates: ClosedRange<CalendarDate>?

  package init(
    amounts: [Int64],
    currency: Currency,
    skeletons: [String],
    digits: [String],
    partyCode: String?,
    payees: [String] = [],
    dates: ClosedRange<CalendarDate>?
  ) {
    self.amounts = amounts
    self.currency = currency
    self.skeletons = skeletons
    self.digits = digits
    self.partyCode = partyCode
    self.payees = payees
    self.dates = dates
  }
}

/// What the ledger answers to a query, read in one transaction.
package struct LedgerAnswers: Hashable, Sendable, Codable {
  /// Entries that share at least one key, in the order of their ids.
  package let candidates: [LedgerEntry]
  /// How many entries the ledger holds.
  package let entryCount: Int
  /// How many entries of any date have each asked amount in the asked currency, by minor units.
  package let amountFrequency: [Int64: Int]
  /// How many entries have each asked skeleton.
  package let skeletonFrequency: [String: Int]
  /// How many entries of any date the asked party has; 0 when none was asked.
  package let partyFrequency: Int
  /// Of the asked currency, where that is not the euro and rates are known.
  package let rates: ExchangeRates

  package init(
    candidates: [LedgerEntry],
    entryCount: Int,
    amountFrequency: [Int64: Int],
    skeletonFrequency: [String: Int],
    partyFrequency: Int,
    rates: ExchangeRates = ExchangeRates()
  ) {
    self.candidates = candidates
    self.entryCount = entryCount
    self.amountFrequency = amountFrequency
    self.skeletonFrequency = skeletonFrequency
    self.partyFrequency = partyFrequency
    self.rates = rates
  }
}
