// ReadableInvoice+Allowances.swift — what stands between the lines and the totals.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing
internal import Wording

/// The allowances and charges of a whole e-invoice (BG-20, BG-21) and the sums that they explain.
struct ReadableAllowances {
  let syntax: EInvoiceSyntax
  let root: MarkupElement
  let currency: Currency
  let language: Language

  /// Each with its reason, its rate of VAT, and its amount: an allowance below zero.
  var table: ReadableInvoice.Table {
    let head: [Phrase] = [.viewReason, .viewRate, .viewNet]
    return ReadableInvoice.Table(
      title: text(.viewAllowances, in: language),
      head: head.map { text($0, in: language) },
      rows: rows(syntax.allowances, .viewAllowance, isTakenAway: true)
        + rows(syntax.charges, .viewCharge, isTakenAway: false),
      rest: ""
    )
  }

  /// BT-106 to BT-108, where allowances or charges part the lines from the total.
  var sums: [ReadableInvoice.Row] {
    let parts = [row(.viewAllowanceSum, "BT-107"), row(.viewChargeSum, "BT-108")].compactMap { $0 }
    guard !parts.isEmpty else { return [] }
    return [row(.viewLineSum, "BT-106")].compactMap { $0 } + parts
  }

  /// BT-114.
  var rounding: [ReadableInvoice.Row] { [row(.viewRounding, "BT-114")].compactMap { $0 } }

  private func rows(_ path: MarkupPath, _ kind: Phrase, isTakenAway: Bool) -> [[String]] {
    path.elements(from: root).map { element in
      let paths = syntax.allowance
      let reason = paths.reason.firstText(from: element) ?? ""
      let amount = paths.amount.firstText(from: element) ?? ""
      let rate = paths.rate.firstText(from: element) ?? ""
      return [
        text(kind, ["reason": reason], in: language),
        decimal(DecimalNumber(rate)?.description ?? rate, in: language),
        figure(amount, isTakenAway: isTakenAway),
      ]
    }
  }

  /// An amount with the decimals of its currency; as it is written where that is no number.
  private func figure(_ written: String, isTakenAway: Bool) -> String {
    guard let money = DecimalNumber(written).flatMap({ Money($0, currency: currency) }) else {
      return written
    }
    let signed = Money(
      minorUnits: isTakenAway ? -money.minorUnits : money.minorUnits,
      currency: currency
    )
    return decimal(signed.plainText, in: language)
  }

  /// A term that is one amount; nil when it is missing or zero.
  private func row(_ label: Phrase, _ term: String) -> ReadableInvoice.Row? {
    guard let written = syntax.path(of: term)?.firstText(from: root),
      let money = DecimalNumber(written).flatMap({ Money($0, currency: currency) }),
      money.minorUnits != 0
    else { return nil }
    return ReadableInvoice.Row(label: text(label, in: language), value: amount(money, in: language))
  }
}
