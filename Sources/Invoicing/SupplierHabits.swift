// SupplierHabits.swift — how a supplier's invoices are usually booked, due and paid.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// How a supplier's invoices are usually booked, due and paid, with the counts that this rests on.
package struct SupplierHabits: Hashable, Sendable {
  /// A value and how many invoices have it.
  package struct Usage<Value: Hashable & Comparable & Sendable>: Hashable, Sendable {
    package let value: Value
    package let count: Int

    package init(value: Value, count: Int) {
      self.value = value
      self.count = count
    }

    /// How often each value occurs, the most frequent first.
    fileprivate static func counted(_ values: [Value]) -> [Usage] {
      Dictionary(grouping: values, by: \.self).map { Usage(value: $0, count: $1.count) }
        .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
  }

  /// The account that an invoice is most likely to be booked on.
  package struct ProposedAccount: Hashable, Sendable {
    package let account: String
    /// So many of so many invoices were.
    package let count: Int
    package let of: Int
  }

  /// Charge accounts, the most frequent first.
  package let accounts: [Usage<String>]
  package let vatRates: [Usage<VATRate>]
  /// Days from issue to due date; nil where the books tell none.
  package let terms: DaySpread?
  /// Days from issue to payment.
  package let payment: DaySpread?

  package static let none = SupplierHabits(of: [])

  /// What invoices of one supplier teach; each from the source that tells most of it.
  package init(of invoices: [BookedInvoice]) {
    accounts = Usage.counted(Self.told(by: invoices, \.booking.chargeAccount))
    vatRates = Usage.counted(Self.told(by: invoices, \.booking.vatRate))
    terms = DaySpread(Self.told(by: invoices) { days(from: $0.documentDate, to: $0.dueDate) })
    payment = DaySpread(
      Self.told(by: invoices) { days(from: $0.documentDate, to: $0.booking.paidOn) }
    )
  }

  /// What the source with most such values tells, the first by its name where several do.
  package static func told<Value>(
    by invoices: [BookedInvoice],
    _ value: (BookedInvoice) -> Value?
  ) -> [Value] {
    let bySource = Dictionary(grouping: invoices, by: \.source).mapValues { $0.compactMap(value) }
    let largest = bySource.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    return largest?.value ?? []
  }

  /// An account that at least three invoices, and four of five, were booked on.
  package var proposedAccount: ProposedAccount? {
    let all = accounts.reduce(0) { $0 + $1.count }
    guard let first = accounts.first, first.count >= 3, first.count * 5 >= all * 4 else {
      return nil
    }
    return ProposedAccount(account: first.value, count: first.count, of: all)
  }
}

/// How many days something usually takes.
package struct DaySpread: Hashable, Sendable {
  /// The middle one.
  package let median: Int
  /// Half of them lie between these.
  package let low: Int
  package let high: Int
  package let count: Int

  /// Nil of no values.
  package init?(_ days: [Int]) {
    let sorted = days.sorted()
    guard !sorted.isEmpty else { return nil }
    count = sorted.count
    median = sorted[sorted.count / 2]
    low = sorted[sorted.count / 4]
    high = sorted[sorted.count * 3 / 4]
  }

  /// Whether it can be relied on: three or more, half of them within three days of each other.
  package var isSteady: Bool { count >= 3 && high - low <= 3 }
}

/// Days between two dates that are both known and in order, at most two years.
private func days(from start: CalendarDate?, to end: CalendarDate?) -> Int? {
  guard let start, let end, case let days = end.days(since: start), (0...730).contains(days) else {
    return nil
  }
  return days
}
