// DateText.swift — dates by a written format.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// A date format in the letters of Unicode TR 35: "dd/MM/yyyy", "yyyyMMdd", "d.M.yy".
package struct DateFormat: Hashable, Sendable {
  package let pattern: String
  private let parts: [Part]

  private enum Part: Hashable, Sendable {
    case year(Int), month(Int), day(Int), literal(String)
  }

  /// What `date` walks over: bytes, since a ledger has millions of dates.
  private typealias Rest = Substring.UTF8View

  /// The format, or nil when day, month and year are not in it exactly once each.
  package init?(_ pattern: String) {
    var parts: [Part] = []
    var rest = Substring(pattern)
    while let letter = rest.first {
      let count = rest.prefix { $0 == letter }.count
      switch letter {
      case "y": parts.append(.year(count))
      case "M": parts.append(.month(count))
      case "d": parts.append(.day(count))
      default: parts.append(.literal(String(repeating: letter, count: count)))
      }
      rest = rest.dropFirst(count)
    }
    let letters = parts.compactMap { part -> String? in
      switch part {
      case .year(let count): count == 2 || count == 4 ? "y" : "wrong"
      case .month(let count): count <= 2 ? "M" : "wrong"
      case .day(let count): count <= 2 ? "d" : "wrong"
      case .literal: nil
      }
    }
    guard letters.sorted() == ["M", "d", "y"] else { return nil }
    self.pattern = pattern
    self.parts = parts
  }

  /// The date that a text writes in this format, or nil.
  ///
  /// Two-digit years are of 2000...2099.
  package func date(_ text: some StringProtocol) -> CalendarDate? {
    var rest = Substring(text).utf8
    var (year, month, day) = (0, 0, 0)
    for part in parts {
      switch part {
      case .literal(let letters):
        guard rest.starts(with: letters.utf8) else { return nil }
        rest = rest.dropFirst(letters.utf8.count)
      case .year(let count):
        guard let number = take(count, from: &rest) else { return nil }
        year = count == 2 ? 2000 + number : number
      case .month(let count):
        guard let number = take(count, from: &rest) else { return nil }
        month = number
      case .day(let count):
        guard let number = take(count, from: &rest) else { return nil }
        day = number
      }
    }
    return rest.isEmpty ? CalendarDate(year: year, month: month, day: day) : nil
  }

  /// A date written in this format.
  func text(of date: CalendarDate) -> String {
    parts.map { part in
      switch part {
      case .literal(let letters): letters
      case .year(let count): padded(count == 2 ? date.year % 100 : date.year, to: count)
      case .month(let count): padded(date.month, to: count)
      case .day(let count): padded(date.day, to: count)
      }
    }.joined()
  }

  /// A single letter takes one digit or two.
  private func take(_ count: Int, from rest: inout Rest) -> Int? {
    let digits = rest.prefix(max(2, count)).prefix { (48...57).contains($0) }
    guard count == 1 ? !digits.isEmpty : digits.count == count else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
