// SumRules.swift — amounts that must add up (EN 16931-1, BR-CO-10 to BR-CO-17).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension EInvoiceRules {
  /// Exact sums; where an amount that must be there is missing, another rule says so.
  static let sums: [EInvoiceRule] = [
    .equal("BR-CO-10", field: Field.lines.name, parts: \.lines.count) { invoice in
      guard let told = invoice.amount("BT-106"), !invoice.lines.isEmpty else { return nil }
      let lines = invoice.ownLines.reduce(DecimalSum()) { $0 + DecimalSum($1.taxed.amount) }
      return (DecimalSum(told), lines)
    },
    .equal("BR-CO-11", parts: \.allowances.count) { invoice in
      total("BT-107", of: invoice.allowances, in: invoice)
    },
    .equal("BR-CO-12", parts: \.charges.count) { invoice in
      total("BT-108", of: invoice.charges, in: invoice)
    },
    .equal("BR-CO-13", field: Field.totalWithoutVAT.name) { invoice in
      guard let told = invoice.amount("BT-109"), let lines = invoice.amount("BT-106") else {
        return nil
      }
      let allowances = DecimalSum(invoice.amount("BT-107"))
      let charges = DecimalSum(invoice.amount("BT-108"))
      return (DecimalSum(told), DecimalSum(lines) - allowances + charges)
    },
    .equal("BR-CO-14", field: Field.totalVAT.name, parts: \.breakdown.count) { invoice in
      guard let told = invoice.totalVAT, !invoice.breakdown.isEmpty else { return nil }
      return (DecimalSum(told), invoice.breakdown.reduce(DecimalSum()) { $0 + DecimalSum($1.tax) })
    },
    .equal("BR-CO-15", field: Field.totalWithVAT.name) { invoice in
      guard let told = invoice.amount("BT-112"), let without = invoice.amount("BT-109") else {
        return nil
      }
      return (DecimalSum(told), DecimalSum(without) + DecimalSum(invoice.totalVAT))
    },
    .equal("BR-CO-16", field: Field.amountDue.name) { invoice in
      // What was paid before has no place in MINIMUM.
      guard !invoice.isMinimum, let told = invoice.amount("BT-115"),
        let with = invoice.amount("BT-112")
      else { return nil }
      let paid = DecimalSum(invoice.amount("BT-113"))
      let rounding = DecimalSum(invoice.amount("BT-114"))
      return (DecimalSum(told), DecimalSum(with) - paid + rounding)
    },
    EInvoiceRule("BR-CO-17", field: Field.vatBreakdown.name) { invoice in
      for row in invoice.breakdown {
        guard let tax = row.tax, let base = row.base, let rate = DecimalNumber(row.rate) else {
          continue
        }
        let expected = DecimalSum(base).percent(rate)
        if (DecimalSum(tax) - expected).magnitude >= DecimalSum(cents: 100) {
          return ["told": DecimalSum(tax).plainText, "expected": expected.plainText]
        }
      }
      return nil
    },
  ]

  /// A total of allowances or charges; none need not be told.
  private static func total(
    _ term: String,
    of amounts: [RuledInvoice.TaxedAmount],
    in invoice: RuledInvoice
  ) -> (told: DecimalSum, expected: DecimalSum) {
    let sum = amounts.reduce(DecimalSum()) { $0 + DecimalSum($1.amount) }
    return (DecimalSum(invoice.amount(term)), sum)
  }
}
