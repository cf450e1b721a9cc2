// CategoryRules.swift — what each category of VAT asks for (EN 16931-1, BR-S-1 to BR-O-10).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The rules of one category of VAT (UNTDID 5305), which differ only in what they ask for.
struct CategoryRules: Sendable {
  /// "BR-AE"; the names of its rules begin with it.
  let prefix: String
  /// BT-118, BT-151: "AE".
  let code: String
  let rate: Rate
  let exemption: Exemption
  /// Whether seller and buyer are named as the category wants it.
  let isNamed: @Sendable (RuledInvoice) -> Bool

  enum Rate: Sendable { case positive, zero, absent }
  enum Exemption: Sendable { case forbidden, wanted }

  var rules: [EInvoiceRule] {
    let (code, rate, exemption, isNamed) = (code, rate, exemption, isNamed)
    let field = Field.vatBreakdown.name
    @Sendable func rows(_ invoice: RuledInvoice) -> [RuledInvoice.TaxRow] {
      invoice.breakdown.filter { $0.category == code }
    }
    return [
      .condition(prefix + "-01", field: field) { invoice in
        let amounts = invoice.ownLines.map(\.taxed) + invoice.allowances + invoice.charges
        let isUsed = amounts.contains { $0.category == code }
        let count = rows(invoice).count
        return rate == .positive ? count > 0 || !isUsed : count == 1 || count == 0 && !isUsed
      },
      .condition(prefix + "-02") { invoice in
        isNamed(invoice) || !invoice.ownLines.contains { $0.taxed.category == code }
      },
      .everyLine(prefix + "-05") { line in
        line.taxed.category != code || line.isGroup || rate.allows(line.taxed.rate)
      },
      .equal(prefix + "-08", field: field, parts: Self.parts) { invoice in
        guard !invoice.lines.isEmpty else { return nil }
        let sums = rows(invoice).map { row in
          let rated = rate == .positive ? DecimalNumber(row.rate) : nil
          return (told: DecimalSum(row.base), expected: invoice.taxed(as: code, atRate: rated))
        }
        return sums.first { $0.told != $0.expected }
      },
      .condition(prefix + "-09", field: field) { invoice in
        rows(invoice).allSatisfy { row in
          guard let tax = row.tax else { return true }
          guard rate == .positive else { return tax == .zero }
          guard let base = row.base, let percent = DecimalNumber(row.rate) else { return true }
          let difference = DecimalSum(tax) - DecimalSum(base).percent(percent)
          return difference.magnitude < DecimalSum(cents: 100)
        }
      },
      .condition(prefix + "-10", field: field) { invoice in
        rows(invoice).allSatisfy { $0.hasReason == (exemption == .wanted) }
      },
    ]
  }

  private static func parts(_ invoice: RuledInvoice) -> Int {
    invoice.lines.count + invoice.allowances.count + invoice.charges.count
  }
}

extension CategoryRules.Rate {
  /// Whether a line may be written with this rate.
  fileprivate func allows(_ text: String) -> Bool {
    switch self {
    case .positive: DecimalNumber(text).map { $0 > .zero } ?? false
    case .zero: DecimalNumber(text) == .zero
    case .absent: text.isEmpty
    }
  }
}

extension EInvoiceRules {
  static let categories: [CategoryRules] = [
    CategoryRules(prefix: "BR-S", code: "S", rate: .positive, exemption: .forbidden) {
      has($0, taxIDs)
    },
    CategoryRules(prefix: "BR-Z", code: "Z", rate: .zero, exemption: .forbidden) {
      has($0, taxIDs)
    },
    CategoryRules(prefix: "BR-E", code: "E", rate: .zero, exemption: .wanted) { has($0, taxIDs) },
    CategoryRules(prefix: "BR-AE", code: "AE", rate: .zero, exemption: .wanted) { invoice in
      has(invoice, taxIDs) && has(invoice, ["BT-47", "BT-48"])
    },
    CategoryRules(prefix: "BR-IC", code: "K", rate: .zero, exemption: .wanted) { invoice in
      has(invoice, vatIDs) && has(invoice, ["BT-48"])
    },
    CategoryRules(prefix: "BR-G", code: "G", rate: .zero, exemption: .wanted) { has($0, vatIDs) },
    CategoryRules(prefix: "BR-O", code: "O", rate: .absent, exemption: .wanted) { invoice in
      !has(invoice, vatIDs + ["BT-48"])
    },
  ]

  /// How a seller is known to the tax office, itself or by who represents it.
  private static let vatIDs = ["BT-31", "BT-63"]
  private static let taxIDs = ["BT-31", "BT-32", "BT-63"]

  private static func has(_ invoice: RuledInvoice, _ terms: [String]) -> Bool {
    terms.contains { invoice[$0] != nil }
  }
}
