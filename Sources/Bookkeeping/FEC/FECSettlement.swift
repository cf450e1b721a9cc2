// FECSettlement.swift — what is paid in a FEC: by lettering, else by the number a payment names.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// How far a line of a supplier is settled.
enum SettlementState {
  case open, partlyPaid, closed
}

/// Groups of letters, and payments without a letter by the numbers that they name.
struct FECSettlement {
  private struct Letter: Hashable {
    let account: String
    let party: String
    let letter: String
    let year: Int?
  }

  private struct Named: Hashable {
    let party: String
    let key: String
  }

  private var balances: [Letter: Int64] = [:]
  private var paid: [Named: Int64] = [:]
  private var letterDays: [Letter: CalendarDate] = [:]
  private var namedDays: [Named: CalendarDate] = [:]

  /// - Parameters:
  ///   - lines: every line on suppliers' accounts: letters are balanced over them.
  ///   - payments: those of them that are neither purchases nor opening balances.
  init(lines: [FECLine], payments: [FECLine]) {
    for line in lines where !line.letter.isEmpty {
      balances[Self.letter(of: line), default: 0] += line.balance
    }
    for payment in payments where !payment.letter.isEmpty {
      let letter = Self.letter(of: payment)
      letterDays[letter] = max(letterDays[letter] ?? payment.date, payment.date)
    }
    for payment in payments where payment.letter.isEmpty {
      let words = payment.label.split(separator: " ") + [Substring(payment.reference)]
      for key in Set(words.compactMap { Self.key(of: String($0)) }) {
        let named = Named(party: payment.party, key: key)
        paid[named, default: 0] += payment.balance
        namedDays[named] = max(namedDays[named] ?? payment.date, payment.date)
      }
    }
  }

  func state(of line: FECLine) -> SettlementState {
    if !line.letter.isEmpty { return balances[Self.letter(of: line)] == 0 ? .closed : .partlyPaid }
    guard let key = Self.key(of: line.reference),
      let paid = paid[Named(party: line.party, key: key)], paid != 0,
      (paid < 0) != (line.balance < 0)
    else { return .open }
    return abs(paid) >= abs(line.balance) ? .closed : .partlyPaid
  }

  /// The day of the last payment of a line that is settled.
  func paidOn(_ line: FECLine) -> CalendarDate? {
    guard state(of: line) == .closed else { return nil }
    if !line.letter.isEmpty { return letterDays[Self.letter(of: line)] }
    return Self.key(of: line.reference)
      .flatMap { namedDays[Named(party: line.party, key: $0)] }
  }

  private static func letter(of line: FECLine) -> Letter {
    Letter(account: line.account, party: line.party, letter: line.letter, year: line.letterYear)
  }

  /// The last eight characters of a number's normal form: structured references end on them.
  private static func key(of word: String) -> String? {
    let skeleton = ReferenceKey.skeleton(of: word)
    let digits = skeleton.count { $0.isNumber }
    return skeleton.count >= 5 && digits >= 3 ? String(skeleton.suffix(8)) : nil
  }
}
