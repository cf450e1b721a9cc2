// BankLine.swift — a line of a bank statement, whatever the format.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A line of a statement as its format tells it.
struct BankLine: Hashable {
  /// What the bank calls it; nil when it gives no name.
  var id: String?
  var booked: CalendarDate
  /// What comes in is positive, what goes out negative: debit − credit of account 512.
  var amount: Money
  /// The other side.
  var party: String?
  var partyIBAN: String?
  /// A structured reference (ISO 11649, or the creditor's own).
  var reference: String?
  /// What the payer wrote, else what the bank says about it.
  var text: String
  /// The line of the file, or the count of the entry, from 1.
  var place: Int
}

/// One statement of one account.
struct BankStatement: Hashable {
  /// IBAN or number of our account.
  var account: String?
  var opening: Money?
  var closing: Money?
  var lines: [BankLine] = []
}
