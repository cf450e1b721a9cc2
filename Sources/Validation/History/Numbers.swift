// Numbers.swift — invoice numbers against those that came before (domain: F03, F04, F13, F20).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension HistoryCheck {
  /// A number is given once in a year; a corrected invoice (384) repeats it on purpose.
  static let numberReused = HistoryCheck(codes: ["number-reused"]) { compared in
    let draft = compared.draft
    guard let number = draft[.invoiceNumber], let total = draft[.totalWithVAT],
      !["381", "384"].contains(draft[.invoiceType] ?? "")
    else { return [] }
    let skeleton = ReferenceKey.skeleton(of: number)
    let other = compared.history.invoices.first { earlier in
      guard let itsNumber = earlier.number, let itsTotal = earlier.total, !earlier.isCreditNote
      else { return false }
      return ReferenceKey.skeleton(of: itsNumber) == skeleton && itsTotal != total
        && isSameYear(earlier.issueDate, draft[.issueDate])
    }
    return other.map { other in
      [
        Finding(
          .warning,
          "number-reused",
          field: Field.invoiceNumber.name,
          ["number": number, "id": String(other.id)]
        )
      ]
    } ?? []
  }

  /// The same digits and total under another seller's name: one supplier entered twice, or one
  /// invoice read twice.
  static let sameElsewhere = HistoryCheck(codes: ["same-as-other-seller"]) { compared in
    guard let number = compared.draft[.invoiceNumber],
      let digits = ReferenceKey.digits(of: number), digits.count >= 5
    else { return [] }
    let other = compared.history.lookalikes.first { earlier in
      earlier.number.flatMap(ReferenceKey.digits) == digits
        && earlier.isCreditNote == compared.draft.isCreditNote
    }
    return other.map { other in
      [
        Finding(
          .warning,
          "same-as-other-seller",
          field: Field.sellerName.name,
          ["id": String(other.id)]
        )
      ]
    } ?? []
  }

  /// Numbers rise with time: one that is smaller and a month later than another of its row is odd.
  static let numberSequence = HistoryCheck(codes: ["number-out-of-sequence"]) { compared in
    guard let place = RowPlace(compared.draft[.invoiceNumber], compared.draft[.issueDate]) else {
      return []
    }
    let later = compared.history.invoices.first { earlier in
      guard earlier.isCreditNote == compared.draft.isCreditNote,
        let other = RowPlace(earlier.number, earlier.issueDate), other.isSameRow(as: place)
      else { return false }
      return other.count > place.count && other.date.adding(days: 30) < place.date
    }
    guard let later, let number = later.number, let date = later.issueDate else { return [] }
    return [
      Finding(
        .warning,
        "number-out-of-sequence",
        field: Field.invoiceNumber.name,
        ["number": place.number, "other": number, "date": date.description]
      )
    ]
  }

  /// A seller whose numbers rise by one or two from invoice to invoice to us for three months sells to
  /// nobody else.
  static let onlyCustomer = HistoryCheck(codes: ["only-customer"]) { compared in
    guard !compared.draft.isCreditNote,
      let newest = RowPlace(compared.draft[.invoiceNumber], compared.draft[.issueDate])
    else { return [] }
    let places = compared.history.invoices.filter { !$0.isCreditNote }
      .compactMap { RowPlace($0.number, $0.issueDate) }
      .filter { $0.isSameRow(as: newest) && $0.date < newest.date }
      .sorted { ($1.date, $1.count) < ($0.date, $0.count) }
    var last = newest
    var count = 1
    for place in places {
      guard (1...2).contains(last.count - place.count) else { return [] }
      count += 1
      last = place
      if count >= 4, newest.date.days(since: last.date) >= 90 {
        return [Finding(.info, "only-customer", field: Field.invoiceNumber.name)]
      }
    }
    return []
  }

  private static func isSameYear(_ left: CalendarDate?, _ right: CalendarDate?) -> Bool {
    guard let left, let right else { return false }
    return left.year == right.year
  }
}

/// Where a number stands in its row: "FA-2025-0118" is the 118th of "FA-2025-".
private struct RowPlace {
  let number: String
  let date: CalendarDate
  let count: Int
  private let prefix: String

  /// Nil for numbers that do not end in at most nine digits.
  init?(_ number: String?, _ date: CalendarDate?) {
    guard let number, let date else { return nil }
    let digits = number.reversed().prefix { $0.isASCII && $0.isNumber }
    guard (1...9).contains(digits.count), let count = Int(String(digits.reversed())) else {
      return nil
    }
    self.number = number
    self.date = date
    self.count = count
    prefix = String(number.dropLast(digits.count))
  }

  /// Rows may begin again each year.
  func isSameRow(as other: RowPlace) -> Bool {
    prefix == other.prefix && date.year == other.date.year
  }
}
