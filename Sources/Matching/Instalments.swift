// Instalments.swift — several bank lines that pay one invoice together.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The bank lines that pay one invoice beside the likeliest: its deposit, and other parts that name
/// it.
struct Instalments {
  /// What is left to rank: one of them is the first payment.
  let rest: [Candidate]
  /// What is paid beside the first of `rest`.
  let others: [Candidate]
  /// Paid − total.
  let residual: Money?

  /// Whether nothing is left to pay.
  var isWhole: Bool { !others.isEmpty && (residual?.minorUnits ?? -1) >= 0 }

  init(_ candidates: [Candidate], of draft: Draft) {
    let expected = ExpectedAmounts(draft)
    let sorted = candidates.sorted {
      ($1.deciBits, $0.entry.id) < ($0.deciBits, $1.entry.id)
    }
    let payment = sorted.first { $0.entry.kind == .bankLine && $0.amount.level != .deposit }
    let deposit = Self.deposit(among: sorted, draft)
    guard let first = payment ?? deposit, let total = expected.total ?? expected.due,
      first.entry.amount.currency == expected.currency
    else {
      (rest, others, residual) = (candidates, [], nil)
      return
    }
    var paid = Int128(first.entry.amount.minorUnits)
    var found: [Candidate] = []
    func isTaken(_ candidate: Candidate) -> Bool {
      abs(paid + Int128(candidate.entry.amount.minorUnits)) <= abs(Int128(total))
    }
    if let deposit, payment != nil, isTaken(deposit) {
      found.append(deposit)
      paid += Int128(deposit.entry.amount.minorUnits)
    }
    if first.amount.level == .part {
      for part in sorted where part.entry.id != first.entry.id && part.isFurtherPart {
        guard isTaken(part) else { continue }
        found.append(part)
        paid += Int128(part.entry.amount.minorUnits)
      }
    }
    let taken = Set(found.map(\.entry.id))
    // Other deposits of the same amount belong to other invoices.
    rest = candidates.filter { candidate in
      guard !taken.contains(candidate.entry.id) else { return false }
      return candidate.amount.level != .deposit || candidate.entry.id == first.entry.id
    }
    others = found
    residual = money(abs(paid) - abs(Int128(total)), expected.currency)
  }

  /// The deposit nearest before the invoice.
  private static func deposit(among candidates: [Candidate], _ draft: Draft) -> Candidate? {
    guard let issued = draft[.issueDate] else { return nil }
    return candidates.filter { $0.amount.level == .deposit }.min {
      abs($0.entry.bookingDate?.days(since: issued) ?? .max)
        < abs($1.entry.bookingDate?.days(since: issued) ?? .max)
    }
  }
}

extension Candidate {
  fileprivate var isFurtherPart: Bool {
    entry.kind == .bankLine && amount.level == .part && isNamed && !hasVeto
  }
}
