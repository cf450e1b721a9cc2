// Amounts.swift — totals against those that came before (domain: F16, F17, F18, F19, F23).
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
import Invoicing

extension HistoryCheck {
  /// The total is of the order of what this seller invoices: within 3.5 robust deviations of the median
  /// logarithm and never less than a factor of two; of three to five, at most five times the largest.
  static let unusualAmount = HistoryCheck(codes: ["amount-unusual"]) { compared in
    guard let total = compared.draft[.totalWithVAT], total.minorUnits > 0,
      !compared.draft.isCreditNote
    else { return [] }
    let before = totals(compared, in: total.currency)
    guard let usual = median(before), isUnusual(Double(total.minorUnits), before) else {
      return []
    }
    let units = Int64(exactly: usual.rounded()) ?? .max
    return [
      Finding(
        .warning,
        "amount-unusual",
        field: Field.totalWithVAT.name,
        [
          "total": total.plainText, "currency": total.currency.code,
          "usual": Money(minorUnits: units, currency: total.currency).plainText,
        ]
      )
    ]
  }

  /// A round thousand without VAT from a seller that seldom has them.
  static let roundAmount = HistoryCheck(codes: ["amount-round"]) { compared in
    guard let net = compared.draft[.totalWithoutVAT], !compared.draft.isCreditNote,
      isRound(net.minorUnits, net.currency), net.minorUnits >= unit(net.currency) * 1000
    else { return [] }
    let before = compared.history.approvedTotals
    // Totals with VAT are known of those before: round ones are those of round nets at no VAT or 20 %.
    let round = before.filter { isRound($0.minorUnits, $0.currency) }.count
    guard round * 5 < max(1, before.count) else { return [] }
    return [
      Finding(
        .info,
        "amount-round",
        field: Field.totalWithoutVAT.name,
        ["total": net.plainText, "currency": net.currency.code]
      )
    ]
  }

  /// Totals just below a limit from which on a second person approves, alone or several in a month.
  static let approvalLimits = HistoryCheck(codes: [
    "below-approval-limit", "split-below-approval-limit",
  ]) { compared in
    let draft = compared.draft
    guard let total = draft[.totalWithVAT], !draft.isCreditNote,
      let limit = compared.approvalLimits.first(where: {
        $0.currency == total.currency && total.minorUnits < $0.minorUnits
      })
    else { return [] }
    func reaches(_ percent: Int64, _ money: Money) -> Bool {
      money.currency == limit.currency && money.minorUnits < limit.minorUnits
        && Int128(money.minorUnits) * 100 >= Int128(limit.minorUnits) * Int128(percent)
    }
    let arguments = [
      "total": total.plainText, "currency": total.currency.code, "limit": limit.plainText,
    ]
    var findings: [Finding] = []
    if reaches(95, total) {
      findings.append(
        Finding(.info, "below-approval-limit", field: Field.totalWithVAT.name, arguments)
      )
    }
    let others = compared.history.invoices.filter { earlier in
      guard let its = earlier.total, let day = earlier.issueDate, let issued = draft[.issueDate]
      else { return false }
      return !earlier.isCreditNote && reaches(80, its) && abs(day.days(since: issued)) <= 30
    }
    if reaches(80, total), let other = others.first {
      findings.append(
        Finding(
          .warning,
          "split-below-approval-limit",
          field: Field.totalWithVAT.name,
          arguments.merging(["id": String(other.id)]) { first, _ in first }
        )
      )
    }
    return findings
  }

  /// A credit note of this seller that is a month old and not yet set off.
  static let openCreditNote = HistoryCheck(codes: ["credit-note-open"]) { compared in
    guard !compared.draft.isCreditNote, let issued = compared.draft[.issueDate] else { return [] }
    let open = compared.history.invoices.first { earlier in
      guard earlier.isCreditNote, !earlier.isPaid, let date = earlier.issueDate else {
        return false
      }
      return issued.days(since: date) >= 30
    }
    return open.map { open in
      [
        Finding(
          .info,
          "credit-note-open",
          ["id": String(open.id), "number": open.number ?? ""]
        )
      ]
    } ?? []
  }

  // MARK: Arithmetic

  /// What was approved before, and what the books hold, of one currency, ascending.
  private static func totals(_ compared: ComparedDraft, in currency: Currency) -> [Double] {
    let approved = compared.history.approvedTotals
    // An approved invoice stands in the books too: the larger of both lists has them all.
    let booked = compared.history.bookedTotals
    let list = booked.count > approved.count ? booked : approved
    return list.filter { $0.currency == currency && $0.minorUnits > 0 }
      .map { Double($0.minorUnits) }.sorted()
  }

  private static func isUnusual(_ total: Double, _ before: [Double]) -> Bool {
    guard before.count >= 6 else {
      return before.count >= 3 && total > 5 * (before.last ?? total)
    }
    let logarithms = before.map { log($0) }
    guard let middle = median(logarithms),
      let deviation = median(logarithms.map { abs($0 - middle) }.sorted())
    else { return false }
    // 1.4826 makes of the median deviation a standard deviation.
    return abs(log(total) - middle) > max(0.7, 3.5 * 1.4826 * deviation)
  }

  private static func median(_ sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func unit(_ currency: Currency) -> Int64 { powerOfTen(currency.exponent) ?? 1 }

  private static func isRound(_ minorUnits: Int64, _ currency: Currency) -> Bool {
    minorUnits % (unit(currency) * 100) == 0
  }
}
