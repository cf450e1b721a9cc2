// HabitsText.swift — what the books teach about a supplier, for people and as JSON.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Tells how a supplier's invoices are usually booked, due and paid.
struct HabitsText {
  let habits: SupplierHabits

  /// "accounts: 606400 (12), 613200 (1)" and so on; one sentence where nothing is known.
  func lines(_ phrases: Phrases) -> [String] {
    let accounts = habits.accounts.map { "\($0.value) (\($0.count))" }
    let rates = habits.vatRates.map { "\(phrases.decimal($0.value.plainText)) % (\($0.count))" }
    let lists = [("usual-accounts", accounts), ("usual-rates", rates)].filter { !$0.1.isEmpty }
    let spreads = [("usual-terms", habits.terms), ("usual-payment", habits.payment)]
    let lines =
      lists.map { phrases.say($0.0) + ": " + $0.1.joined(separator: ", ") }
      + spreads.compactMap { code, days in days.map { phrases.say(code, Self.arguments($0)) } }
    return lines.isEmpty ? [phrases.say("no-habits")] : lines
  }

  private static func arguments(_ days: DaySpread) -> [String: String] {
    [
      "days": String(days.median), "low": String(days.low), "high": String(days.high),
      "count": String(days.count),
    ]
  }

  var json: JSON {
    [
      "accounts": .array(
        habits.accounts.map { ["account": .text($0.value), "count": .int($0.count)] }
      ),
      "vat_rates": .array(
        habits.vatRates.map { ["vat_rate": .text($0.value.plainText), "count": .int($0.count)] }
      ),
      "terms": Self.json(habits.terms), "payment": Self.json(habits.payment),
    ]
  }

  private static func json(_ days: DaySpread?) -> JSON {
    guard let days else { return .null }
    return [
      "days": .int(days.median), "low": .int(days.low), "high": .int(days.high),
      "count": .int(days.count),
    ]
  }
}

/// The account that an invoice may be booked on, and what that rests on.
struct AccountProposal: Sendable {
  let account: String
  /// So many of so many entries of the books; nil where the supplier list says it.
  let share: (count: Int, of: Int)?

  /// What the supplier list says, else what most of the supplier's entries say.
  init?(_ supplier: Supplier?, _ habits: SupplierHabits) {
    if let account = supplier?.defaultAccount {
      self.account = account
      share = nil
    } else if let proposed = habits.proposedAccount {
      account = proposed.account
      share = (proposed.count, proposed.of)
    } else {
      return nil
    }
  }

  func text(_ phrases: Phrases) -> String {
    guard let share else { return account + " " + phrases.say("by-supplier-list") }
    let counts = ["count": String(share.count), "of": String(share.of)]
    return account + " " + phrases.say("by-books", counts)
  }

  var json: JSON {
    [
      "account": .text(account), "by": .text(share == nil ? "suppliers" : "ledger"),
      "count": share.map { .int($0.count) } ?? .null, "of": share.map { .int($0.of) } ?? .null,
    ]
  }
}
