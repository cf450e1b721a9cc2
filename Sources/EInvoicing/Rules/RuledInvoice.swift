// RuledInvoice.swift — an e-invoice as the rules of EN 16931 look at it.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The terms of an e-invoice as they are written, for the rules that they must keep.
struct RuledInvoice {
  let lines: [Line]
  let allowances: [TaxedAmount]
  let charges: [TaxedAmount]
  let breakdown: [TaxRow]
  /// BT-110 or BT-111, each with its currency.
  let totalsOfVAT: [(amount: DecimalNumber?, currency: String)]
  private let syntax: EInvoiceSyntax
  private let root: MarkupElement

  /// BG-25.
  struct Line {
    let id: String
    let quantity: String
    let unit: String
    let net: String
    let name: String
    let price: String
    let start: String
    let end: String
    let preceding: String
    /// BT-131, BT-151 and BT-152.
    let taxed: TaxedAmount
    /// Whether it only adds up other lines.
    let isGroup: Bool
  }

  /// An amount with the category of VAT it falls under: a line, an allowance or a charge.
  struct TaxedAmount {
    let amount: DecimalNumber?
    let category: String
    let rate: String
  }

  /// BG-23.
  struct TaxRow {
    let base: DecimalNumber?
    let tax: DecimalNumber?
    let category: String
    let rate: String
    let hasReason: Bool
  }

  init(syntax: EInvoiceSyntax, root: MarkupElement) {
    self.syntax = syntax
    self.root = root
    func text(_ path: MarkupPath, _ element: MarkupElement) -> String {
      path.first(from: element)?.text ?? ""
    }
    func taxed(_ element: MarkupElement) -> TaxedAmount {
      let paths = syntax.allowance
      return TaxedAmount(
        amount: DecimalNumber(text(paths.amount, element)),
        category: text(paths.category, element),
        rate: text(paths.rate, element)
      )
    }
    allowances = syntax.allowances.elements(from: root).map(taxed)
    charges = syntax.charges.elements(from: root).map(taxed)
    lines = syntax.lines.elements(from: root).map { element in
      let paths = syntax.line
      let quantity = paths.quantity.first(from: element)
      let net = text(paths.net, element)
      return Line(
        id: text(paths.id, element),
        quantity: quantity?.text ?? "",
        unit: quantity?.attributes["unitCode"] ?? "",
        net: net,
        name: text(paths.name, element),
        price: text(paths.price, element),
        start: text(paths.start, element),
        end: text(paths.end, element),
        preceding: text(paths.preceding, element),
        taxed: TaxedAmount(
          amount: DecimalNumber(net),
          category: text(paths.category, element),
          rate: text(paths.rate, element)
        ),
        isGroup: text(paths.status, element) == "GROUP"
      )
    }
    breakdown = syntax.breakdown.elements(from: root).map { element in
      let paths = syntax.breakdownRow
      return TaxRow(
        base: DecimalNumber(text(paths.taxableAmount, element)),
        tax: DecimalNumber(text(paths.vatAmount, element)),
        category: text(paths.category, element),
        rate: text(paths.rate, element),
        hasReason: paths.exemption.firstText(from: element) != nil
      )
    }
    totalsOfVAT = syntax.totalVAT.elements(from: root).map {
      (DecimalNumber($0.text), $0.attributes["currencyID"] ?? "")
    }
  }

  /// The text of a term of the whole invoice ("BT-24"); nil when it is missing or empty.
  subscript(term: String) -> String? {
    let path = term == "BT-5" ? syntax.currency : syntax.path(of: term)
    return path?.firstText(from: root)
  }

  /// The elements of a term or group of the whole invoice.
  func elements(_ term: String) -> [MarkupElement] {
    syntax.path(of: term)?.elements(from: root) ?? []
  }

  func amount(_ term: String) -> DecimalNumber? { self[term].flatMap { DecimalNumber($0) } }

  func date(_ term: String) -> CalendarDate? { self[term].flatMap(DateForm.date) }

  /// BT-110, the total VAT in the invoice's currency.
  var totalVAT: DecimalNumber? {
    let own = totalsOfVAT.first { $0.currency == self["BT-5"] } ?? totalsOfVAT.first
    return own?.amount
  }

  /// What is taxed: lines that are no sums of others, and charges, and allowances with their sign.
  func taxed(as category: String, atRate rate: DecimalNumber?) -> DecimalSum {
    func sum(_ amounts: some Sequence<TaxedAmount>) -> DecimalSum {
      amounts.lazy.filter { amount in
        amount.category == category && (rate == nil || DecimalNumber(amount.rate) == rate)
      }.reduce(DecimalSum()) { $0 + DecimalSum($1.amount) }
    }
    return sum(ownLines.map(\.taxed)) - sum(allowances) + sum(charges)
  }

  /// Lines that are no sums of others.
  var ownLines: [Line] { lines.filter { !$0.isGroup } }

  /// The codes (BT-21) of the notes; UBL writes them as "#PMT#text".
  var noteCodes: [String] {
    elements("BG-1").compactMap { note in
      if let code = note.at("SubjectCode") { return code.text }
      let parts = note.text.split(separator: "#", maxSplits: 2, omittingEmptySubsequences: false)
      return parts.count == 3 && parts[0].isEmpty ? String(parts[1]) : nil
    }
  }

  /// The content (BT-22) of the notes with this code.
  func notes(_ code: String) -> [String] {
    elements("BG-1").compactMap { note in
      if let own = note.at("SubjectCode") {
        guard own.text == code else { return nil }
        return note.at("Content")?.text ?? ""
      }
      let mark = "#\(code)#"
      return note.text.hasPrefix(mark) ? String(note.text.dropFirst(mark.count)) : nil
    }
  }
}

extension RuledInvoice {
  /// BT-24 in lower case.
  private var profile: String { (self["BT-24"] ?? "").lowercased() }

  /// Factur-X MINIMUM, which is no more than a cover for the page.
  var isMinimum: Bool { profile.hasSuffix("minimum") }

  /// Factur-X BASIC WL and MINIMUM have no lines.
  var isWithoutLines: Bool { isMinimum || profile.hasSuffix("basicwl") }

  /// EXTENDED allows a cent of rounding for each amount that is added up.
  var isExtended: Bool { profile.contains("extended") }

  /// ZUGFeRD 1.0 is older than EN 16931: only its sums are bound.
  var isBeforeTheNorm: Bool { syntax.name == "zugferd1" || profile.hasPrefix("urn:ferd:") }

  /// Whether it says of itself that it follows the French reform (BT-23: "B1", "S2", …).
  var isOfFrenchReform: Bool {
    self["BT-23"].map(IdentifierForm.isFrenchProcess) ?? false
  }
}
