// SimulatedLedger.swift — books of a company that does not exist, of any size.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing

/// The open items of a made-up company: few suppliers send most invoices (Zipf), some send the same
/// amount each month, each numbers in its own way.
struct SimulatedLedger {
  /// One booked invoice.
  struct Item {
    /// Its place in `suppliers`.
    let supplier: Int
    let number: String
    /// Minor units of euro.
    let total: Int64
    let issued: CalendarDate
  }

  let suppliers: [Supplier]
  let items: [Item]

  /// One invoice in so many repeats the supplier's monthly amount.
  private static let recurringPercent = 18
  /// The day of the first invoice.
  private static let firstDay = CalendarDate(year: 2024, month: 1, day: 1)
  private static let days = 730

  init(items count: Int, using chance: inout SeededGenerator) {
    let suppliers = (0..<max(200, count / 50)).map { Self.supplier($0, using: &chance) }
    let zipf = Zipf(suppliers.count)
    let monthly = suppliers.map { _ in Self.amount(using: &chance) }
    var counters = suppliers.map { _ in Int.random(in: 1...90_000, using: &chance) }
    items = (0..<count).map { place in
      let supplier = zipf.rank(using: &chance)
      counters[supplier] += Int.random(in: 1...9, using: &chance)
      let isRecurring = Int.random(in: 0..<100, using: &chance) < Self.recurringPercent
      let day = place * Self.days / count
      let issued = (Self.firstDay ?? CalendarDate(dayNumber: 19_723)).adding(days: day)
      return Item(
        supplier: supplier,
        number: Self.number(counters[supplier], of: supplier, on: issued),
        total: isRecurring ? monthly[supplier] : Self.amount(using: &chance),
        issued: issued
      )
    }
    self.suppliers = suppliers
  }

  /// A new invoice of a supplier, which the books do not hold.
  func unbooked(using chance: inout SeededGenerator) -> Item {
    let last = items[Int.random(in: items.indices, using: &chance)]
    return Item(
      supplier: last.supplier,
      number: Self.number(
        Int.random(in: 95_000...99_999, using: &chance),
        of: last.supplier,
        on: last.issued
      ),
      total: Self.amount(using: &chance),
      issued: last.issued
    )
  }

  /// The entry's id in the file.
  static func id(of place: Int) -> String { "AC" + padded(place + 1, to: 7) }

  /// The CSV that the shipped mapping of open items reads.
  var csv: String {
    var text =
      "id,booking_date,invoice_date,due_date,supplier_code,supplier_name,reference,label,"
      + "amount,open_eur,status,currency,lettering,account\n"
    for (place, item) in items.enumerated() {
      let supplier = suppliers[item.supplier]
      let amount = Money(minorUnits: item.total, currency: .euro).plainText
      let due = item.issued.adding(days: 30)
      // One in five is still open.
      let status = place % 5 == 0 ? "open" : "closed"
      text +=
        "\(Self.id(of: place)),\(item.issued),\(item.issued),\(due),\(supplier.code),"
        + "\(supplier.name),\(item.number),FACT \(item.number),\(amount),\(amount),\(status),EUR,,"
        + "401000\n"
    }
    return text
  }

  // MARK: Chance

  private static func supplier(_ place: Int, using chance: inout SeededGenerator) -> Supplier {
    let first = trades[Int.random(in: trades.indices, using: &chance)]
    let second = names[Int.random(in: names.indices, using: &chance)]
    let form = ["SARL", "SAS", "SA", "EURL", ""][Int.random(in: 0..<5, using: &chance)]
    let town = names[Int.random(in: names.indices, using: &chance)]
    return Supplier(
      code: "F" + padded(place + 1, to: 6),
      name: [first, second, town, form].filter { !$0.isEmpty }.joined(separator: " ")
    )
  }

  /// Log-normal, in minor units: half of them between 110 and 540 euros.
  static func amount(using chance: inout SeededGenerator) -> Int64 {
    let sum = (0..<12).reduce(0.0) { total, _ in
      total + Double.random(in: 0..<1, using: &chance)
    }
    return max(100, Int64(exp(5.5 + 1.2 * (sum - 6)) * 100))
  }

  private static func number(_ count: Int, of supplier: Int, on day: CalendarDate) -> String {
    switch supplier % 5 {
    case 0: "FA-\(day.year)-\(padded(count, to: 5))"
    case 1: "\(count)"
    case 2: "F\(day.year % 100)\(padded(day.month, to: 2))\(padded(count, to: 4))"
    case 3: "\(day.year)/\(padded(count, to: 6))"
    default: "INV\(padded(count, to: 7))"
    }
  }

  private static let trades = [
    "Garage", "Imprimerie", "Menuiserie", "Transports", "Electricite", "Plomberie", "Papeterie",
    "Boulangerie", "Nettoyage", "Location", "Bureau", "Quincaillerie", "Peinture", "Jardin",
    "Telecom", "Assurances", "Conseil", "Fournitures", "Metallerie", "Froid",
  ]
  private static let names = [
    "Bertholet", "Colin", "Adam", "Raynaud", "Rolland", "Guillemain", "Teixeira", "Vauban",
    "Morel", "Lefevre", "Garnier", "Chevalier", "Perrin", "Marchand", "Fontaine", "Blanchard",
    "Leroux", "Dumas", "Brun", "Picard", "Benoit", "Lambert", "Riviere", "Renard", "Barbier",
    "Giraud", "Carpentier", "Meunier", "Lacroix", "Aubert", "Vienne", "Annonay", "Valence",
    "Roanne", "Macon", "Givors", "Oyonnax", "Thonon", "Cluses", "Privas",
  ]
}

/// Ranks of which the n-th comes a n-th as often as the first.
private struct Zipf {
  private let sums: [Double]

  init(_ count: Int) {
    var sum = 0.0
    sums = (1...count).map { rank in
      sum += 1 / Double(rank)
      return sum
    }
  }

  /// From 0.
  func rank(using chance: inout SeededGenerator) -> Int {
    let point = Double.random(in: 0..<(sums.last ?? 1), using: &chance)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > point { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
